"""What other rooms may ask of the register."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from chancery.core import ledger
from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.records.register import extract as extracts
from chancery.records.register.ageing import aged
from chancery.records.register.bibliographic import Picture, pictures
from chancery.records.register.bibliographic import lines as data_lines
from chancery.records.register.citing import (
    CATEGORIES,
    Cited,
    as_cited,
    documents_cited,
    is_like_a_number,
    is_number,
    legend,
    read_categories,
    read_claims,
    read_day,
)
from chancery.records.register.closures import declared
from chancery.records.register.contacts import bare as as_entered
from chancery.records.register.contacts import new_owner, reached, with_contacts
from chancery.records.register.events import (
    DISCLOSED,
    OfficeUnavailable,
    RecordImported,
    ReportOnPatentabilityEstablished,
)
from chancery.records.register.extract_check import carried_text, extract_file, is_extract
from chancery.records.register.fold import fold as bare
from chancery.records.register.fold import foresee
from chancery.records.register.fold_registrations import fold as fold_file
from chancery.records.register.fold_registrations import foresee as foresee_file
from chancery.records.register.models import Disclosure
from chancery.records.register.printed import (
    Appeared,
    BulletinIssue,
    bulletin_issues,
    by_registration_number,
    issue_name,
    latest_bulletins,
    printed,
    printed_last,
    printed_of,
    published_together,
)
from chancery.records.register.public_file import Line
from chancery.records.register.registration import (
    Notice,
    Printed,
    Registration,
    Requested,
    Statement,
    system_of,
)
from chancery.records.register.right import Invited, Paper, Payment, Publication, Right
from chancery.records.register.sharing import LEVELS, Reason, Shared, holders, level, reasons, shared_with, shares
from chancery.records.register.wording import Said, describe
from chancery.records.register.wording_registrations import LEGENDS
from chancery.records.register.wording_registrations import printed as called
from chancery.treaties import pct

__all__ = [
    "CATEGORIES",
    "LEGENDS",
    "LEVELS",
    "Appeared",
    "BulletinIssue",
    "Cited",
    "Invited",
    "Line",
    "Notice",
    "Paper",
    "Payment",
    "Picture",
    "Printed",
    "Publication",
    "Published",
    "Reason",
    "Registration",
    "Requested",
    "Right",
    "Said",
    "Shared",
    "Statement",
    "aged",
    "as_cited",
    "as_entered",
    "bulletin_issues",
    "by_registration_number",
    "called",
    "carried_text",
    "data_lines",
    "declared",
    "describe",
    "documents_cited",
    "extract_file",
    "fold",
    "holders",
    "is_extract",
    "is_like_a_number",
    "is_number",
    "issue_name",
    "latest_bulletins",
    "legend",
    "level",
    "new_owner",
    "pictures",
    "printed",
    "printed_last",
    "printed_of",
    "published_together",
    "reached",
    "read_categories",
    "read_claims",
    "read_day",
    "reasons",
    "shared_with",
    "shares",
    "system_of",
    "with_contacts",
]


OF_NO_APPLICATION = frozenset({RecordImported.kind(), OfficeUnavailable.kind()})
"""Kinds of entries that tell of no application of this office. Anyone may read them."""


def right(number: str, *, version: int | None = None) -> Right | None:
    """The right as it stands, whoever asks: for actions and followers. Pages ask `visible`.

    ``version``: as it stood after so many entries.
    """
    entries = ledger.stream(number)[:version]
    return fold(number, entries) if entries else None


def fold(number: str, entries: Iterable[Entry], *, closures: tuple[pct.Closure, ...] | None = None) -> Right:
    """The right after these entries, with what Offices have declared of themselves.

    ``closures`` are those, where the caller has asked for them already: for many rights at once.
    """
    return bare(number, entries).with_closures(declared() if closures is None else closures)


def foreseen(right: Right, *events: Event, at: datetime) -> Right:
    """The right as it would stand after these events. Nothing is entered."""
    return foresee(right, events, at=at)


def rights(numbers: Iterable[str]) -> dict[str, Right]:
    """The international applications among these numbers; registration files are passed over."""
    closures = declared()
    asked = [number for number in numbers if system_of(number) is None]
    return {number: fold(number, entries, closures=closures) for number, entries in timelines(asked).items()}


def registration(number: str, *, version: int | None = None) -> Registration | None:
    """The registration file as it stands, whoever asks; None where there is none. Pages ask `visible_registration`."""
    system = system_of(number)
    entries = ledger.stream(number)[:version] if system else ()
    return fold_file(number, system, entries) if system and entries else None


def registrations(numbers: Iterable[str]) -> dict[str, Registration]:
    """The registration files among these numbers, with one question to the database."""
    systems = {number: system for number in numbers if (system := system_of(number))}
    return {number: fold_file(number, systems[number], entries) for number, entries in timelines(systems).items()}


def reproductions(number: str) -> dict[str, str]:
    """The files that show what is registered, by their hashes, with their names. Ask `is_public` first."""
    file = registration(number)
    return {one.sha256: one.name for one in pictures(file)} if file else {}


def extract(file: Registration, *, at: datetime) -> dict[str, Any]:
    """The extract of a published registration as plain data, with the proof of every entry (``extract.made``)."""
    return extracts.made(file, at=at)


def foreseen_registration(file: Registration, *events: Event, at: datetime) -> Registration:
    """The file as it would stand after these events. Nothing is entered."""
    return foresee_file(file, events, at=at)


def visible_registration(number: str, user_id: int | None, *, staff: bool = False, on: date) -> Registration | None:
    """The file, if this person may see it: those it is shared with, ``staff``, and after publication everyone."""
    return registration(number) if may_see(number, user_id, staff=staff, on=on) else None


def visible(number: str, user_id: int | None, *, staff: bool = False, on: date) -> Right | None:
    """The right, if this person may see it; None as well when there is none, so that nothing can be guessed.

    Before publication: those it is shared with and the office's ``staff`` (PCT Art. 30). After: everyone.
    """
    return right(number) if may_see(number, user_id, staff=staff, on=on) else None


def public_right(number: str) -> Right | None:
    """The right, if it is published."""
    return right(number) if is_public(number) else None


def may_see(number: str, user_id: int | None, *, staff: bool = False, on: date) -> bool:
    if staff or is_public(number):
        return True
    return user_id is not None and level(number, user_id, on=on) is not None


def is_public(number: str) -> bool:
    return Disclosure.objects.filter(number=number).exists()


def timeline(number: str) -> tuple[Entry, ...]:
    """Every entry of a right, in order. Ask `may_see` first."""
    return ledger.stream(number)


def timelines(numbers: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
    """The same of several rights, with one question to the database; `fold` makes the right of each."""
    return ledger.streams(numbers)


def disclosed(entry: Entry, *, public: bool | None = None) -> bool:
    """May everyone read this ledger entry? Imports always; a right's entries once it is published.

    ``public`` says whether the right is, where the caller has asked already: a timeline asks once, not per entry.
    """
    if entry.kind in OF_NO_APPLICATION:
        return True
    if entry.kind not in DISCLOSED or _of_chapter_ii(entry):
        return False
    return is_public(entry.stream) if public is None else public


def _of_chapter_ii(entry: Entry) -> bool:
    """The report of Chapter II is for the elected Offices and the applicant (PCT Art. 38)."""
    body = entry.body or {}
    return entry.kind == ReportOnPatentabilityEstablished.kind() and body.get("chapter") == "II"


def readable(entry: Entry, user_id: int | None, *, staff: bool = False, on: date) -> bool:
    """May this person read what the entry holds? What is erased nobody can.

    What publication does not open stays with those whose right it is, and with the office's ``staff``.
    """
    if entry.erased:
        return False
    if disclosed(entry) or staff:
        return True
    return user_id is not None and level(entry.stream, user_id, on=on) is not None


@dataclass(frozen=True)
class Published:
    number: str
    publication_number: str
    published_on: date
    issue: str


def published(*, issue: str | None = None, limit: int = 100) -> list[Published]:
    """Published applications, newest first, or those of one issue of the gazette. Registrations: `printed`."""
    rows = _of_applications().filter(issue=issue) if issue else _of_applications()
    return [
        Published(row.number, row.publication_number, row.published_on, row.issue)
        for row in rows.order_by("-published_on", "publication_number")[:limit]
    ]


@dataclass(frozen=True)
class Issue:
    """A weekly issue of the gazette, and how many applications it published."""

    name: str
    day: date
    count: int


def latest_issue() -> Issue | None:
    """The newest issue; None before the first one."""
    newest = _of_applications().order_by("-published_on").first()
    if newest is None:
        return None
    return Issue(newest.issue, newest.published_on, _of_applications().filter(issue=newest.issue).count())


def _of_applications() -> QuerySet[Disclosure]:
    return Disclosure.objects.filter(number__startswith="PCT/")


def by_publication_number(publication_number: str) -> str | None:
    row = Disclosure.objects.filter(publication_number=publication_number).first()
    return row.number if row else None


def in_address(number: str) -> str:
    """A number as it stands in a URL: "PCT/IB2026/000001" → "PCT-IB2026-000001"."""
    return number.replace("/", "-").replace(" ", "_")


def from_address(text: str) -> str:
    return text.replace("-", "/").replace("_", " ")
