"""From what was typed to the data of an application, and back.

Nothing typed is thrown away: what cannot be read is kept as it was typed, beside the application, and shown again with
the reason.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chancery.services.filing.boxes import box_of, field_at
from chancery.services.filing.choices import codes
from chancery.services.filing.shapes import Field
from chancery.treaties.kernel import Finding

Value = str | bool | list[str] | None
LONGEST = 100_000
"""Characters of one field that are kept although they are too many; more is refused, and stays on the page."""

BETWEEN: Mapping[str, str] = {"codes": " ", "lines": "\n"}
"""What stands between the items of a list that is typed as text."""
MOST_LINES = 100

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})")


class Unreadable(ValueError):
    """What was typed is not what the field asks for; the message says why, and what to do."""


def shown(content: Mapping[str, Any], unread: Mapping[str, str], path: str) -> Value:
    """What the form shows in a field: what was typed where it could not be read, else the stored value."""
    if path in unread:
        return unread[path]
    value = at(content, path)
    field = field_at(path)
    if field and field.kind == "answer":
        return _ANSWERS.get(value, "")
    if field and field.kind in BETWEEN and isinstance(value, list):
        return BETWEEN[field.kind].join(value)
    return "" if value is None else value


def at(content: Any, path: str) -> Any:
    """The stored value at a path; None where there is nothing."""
    for step in path.split("."):
        if isinstance(content, list):
            content = content[int(step)] if step.isdigit() and int(step) < len(content) else None
        else:
            content = content.get(step) if isinstance(content, Mapping) else None
    return content


def put(content: dict[str, Any], path: str, value: Any) -> None:
    """Set a value. The list items on the way must be there."""
    *way, last = path.split(".")
    place: Any = content
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[last] = value


def exists(content: Mapping[str, Any], path: str) -> bool:
    """Whether the list item that a path goes through is (still) there."""
    start, *rest = path.split(".")
    return len(rest) < 2 or (rest[0].isdigit() and int(rest[0]) < len(content.get(start, ())))


def normal(field: Field, raw: Any) -> Value:
    """What was sent, in the type that the field shows; line ends as one."""
    if field.kind == "flag":
        return raw in (True, "on", "true", "1")
    if field.kind == "several":
        return sorted({str(one) for one in raw}) if isinstance(raw, list | tuple) else [str(raw)] if raw else []
    text = "" if raw is None else str(raw)
    return text.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode()


def read(field: Field, value: Value) -> Any:
    """The value as it is stored in the application. Raises `Unreadable`."""
    if field.kind == "flag" or (field.kind == "answer" and not isinstance(value, str)):
        return value
    if field.kind == "several":
        return _several(field, value)
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


def write(content: dict[str, Any], unread: dict[str, str], path: str, value: Value) -> None:
    """Store one field: readable values in the application, others as typed with the field left empty."""
    field = field_at(path)
    if field is None or not exists(content, path):
        return
    unread.pop(path, None)
    try:
        put(content, path, read(field, value))
    except Unreadable:
        unread[path] = ", ".join(value) if isinstance(value, list) else str(value)
        put(content, path, EMPTY.get(field.kind, ""))


EMPTY: Mapping[str, Any] = {"date": None, "several": [], "codes": [], "lines": [], "flag": False, "answer": None}
_READERS: Mapping[str, Callable[[Field, str], Any]] = {
    "date": _day,
    "choice": _one,
    "answer": _answer,
    "codes": _codes,
    "lines": _lines,
}
_ANSWERS = {True: "yes", False: "no"}
_SAID = {"": None, "yes": True, "no": False}


def unread_findings(unread: Mapping[str, str]) -> tuple[Finding, ...]:
    """Why each of these could not be read. They prevent filing: the application would be without them."""
    return tuple(
        Finding(cites="", message=_why(path, typed), field=path, severity="prevents") for path, typed in unread.items()
    )


def _why(path: str, typed: str) -> str:
    field = field_at(path)
    try:
        read(field, [typed] if field.kind == "several" else typed) if field else None
    except Unreadable as unreadable:
        return str(unreadable)
    return _("This could not be read. Type it again.")


def without(content: dict[str, Any], unread: dict[str, str], group: str, place: int) -> None:
    """Take one item out of a list; what was typed in the items after it moves up with them."""
    del content[group][place]
    for path in [path for path in sorted(unread, key=_natural) if path.startswith(f"{group}.")]:
        _group, index, name = path.split(".")
        typed = unread.pop(path) if int(index) >= place else None
        if typed is not None and int(index) > place:
            unread[f"{group}.{int(index) - 1}.{name}"] = typed


def _natural(path: str) -> tuple[int, str]:
    index = path.split(".")[1]
    return int(index), path


def findings_by_box(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    """The findings sorted into the boxes of the form."""
    sorted_in: dict[str, list[Finding]] = {}
    for finding in findings:
        sorted_in.setdefault(box_of(finding.field).slug, []).append(finding)
    return sorted_in
