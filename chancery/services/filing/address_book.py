"""A person's address book: who stands in their drafts and applications, and they themselves. Nothing is kept twice."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.records.accounts import queries as accounts
from chancery.records.register import queries as rights
from chancery.services.filing import queries
from chancery.treaties import pct
from chancery.treaties.kernel.plain import to_plain

GROUPS = {"parties": pct.Party, "agents": pct.Agent}
MOST = 300
"""As many are looked through for a page, the newest first."""


@dataclass(frozen=True)
class Known:
    """Somebody who can be taken over. ``key`` names these very data."""

    key: str
    name: str
    words: str
    item: dict[str, Any]


def known(user_id: int, group: str, *, on: date, words: str = "") -> list[Known]:
    """Everybody of a kind ("parties", "agents") by name; those whose name or address holds the words."""
    found: dict[str, Known] = {}
    for item in _items(user_id, group, on):
        if item.get("name") and _holds(item, words):
            one = _known(item)
            found.setdefault(one.key, one)
    return sorted(found.values(), key=lambda one: (one.name.casefold(), one.key))


def find(user_id: int, group: str, key: str, *, on: date) -> Known | None:
    return next((one for one in known(user_id, group, on=on) if one.key == key), None)


def _items(user_id: int, group: str, on: date) -> Iterator[dict[str, Any]]:
    yield from _own(user_id, group)
    for draft in queries.open_drafts(user_id, on=on)[:MOST]:
        yield from _plain(draft.application.get(group, ()), group)
    numbers = rights.shared_with(user_id, on=on)[:MOST]
    for number, right in rights.rights(numbers).items():
        application = rights.with_contacts(number, right.application)
        yield from to_plain(application)[group]


def _own(user_id: int, group: str) -> Iterator[dict[str, Any]]:
    profile = accounts.profile(user_id)
    if profile is None or not profile.address:
        return
    name = ", ".join(filter(None, (profile.last_name, profile.first_name))) or profile.name
    reached = {"address": profile.address, "country": profile.country, "email": profile.email, "phone": profile.phone}
    yield from _plain([{"name": name, **reached}], group)


def _plain(items: Iterable[dict[str, Any]], group: str) -> Iterator[dict[str, Any]]:
    """Every item with all fields of its kind, so that the same person is one."""
    empty = to_plain(GROUPS[group]())
    for item in items:
        yield {name: item.get(name, value) for name, value in empty.items()}


def _known(item: dict[str, Any]) -> Known:
    digest = hashlib.sha256(json.dumps(item, sort_keys=True, default=str).encode()).hexdigest()[:24]
    words = ", ".join(part.strip() for part in str(item.get("address", "")).splitlines() if part.strip())
    return Known(digest, str(item["name"]), " ".join(filter(None, (words, item.get("country", "")))), item)


def _holds(item: dict[str, Any], words: str) -> bool:
    text = f"{item.get('name', '')} {item.get('address', '')} {item.get('email', '')}".casefold()
    return all(word in text for word in words.casefold().split())
