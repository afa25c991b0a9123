"""Catalogues of translations are kept as text (.po); the binary form is made where the portal runs."""

from django.conf import settings


def compile_all() -> int:
    """Make each ``.mo`` that is missing or older than its ``.po``. Returns how many were made."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = 0
    for folder in settings.LOCALE_PATHS:
        for text in sorted(folder.glob("*/LC_MESSAGES/*.po")):
            binary = text.with_suffix(".mo")
            if binary.exists() and binary.stat().st_mtime >= text.stat().st_mtime:
                continue
            with text.open("rb") as source, binary.open("wb") as target:
                write_mo(target, read_po(source))
            made += 1
    return made
