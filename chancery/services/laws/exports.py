"""Time limits as files that other programs read: iCalendar (RFC 5545) and CSV."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from chancery.treaties.kernel import TimeLimit

COLUMNS = (
    *("key", "act", "actor", "office", "nominal", "due", "nature"),
    *("citation", "relief", "consequence", "confidence"),
)
FOLDED = 75  # octets of a line at most (RFC 5545, 3.1)


def as_csv(limits: Iterable[TimeLimit]) -> str:
    """One line a time limit; what is not determinable says so in its own words."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for one in limits:
        what = (one.key, one.act, one.actor, one.office, one.nominal, one.due, one.nature)
        writer.writerow((*what, one.cites, one.relief, one.consequence, one.confidence))
    return file.getvalue()


def as_calendar(limits: Iterable[TimeLimit], *, at: datetime, link: str) -> str:
    """A calendar with one whole day for each time limit that is known. ``link`` is where the result can be seen."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chancery//Time limits//EN", "CALSCALE:GREGORIAN"]
    for one in limits:
        if isinstance(one.due, date):
            lines += _event(one, one.due, at=at, link=link)
    return "".join(f"{piece}\r\n" for line in [*lines, "END:VCALENDAR"] for piece in _fold(line))


def _event(limit: TimeLimit, due: date, *, at: datetime, link: str) -> list[str]:
    name = hashlib.sha256(f"{limit.key} {due} {link}".encode()).hexdigest()[:32]
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(limit.steps, start=1))
    said = "\n".join(filter(None, (f"{limit.act} [{limit.cites}]", steps, limit.relief, limit.consequence)))
    return [
        "BEGIN:VEVENT",
        f"UID:{name}@chancery",
        f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{limit.act} ({limit.cites})')}",
        f"DESCRIPTION:{_escaped(said)}",
        f"URL:{link}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


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
