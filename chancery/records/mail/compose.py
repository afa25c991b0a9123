"""Which event makes which letter, and in which language it is written."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils.translation import override, to_locale

from chancery.core.ledger import Entry
from chancery.records.mail import notices, registration_letters
from chancery.records.mail.draft import Draft
from chancery.records.mail.receipt import receipt
from chancery.records.register import events

LETTERS: dict[str, tuple[str, Callable[..., Draft]]] = {
    events.ApplicationFiled.kind(): ("receipt", receipt),
    events.CorrectionInvited.kind(): ("invitation", notices.invitation),
    events.CorrectionReceived.kind(): ("acknowledgement", notices.acknowledgement),
    events.FilingDateAccorded.kind(): ("filing date", notices.filing_date),
    events.FoundNotAnApplication.kind(): ("not an application", notices.not_an_application),
    events.ApplicationPublished.kind(): ("publication", notices.publication),
    events.NotificationSent.kind(): ("notification", notices.notification),
    **{kind.kind(): ("receipt of an act", notices.submission) for kind in events.SUBMISSIONS},
    **{kind.kind(): letter for kind, letter in registration_letters.LETTERS.items()},
}


def kind_of(entry: Entry) -> str:
    return LETTERS[entry.kind][0]


def compose(entry: Entry, *along: Entry, language: str) -> Draft:
    """The letter about an entry, and others of its kind, in one of the portal's languages. None may be erased."""
    with override(language):
        return LETTERS[entry.kind][1](entry, *along)


def language_for(wished: str) -> str:
    """The language a person wished, if the portal has been translated into it; else English."""
    return wished if wished == "en" or _is_translated(wished) else "en"


def _is_translated(language: str) -> bool:
    if language not in dict(settings.LANGUAGES):
        return False
    places = (Path(folder) / to_locale(language) / "LC_MESSAGES" / "django.mo" for folder in settings.LOCALE_PATHS)
    return any(place.exists() for place in places)
