"""From what was typed to the data of an application, and back.

Nothing typed is thrown away: what cannot be read is kept as it was typed, beside the application, and shown again with
the reason.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chancery.services.filing import paths
from chancery.services.filing.book import Book
from chancery.services.filing.choices import codes
from chancery.services.filing.paths import at, exists
from chancery.services.filing.shapes import Field
from chancery.treaties.kernel import Finding

Value = str | bool | list[str] | None
LONGEST = 100_000
"""Characters of one field that are kept although they are too many; more is refused, and stays on the page."""

BETWEEN: Mapping[str, str] = {"codes": " ", "lines": "\n", "numbers": " "}
"""What stands between the items of a list that is typed as text."""
MOST_LINES = 100
MOST_PLACES = 1000
TICKED = frozenset({"several", "places"})
"""Kinds of fields of which several choices are ticked."""

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})")


class Unreadable(ValueError):
    """What was typed is not what the field asks for; the message says why, and what to do."""


def shown(book: Book, content: Mapping[str, Any], unread: Mapping[str, str], path: str) -> Value:
    """What the form shows in a field: what was typed where it could not be read, else the stored value."""
    if path in unread:
        return unread[path]
    value, field = at(content, path), book.field_at(path)
    return as_shown(field, value) if field else "" if value is None else value


def as_shown(field: Field, value: Any) -> Value:
    """A stored value as its field shows it."""
    if field.kind == "answer":
        return _ANSWERS.get(value, "")
    if field.kind == "places":
        return [str(place) for place in value or ()]
    if field.kind in BETWEEN and isinstance(value, list):
        return BETWEEN[field.kind].join(map(str, value))
    if field.kind == "number":
        return "" if not value else str(value)
    return "" if value is None else value


def normal(field: Field, raw: Any) -> Value:
    """What was sent, in the type that the field shows; line ends as one."""
    if field.kind == "flag":
        return raw in (True, "on", "true", "1")
    if field.kind in TICKED:
        chosen = {str(one) for one in raw} if isinstance(raw, list | tuple) else {str(raw)} if raw else set()
        return sorted(chosen, key=lambda one: (len(one), one) if field.kind == "places" else (0, one))
    text = "" if raw is None else str(raw)
    return text.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode()


def read(field: Field, value: Value) -> Any:
    """The value as it is stored in the application. Raises `Unreadable`."""
    if field.kind == "flag" or (field.kind == "answer" and not isinstance(value, str)):
        return value
    if field.kind == "several":
        return _several(field, value)
    if field.kind == "places":
        return [_whole_number(str(one), MOST_PLACES) for one in value] if isinstance(value, list) else []
    text = "\n".join(value) if isinstance(value, list) else str(value)
    return _READERS.get(field.kind, _text)(field, text.strip())


def _text(field: Field, text: str) -> str:
    if len(text) > field.limit:
        raise Unreadable(too_long(len(text), field.limit))
    if field.kind == "line":
        text = " ".join(text.split())
    if any(ord(letter) < 32 and letter not in "\n\t" for letter in text):
        raise Unreadable(_("There is a control character in this text. Type it again."))
    return text


def too_long(count: int, limit: int) -> str:
    return _("This has {count} characters; at most {limit} are taken. Shorten it.").format(count=count, limit=limit)


def _day(_field: Field, text: str) -> str | None:
    if not text:
        return None
    found = _YEAR_FIRST.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())).isoformat() if found else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> str:
    raise Unreadable(_("“{text}” is not a date. Write year-month-day, for example 2026-03-31.").format(text=text[:40]))


def _one(field: Field, text: str) -> str:
    if text and field.choices and text not in codes(field.choices()):
        raise Unreadable(_("“{text}” is not in the list. Choose one of the list.").format(text=text[:40]))
    return text


def _answer(field: Field, text: str) -> bool | None:
    return _SAID[_one(field, text)]


def _several(field: Field, value: Value) -> list[str]:
    chosen = value if isinstance(value, list) else []
    unknown = set(chosen) - codes(field.choices()) if field.choices else set()
    if unknown:
        raise Unreadable(_("“{text}” is not in the list. Choose from the list.").format(text=min(unknown)[:40]))
    return chosen


def _codes(field: Field, text: str) -> list[str]:
    """Codes with spaces or commas between, in any case, each once."""
    typed = dict.fromkeys(_text(field, text).upper().replace(",", " ").replace(";", " ").split())
    known = codes(field.choices()) if field.choices else set()
    for code in typed:
        if code not in known:
            raise Unreadable(
                _("“{text}” is not the code of a Contracting State. Write codes such as US CN.").format(text=code[:40])
            )
    return sorted(typed)


def _lines(field: Field, text: str) -> list[str]:
    """What stands in each line that is not empty. The limit is that of one line."""
    found = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(found) > MOST_LINES:
        raise Unreadable(_("At most {most} lines are taken.").format(most=MOST_LINES))
    return [_text(field, line) for line in found]


def _number(field: Field, text: str) -> int | None:
    """A whole number; nothing where the field may be left open, else nought."""
    if not text:
        return None if field.optional else 0
    return _whole_number(text, 10 ** min(field.limit, 9))


def _numbers(field: Field, text: str) -> list[int]:
    """Whole numbers with spaces or commas between, each once, in order."""
    typed = text.replace(",", " ").replace(";", " ").split()
    return sorted({_whole_number(one, field.limit) for one in typed})


def _whole_number(text: str, below: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) < below):
        raise Unreadable(_("“{text}” is not a whole number that can stand here.").format(text=text[:40]))
    return int(text)


def write(book: Book, content: dict[str, Any], unread: dict[str, str], path: str, value: Value) -> None:
    """Store one field: readable values in the application, others as typed with the field left empty."""
    field = book.field_at(path)
    if field is None or not exists(content, path):
        return
    unread.pop(path, None)
    _make_room(book, content, path)
    try:
        paths.put(content, path, read(field, value))
    except Unreadable:
        unread[path] = ", ".join(value) if isinstance(value, list) else str(value)
        paths.put(content, path, _nothing(field))
    _clear(book, content, path)


def _make_room(book: Book, content: dict[str, Any], path: str) -> None:
    """Put the empty object there, where a field is written in one that is missing."""
    way = path.rpartition(".")[0]
    if way and at(content, way) is None and (empty := book.empty(way)) is not None:
        paths.put(content, way, empty)


def _clear(book: Book, content: dict[str, Any], path: str) -> None:
    """An object that may be missing is missing again once nothing stands in it."""
    way, _dot, _name = path.rpartition(".")
    if way and not way.rpartition(".")[2].isdigit() and book.empty(way) == at(content, way):
        paths.put(content, way, None)


def _nothing(field: Field) -> Any:
    """What is stored where nothing stands in a field."""
    if field.kind in LISTS:
        return []
    return {"date": None, "flag": False, "answer": None, "number": None if field.optional else 0}.get(field.kind, "")


LISTS = frozenset({*TICKED, *BETWEEN})
_READERS: Mapping[str, Callable[[Field, str], Any]] = {
    "date": _day,
    "choice": _one,
    "answer": _answer,
    "codes": _codes,
    "lines": _lines,
    "number": _number,
    "numbers": _numbers,
}
_ANSWERS = {True: "yes", False: "no"}
_SAID = {"": None, "yes": True, "no": False}


def unread_findings(book: Book, unread: Mapping[str, str]) -> tuple[Finding, ...]:
    """Why each of these could not be read. They prevent filing: the application would be without them."""
    return tuple(
        Finding(cites="", message=_why(book.field_at(path), typed), field=path, severity="prevents")
        for path, typed in unread.items()
    )


def _why(field: Field | None, typed: str) -> str:
    try:
        read(field, [typed] if field.kind in TICKED else typed) if field else None
    except Unreadable as unreadable:
        return str(unreadable)
    return _("This could not be read. Type it again.")


def reorder(book: Book, content: dict[str, Any], kept: Sequence[dict[str, Any]], listed: str, order: list[int]) -> None:
    """Put the items of a list in another order, or take some out: ``order`` are the old places that stay.

    What is ``kept`` by path (what could not be read, files) moves along, and so do the places of other lists that point
    into this one.
    """
    items = at(content, listed)
    items[:] = [items[place] for place in order]
    for one in kept:
        paths.moved(one, listed, order)
    now = {old: new for new, old in enumerate(order)}
    for pattern, field in book.fields.items():
        if field.kind == "places" and field.of == listed:
            for path in paths.found(content, pattern):
                pointed = at(content, path) or []
                paths.put(content, path, sorted(now[place] for place in pointed if place in now))


def findings_by_box(book: Book, findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    """The findings sorted into the boxes of the form."""
    sorted_in: dict[str, list[Finding]] = {}
    for finding in findings:
        sorted_in.setdefault(book.box_of(finding.field).slug, []).append(finding)
    return sorted_in
