"""Acts on letters: writing, reading, announcing by e-mail, and trying again what an operator has looked into."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from chancery.core import clock, ledger
from chancery.core.ledger import Entry
from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.accounts.queries import Person
from chancery.records.documents import actions as documents
from chancery.records.mail.compose import compose, kind_of, language_for
from chancery.records.mail.digest import send_summaries
from chancery.records.mail.draft import Draft
from chancery.records.mail.inbox import archive, mark, mark_all
from chancery.records.mail.models import Item, Letter, Mention, Note, Rhythm, mentioned_in
from chancery.records.mail.post import send_due
from chancery.records.mail.telling import enter_letter, send_note, tell, tell_address
from chancery.records.mail.wishes import choose_rhythm, stop_all, switch
from chancery.records.register.queries import in_address

__all__ = [
    "archive",
    "choose_rhythm",
    "forget_notes",
    "mark",
    "mark_all",
    "mark_read",
    "send_again",
    "send_due",
    "send_note",
    "send_summaries",
    "stop_all",
    "switch",
    "tell",
    "tell_address",
    "write",
]


def write(entry_number: int, *, to: int, at: datetime, along: Sequence[int] = ()) -> int | None:
    """Write the letter that an entry asks for to one person: PDF and row in one transaction. Returns its id.

    ``along`` are further entries of its kind of which the same letter tells. Doing it twice gives the letter that is
    there. None when the entry has been erased or the account is gone. It is typeset first, which takes a tenth of a
    second: call this outside a transaction, so that no writer waits for it.
    """
    entry, person = ledger.entry(entry_number), accounts.person(to)
    if entry is None or entry.erased or person is None:
        return None
    there = _there(entry, person)
    if there is not None:
        return there
    language = language_for(person.language)
    others = [one for one in map(ledger.entry, along) if one is not None and not one.erased]
    draft = compose(entry, *others, language=language)
    pdf = _typeset(draft, entry.stream, person, language, at=at)
    with transaction.atomic():
        there = _there(entry, person)  # another process may have been quicker
        if there is not None:
            return there
        letter = _enter(entry, person, draft, pdf, language=language, at=at)
        numbers = {one.stream for one in others} - {entry.stream}
        Mention.objects.bulk_create(Mention(letter=letter, number=number) for number in sorted(numbers))
        return letter.pk


def _there(entry: Entry, person: Person) -> int | None:
    same = Letter.objects.filter(entry=entry.number, recipient_id=person.id, kind=kind_of(entry))
    return same.values_list("pk", flat=True).first()


def _enter(entry: Entry, person: Person, draft: Draft, pdf: bytes, *, language: str, at: datetime) -> Letter:
    kind = kind_of(entry)
    name = f"{kind.replace(' ', '-')}-{in_address(entry.stream)}.pdf"
    kept = documents.keep(pdf, media_type=documents.PDF, name=name, by=None, at=at)
    letter = Letter.objects.create(
        entry=entry.number,
        recipient_id=person.id,
        kind=kind,
        number=entry.stream,
        language=language,
        subject=draft.subject,
        content=_content(draft),
        sha256=kept.sha256,
        written_at=at,
        state="waiting" if settings.SMTP else "kept",
        message_id=_message_id(entry, person),
        due=at,
    )
    enter_letter(letter)
    return letter


def _typeset(draft: Draft, number: str, person: Person, language: str, *, at: datetime) -> bytes:
    return documents.typeset_letter(
        language=language,
        office=settings.OFFICE_NAME,
        title=draft.subject,
        reference=number,
        date=clock.local_day(at),
        to=[person.name, person.email],
        paragraphs=draft.paragraphs,
        facts=draft.facts,
        findings=draft.findings,
        proof=draft.proof,
    )


def _content(draft: Draft) -> dict[str, Any]:
    return {
        "paragraphs": list(draft.paragraphs),
        "facts": [list(row) for row in draft.facts],
        "findings": [[finding.message, finding.cites] for finding in draft.findings],
    }


def _message_id(entry: Entry, person: Person) -> str:
    """The same for every attempt, so that a mailbox which got two can tell that they are one."""
    return f"<entry-{entry.number}.recipient-{person.id}@{urlsplit(settings.SITE_URL).hostname}>"


def forget_notes(about: str) -> None:
    """Delete what was or is to be written about a matter that is erased."""
    Note.objects.filter(about=about).delete()


def forget_file(number: str) -> int:
    """Delete the letters about an application whose file is no longer kept, or that mention it. Returns how many."""
    with transaction.atomic():
        letters = Letter.objects.filter(Q(number=number) | Q(pk__in=mentioned_in(number)))
        found = letters.count()
        letters.delete()
        return found


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - an act is always at some time
    """Send a person nothing more, and forget where it was sent and their inbox. Letters belong to the files."""
    mine = Letter.objects.filter(recipient_id=user_id)
    with transaction.atomic():
        mine.filter(state__in=("waiting", "sending")).update(state="kept")
        mine.exclude(trouble="").update(trouble="")
        Item.objects.filter(recipient_id=user_id).delete()
        Rhythm.objects.filter(user_id=user_id).delete()
        notes = Note.objects.filter(Q(recipient_id=user_id) | Q(email__in=accounts.addresses_of(user_id)))
        gone = notes.count()
        notes.delete()
        return {"mail.Note": gone}


def mark_read(letter_id: int, *, by: int, at: datetime) -> None:
    """Note when the recipient first opened a letter; nobody else's look counts. In the inbox it is read then."""
    Letter.objects.filter(pk=letter_id, recipient_id=by, read_at=None).update(read_at=at)
    Item.objects.filter(letter_id=letter_id, recipient_id=by, read_at=None).update(read_at=at)


def send_again(letter_id: int, *, by: int, at: datetime) -> None:
    """Let a message that could not be delivered be tried again now. For operators."""
    accounts.require(by, "operator")
    open_again = Letter.objects.filter(pk=letter_id, state__in=("refused", "waiting"))
    if not open_again.update(state="waiting", due=at):
        raise Refused.because(_("This message waits for nothing: it was sent, is being sent, or is only kept."))
