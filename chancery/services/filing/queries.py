"""What may be asked of this room: a person's drafts, applications and registrations. All is asked for somebody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Q

from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration, Right
from chancery.services.filing import books, whole
from chancery.services.filing.assessment import Dated, next_act, still_running
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations import portfolio
from chancery.services.filing.shapes import Text
from chancery.treaties import pct
from chancery.treaties.registrations import Tone

SORTS: dict[str, Callable[["Mine"], Any]] = {
    "title": lambda one: one.title.casefold(),
    "number": lambda one: one.number,
    "status": lambda one: one.status,
    "due": lambda one: (one.due is None, one.due or date.max),
    "parties": lambda one: (len(one.tones), one.number),
    "until": lambda one: (one.until is None, one.until or date.max),
    "saved": lambda one: one.saved_at,
}


LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # stands in where the entry of receipt has been erased


@dataclass(frozen=True, kw_only=True)
class Mine:
    """One line of a person's list: a draft (with ``draft``), an application or a registration (with ``number``).

    ``treaty`` is that of its book; ``tones`` (how it stands in its parties, by code) and ``until`` (the last day of the
    term) are those of a registration.
    """

    title: str
    status: str
    saved_at: datetime
    number: str = ""
    draft: int | None = None
    answers: int | None = None
    next: Dated | None = None
    invited_until: date | None = None
    file_reference: str = ""
    kind: Text = PCT.name
    treaty: str = PCT.treaty
    registration_number: str = ""
    tones: Mapping[str, Tone] = field(default_factory=dict)
    until: date | None = None

    @property
    def is_registration(self) -> bool:
        """Whether it is a file of the systems of registration that has been presented."""
        return self.draft is None and self.treaty != PCT.treaty

    @property
    def standing(self) -> tuple[portfolio.Standing, ...]:
        """In how many parties it stands how."""
        return portfolio.standing(self.tones)

    @property
    def state(self) -> str:
        """The status as one chooses by it: whatever is over is one."""
        return "ended" if self.status in ENDED else portfolio.STATES.get(self.status, self.status)

    def holds(self, words: str) -> bool:
        text = f"{self.title} {self.number} {self.registration_number} {self.file_reference}".casefold()
        return all(word in text for word in words.casefold().split())

    @property
    def due(self) -> date | None:
        return self.invited_until or (self.next.due if self.next else None)


def draft(pk: int, *, user_id: int, on: date) -> Draft | None:
    """A draft of this person, or one shared with them; None as well where there is one of somebody else."""
    row = Draft.objects.filter(pk=pk).first()
    return row if row and whole.level_of(row, user_id, on=on) else None


def open_drafts(user_id: int, *, on: date) -> list[Draft]:
    """What a person is writing, alone or with others, the last saved first."""
    return list(Draft.objects.filter(Q(owner_id=user_id) | Q(pk__in=_shared_drafts(user_id, on)), handed_in_at=None))


def _shared_drafts(user_id: int, on: date) -> list[int]:
    matters = rights.shared_with(user_id, on=on)
    return [int(one.removeprefix(whole.DRAFT)) for one in matters if one.startswith(whole.DRAFT)]


STATES = ("draft", "answer", "received", "invited", "accorded", "registered", "published", "ended")
ENDED = frozenset({"not an application", "withdrawn", "considered withdrawn", "abandoned", "refused"})


def mine(
    user_id: int,
    *,
    on: date,
    sort: str = "-saved",
    words: str = "",
    state: str = "",
    treaty: str = "",
    party: str = "",
    tone: str = "",
) -> list[Mine]:
    """Everything a person has here: drafts, answers being written, applications and registrations.

    ``words`` are looked for in title, numbers and file reference; ``state`` is one of `STATES`, ``treaty`` a key of
    `books.BOOKS`, ``party`` the code of a designated party and ``tone`` how a registration stands there, one of
    `portfolio.TONES`; empty for all.
    """
    numbers = rights.shared_with(user_id, on=on)
    lines = [
        *(_of_draft(row, on=on) for row in open_drafts(user_id, on=on)),
        *(_of_right(right, on=on) for right in rights.rights(numbers).values()),
        *(_of_registration(file, on=on) for file in rights.registrations(numbers).values()),
    ]
    found_lines = [
        line
        for line in lines
        if line.holds(words)
        and state in {"", line.state}
        and treaty in {"", line.treaty}
        and portfolio.stands(line.tones, party=party, tone=tone)
    ]
    key = SORTS.get(sort.removeprefix("-"), SORTS["saved"])
    return sorted(found_lines, key=key, reverse=sort.startswith("-"))


def parties_of(user_id: int, *, on: date) -> list[str]:
    """The codes of all parties in which this person's registrations stand, or stood."""
    files = rights.registrations(rights.shared_with(user_id, on=on)).values()
    return sorted({code for file in files for code in portfolio.parties(file, on=on)})


def own(number: str, *, user_id: int, on: date) -> Right | None:
    """An application shared with this person; None for everyone else, the office's staff too: they have the desk."""
    return rights.right(number) if rights.level(number, user_id, on=on) else None


def _of_draft(row: Draft, *, on: date) -> Mine:
    book = books.of(row)
    return Mine(
        title=row.title,
        status="draft" if row.answers is None else "answer",
        saved_at=row.saved_at,
        number=row.number,
        draft=row.pk,
        answers=row.answers,
        kind=book.name,
        treaty=book.treaty,
        next=next_act(book.limits(book.application.from_dict(row.application), on), on=on, names=book.next_limits),
        file_reference=str(row.application.get("file_reference", "")),
    )


def _of_right(right: Right, *, on: date) -> Mine:
    until = min((one.due for one in right.open_invitations), default=None)
    done = right.ended or right.erased
    return Mine(
        title=right.application.title,
        status=right.status,
        saved_at=right.received_at or LONG_AGO,
        number=right.number,
        next=None if done else _next(right, on=on),
        invited_until=None if done else until,
        file_reference=right.application.file_reference,
    )


def _next(right: Right, *, on: date) -> Dated | None:
    running = still_running(pct.time_limits(right.record), on=on)
    return next((one for one in running if one.due and one.limit.actor == "applicant"), None)


def _of_registration(file: Registration, *, on: date) -> Mine:
    known = not file.erased and file.received_on is not None
    return Mine(
        title=file.title if file.received_on else "",
        status=file.status,
        saved_at=file.received_at or LONG_AGO,
        number=file.number,
        kind=books.BOOKS[file.system.key].name,
        treaty=file.system.key,
        registration_number=file.registration_number,
        next=portfolio.due(file, on=on),
        invited_until=portfolio.answer_until(file),
        tones=portfolio.parties(file, on=on),
        until=file.until(on=on) if known else None,
    )
