"""The bulletins for those who read them: what an issue published, in its chapters, with what each line is about.

An issue is asked of the register each time: it says what the ledger says, and needs no table of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chancery.core.ledger import Entry
from chancery.records.register import queries as register
from chancery.records.register.events import OfficeStated, RegistrationLapsed, RegistrationPublished, RequestRecorded
from chancery.records.register.queries import Appeared, Registration
from chancery.treaties.registrations import Act

REGISTRATION = "registration"


@dataclass(frozen=True)
class About:
    """What was recorded: whose doing, in which parties, about which things; everywhere and about all where empty."""

    on: date
    parties: tuple[str, ...]
    things: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One line of an issue. ``file`` is the registration as it stands now."""

    appeared: Appeared
    file: Registration
    about: tuple[About, ...] = ()

    @property
    def classes(self) -> tuple[str, ...]:
        application = self.file.application
        if self.file.system.key == "madrid":
            return tuple(str(number) for number in sorted(application.in_classes))
        if self.file.system.key == "hague":
            return tuple(sorted({one.subclass for one in application.shown if one.subclass}))
        return tuple(application.goods)

    @property
    def pictures(self) -> tuple[register.Picture, ...]:
        return tuple(one for one in register.pictures(self.file) if one.is_seen)

    @property
    def parties(self) -> tuple[str, ...]:
        """Where protection is asked for: those of the registration itself."""
        return tuple(one.code for one in self.file.lives(on=self.appeared.on))


@dataclass
class Chapter:
    """The lines of one kind: of new registrations (no ``act``), or of one act."""

    what: str
    act: Act | None
    lines: list[Line] = field(default_factory=list)

    @property
    def is_first(self) -> bool:
        """It tells of new registrations; the others tell of what became of them."""
        return self.what == REGISTRATION


def chapters(appeared: Sequence[Appeared]) -> list[Chapter]:
    """An issue by what is published: new registrations first, then in the order in which the treaty tells its acts."""
    found: dict[str, Chapter] = {}
    for line in lines(appeared):
        what = line.appeared.what
        act = next((one for one in line.file.system.acts if one.key == what), None)
        found.setdefault(what, Chapter(what, act)).lines.append(line)
    return sorted(found.values(), key=_place)


def lines(appeared: Sequence[Appeared]) -> Iterator[Line]:
    """Each appearance with its registration; what has been erased since is left out."""
    numbers = {one.number for one in appeared}
    files, timelines = register.registrations(numbers), register.timelines(numbers)
    for one in appeared:
        file = files.get(one.number)
        if file and file.publication and not file.erased:
            yield Line(one, file, tuple(_about(one, file, timelines[one.number])))


def _place(chapter: Chapter) -> int:
    if chapter.act is None:
        return -1 if chapter.is_first else 10_000
    system = next(line.file.system for line in chapter.lines)
    return [one.key for one in system.acts].index(chapter.what)


def _about(one: Appeared, file: Registration, entries: Sequence[Entry]) -> Iterator[About]:
    """What was entered of that kind since it was published last."""
    if one.what == REGISTRATION:
        return
    since = max((entry.number for entry in entries if entry.number < one.entry and _tells(entry, one.what)), default=0)
    requests = {each.request: each for each in file.requests}
    for entry in entries:
        body = entry.body or {}
        if not since < entry.number < one.entry:
            continue
        if entry.kind == OfficeStated.kind() and body.get("act") == one.what:
            yield About(date.fromisoformat(body["on"]), (body["office"],), _things(file, body.get("things", ())))
        elif entry.kind == RegistrationLapsed.kind() and body.get("what") == one.what:
            yield About(
                date.fromisoformat(body["on"]), tuple(body.get("parties", ())), _things(file, body.get("things", ()))
            )
        elif entry.kind == RequestRecorded.kind() and body["request"] in requests:
            asked = requests[body["request"]]
            if asked.act == one.what:
                on = date.fromisoformat(body["recorded_on"])
                yield About(on, asked.parties, _things(file, asked.things))


def _tells(entry: Entry, what: str) -> bool:
    return entry.kind == RegistrationPublished.kind() and (entry.body or {}).get("what") == what


def _things(file: Registration, places: Sequence[int]) -> tuple[str, ...]:
    known = file.things
    return tuple(known[place] or str(place + 1) if place < len(known) else str(place + 1) for place in places)


def told(line: Line) -> Mapping[str, object]:
    """A line as plain data, for machines."""
    one, file = line.appeared, line.file
    return {
        "entry": one.entry,
        "what": one.what,
        "registrationNumber": one.registration_number,
        "file": one.number,
        "title": file.title,
        "holders": list(file.holders),
        "classes": list(line.classes),
        "parties": list(line.parties),
        "registeredOn": file.registered_on.isoformat() if file.registered_on else None,
        "publishedOn": one.on.isoformat(),
        "issue": one.issue,
        "about": [
            {"on": each.on.isoformat(), "parties": list(each.parties), "things": list(each.things)}
            for each in line.about
        ],
    }
