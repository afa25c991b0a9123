"""Time limits as a calendar that other programs read: iCalendar (RFC 5545), https://www.rfc-editor.org/rfc/rfc5545."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chancery.treaties.kernel import TimeLimit

FOLDED = 75  # octets of a line at most (RFC 5545, 3.1)


@dataclass(frozen=True)
class Dated:
    """One whole day of a calendar. ``of`` is the application, empty where the facts were typed in by somebody."""

    limit: TimeLimit
    link: str
    of: str = ""


def as_calendar(days: Iterable[Dated], *, at: datetime, name: str = "") -> str:
    """A calendar with one whole day for each time limit that is known; ``at`` is the instant (UTC) it was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chancery//Time limits//EN", "CALSCALE:GREGORIAN"]
    if name:
        lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for one in days:
        if isinstance(one.limit.due, date):
            lines += _event(one, one.limit.due, at=at)
    return "".join(f"{piece}\r\n" for line in [*lines, "END:VCALENDAR"] for piece in _fold(line))


def _event(one: Dated, due: date, *, at: datetime) -> list[str]:
    limit = one.limit
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(limit.steps, start=1))
    said = "\n".join(filter(None, (f"{limit.act} [{limit.cites}]", steps, limit.relief, limit.consequence)))
    summary = f"{one.of}: {limit.act}" if one.of else f"{limit.act} ({limit.cites})"
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(one, due)}@chancery",
        f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(said)}",
        f"URL:{one.link}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _uid(one: Dated, due: date) -> str:
    """A limit of an application keeps its name when its day moves, so that a calendar moves it, not doubles it."""
    what = f"{one.limit.key} {one.of} {one.limit.office}" if one.of else f"{one.limit.key} {due} {one.link}"
    return hashlib.sha256(what.encode()).hexdigest()[:32]


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, never cut inside a character."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > FOLDED:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
