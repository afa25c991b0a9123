"""Django's ``makemessages`` as this house does it: all languages at once, catalogues that differ only in words.

``python -m django makemessages`` gathers every translatable text and brings the five catalogues up to date. It needs
``xgettext`` (GNU gettext); whoever only runs the portal does not.
"""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.core.management.commands import makemessages

from chancery.site import lexicon_maker, translations

IGNORED = [".venv", "tests", "test_*", "conftest.py", "bench", "var", "docs", "deploy", "build", "demo", "node_modules"]


class Command(makemessages.Command):
    help = "Bring the catalogues of translations up to date. Needs xgettext."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        locales = [path.parents[1].name for path in translations.catalogues()]
        parser.set_defaults(locale=locales, no_wrap=True, add_location="never", ignore_patterns=IGNORED)

    def handle(self, *args: Any, **options: Any) -> None:
        lexicon_maker.main()
        os.chdir(settings.ROOT)
        super().handle(*args, **options)

    def write_po_file(self, potfile: str, locale: str) -> None:
        translations.bring_up_to_date(settings.LOCALE_PATHS[0] / locale / "LC_MESSAGES" / "django.po", Path(potfile))
