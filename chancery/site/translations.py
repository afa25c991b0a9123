"""Catalogues of translations are kept as text (.po); the binary form is made where the portal runs.

``python -m django makemessages`` brings them up to date; new texts come in untranslated, and a test counts them.
"""

import os
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.utils.translation import to_locale

MACHINE_NOISE = (
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)
"""Header lines that change with every run or name a tool; the history of the file says it better."""


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
            unfinished = binary.with_suffix(f".{os.getpid()}")  # whole or not at all, whatever dies
            with text.open("rb") as source, unfinished.open("wb") as target:
                write_mo(target, read_po(source))
            unfinished.rename(binary)
            made += 1
    return made


def catalogues() -> list[Path]:
    """The catalogue of each language but English, which is written in the code."""
    codes = (code for code, _ in settings.LANGUAGES if code != "en")
    return [settings.LOCALE_PATHS[0] / to_locale(code) / "LC_MESSAGES" / "django.po" for code in codes]


def bring_up_to_date(path: Path, template: Path) -> None:
    """Write the catalogue with the texts of the template, keeping the translations of those it has already.

    A text that changed is a new text: nothing is guessed from one that looks like it.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    locale = path.parents[1].name
    catalog = Catalog(locale=locale)
    if path.exists():
        with path.open("rb") as source:
            catalog = read_po(source, locale=locale)
    plain = template.read_text("utf-8").replace("nplurals=INTEGER; plural=EXPRESSION", "nplurals=2; plural=(n != 1)")
    catalog.update(read_po(StringIO(plain)), no_fuzzy_matching=True, update_header_comment=False)
    catalog.project, catalog.version, catalog.header_comment, catalog.fuzzy = "Chancery", "1", "", False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(target, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    _without_noise(path)


def _without_noise(path: Path) -> None:
    noise = tuple(f'"{name}:' for name in MACHINE_NOISE)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(noise)), "utf-8")
