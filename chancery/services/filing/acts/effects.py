"""What an act changes: in the application, and in the time limits."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chancery.records.register.queries import Right
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.boxes import BOXES, PARTS
from chancery.services.filing.shapes import Text
from chancery.treaties import pct
from chancery.treaties.kernel import TimeLimit

Day = date | pct.NotDeterminable | None

_UNSAID = frozenset({"measured", "sha256", "words", "signatures", "received_on", "request_sheets"})


@dataclass(frozen=True)
class Moved:
    """A time limit whose last day changes. ``before`` or ``after`` is None where it comes into being or ends."""

    limit: TimeLimit
    before: Day
    after: Day


@dataclass(frozen=True)
class Change:
    """Something in the request that changes. One of the two is empty where it is added or taken out."""

    label: Text
    before: str
    after: str


def moved(before: Right, after: Right) -> list[Moved]:
    """The time limits that change, in the order of the days they had."""
    then, now = _by_place(before.record), _by_place(after.record)
    found = [
        Moved(now.get(key) or then[key], _due(then.get(key)), _due(now.get(key)))
        for key in dict.fromkeys((*then, *now))
        if _differ(_due(then.get(key)), _due(now.get(key)))
    ]
    return sorted(found, key=lambda one: (not isinstance(one.before, date), str(one.before or one.after)))


def _differ(before: Day, after: Day) -> bool:
    """Two days of which one is known: why a day is not known may change without anybody's interest."""
    return before != after and (isinstance(before, date) or isinstance(after, date))


def _by_place(record: pct.Record) -> dict[tuple[str, int], TimeLimit]:
    """An invitation each may have made several limits of one key: they are told apart by their order."""
    seen: Counter[str] = Counter()
    found = {}
    for limit in pct.time_limits(record):
        found[limit.key, seen[limit.key]] = limit
        seen[limit.key] += 1
    return found


def _due(limit: TimeLimit | None) -> Day:
    return limit.due if limit else None


def changes(before: pct.Application, after: pct.Application) -> list[Change]:
    """What differs in the request, field by field; persons, claims and parts that come or go as wholes."""
    then, now = before.to_dict(), after.to_dict()
    return [change for name in then if name not in _UNSAID for change in _field(name, then[name], now[name])]


def _field(name: str, then: Any, now: Any) -> Iterator[Change]:
    if then == now:
        return
    if not (isinstance(then, list) and all(isinstance(one, Mapping) for one in (*then, *now))):
        yield Change(PCT.label_of(name), _plain(then), _plain(now))
    elif len(then) == len(now):
        for place, (old, new) in enumerate(zip(then, now, strict=True)):
            yield from _item(name, place, old, new)
    else:
        yield from (Change(_one(name), _named(one), "") for one in then if one not in now)
        yield from (Change(_one(name), "", _named(one)) for one in now if one not in then)


def _item(name: str, place: int, then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    for field in then:
        if field not in _UNSAID and then[field] != now[field]:
            label = f"{_named(then)}: {_label(name, place, field)}"
            yield Change(label, _plain(then[field]), _plain(now[field]))


def _label(name: str, place: int, field: str) -> Text:
    """The words of the form where it has this field, else of this list."""
    labels: Mapping[str, Text] = {"ceased_on": _("withdrawn on"), "late": _("came late, as"), "added_on": _("added on")}
    return labels.get(field) or PCT.label_of(f"{name}.{place}.{field}")


def _one(name: str) -> Text:
    """What an item of a list is called."""
    if name == "parts":
        return _("Part of the application")
    return next((box.group.one for box in reversed(BOXES) if box.group and box.group.name == name), name)


def _named(item: Mapping[str, Any]) -> str:
    """A person by name, a claim by Office, number and day, a part by kind and file."""
    if "sha256" in item:
        return f"{PARTS.get(item['kind'], item['kind'])}: {item['name']}"
    number = item.get("number") or ""
    office = item.get("office") or item.get("state") or ""
    words = (item.get("name"), "" if number.startswith(office) else office, number, item.get("filed_on"))
    return " ".join(str(one) for one in words if one) or str(item.get("item") or "")


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def late_parts(before: Right, after: Right) -> pct.LateParts | None:
    """What late parts come to, where an act brings some or takes some back: the filing date, with its reasoning."""
    day = before.filing_date or before.received_on
    late = [part for part in (*before.application.parts, *after.application.parts) if part.late]
    if day is None or not late or before.application.parts == after.application.parts:
        return None
    return pct.with_late_parts(after.application, before.received_on or day)
