"""A person's address book: who stands in their drafts, applications and registrations, and they themselves.

Nothing is kept twice: whoever is written into a draft stands in it from then on. Somebody of one treaty can be taken
over into another: what both forms ask is taken, the rest is left to be filled in.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from chancery.records.accounts import queries as accounts
from chancery.records.register import queries as rights
from chancery.services.filing import books, queries
from chancery.services.filing.book import Book
from chancery.services.filing.shapes import Box
from chancery.treaties.kernel.plain import to_plain

Role = Literal["applicant", "agent"]

PLACES: Mapping[tuple[str, str], Role] = {
    ("pct", "parties"): "applicant",
    ("pct", "agents"): "agent",
    ("madrid", "applicants"): "applicant",
    ("madrid", "representative"): "agent",
    ("hague", "applicants"): "applicant",
    ("hague", "representative"): "agent",
    ("hague", "creators"): "applicant",
    ("lisbon", "beneficiaries"): "applicant",
}
"""Where persons stand, by treaty and path; those of one role can be taken over from each other."""

COMMON = ("name", "address", "country", "email", "phone")
"""What forms of different treaties ask of a person alike."""

MOST = 300
"""As many are looked through for a page, the newest first."""


@dataclass(frozen=True)
class Known:
    """Somebody who can be taken over. ``key`` names these very data."""

    key: str
    name: str
    words: str
    item: dict[str, Any]


def place_of(book: Book, box: Box) -> str:
    """The path of the persons that a box asks for; empty for a box that asks for none."""
    paths = (box.group.name,) if box.group else box.owns
    return next((one for one in paths if (book.treaty, one) in PLACES), "")


def known(user_id: int, treaty: str, place: str, *, on: date, words: str = "") -> list[Known]:
    """Everybody who can stand at a place, by name; those whose name or address holds the words.

    Who stands in the same place of another file comes with everything that was written there.
    """
    empty = _empty(treaty, place)
    if empty is None:
        return []
    every = [(source, item) for source, item in _items(user_id, PLACES[treaty, place], on) if _holds(item, words)]
    same = [item for source, item in every if source == (treaty, place)]
    others = [{name: item.get(name, "") for name in COMMON} for source, item in every if source != (treaty, place)]
    there = {_who(item) for item in same}
    taken = [*same, *(item for item in others if _who(item) not in there)]
    people = [
        _known({name: item.get(name, value) for name, value in empty.items()}) for item in taken if item.get("name")
    ]
    return sorted({one.key: one for one in people}.values(), key=lambda one: (one.name.casefold(), one.key))


def find(user_id: int, treaty: str, place: str, key: str, *, on: date) -> Known | None:
    return next((one for one in known(user_id, treaty, place, on=on) if one.key == key), None)


def _empty(treaty: str, place: str) -> dict[str, Any] | None:
    return books.BOOKS[treaty].empty(place) if (treaty, place) in PLACES else None


def _items(user_id: int, role: Role, on: date) -> Iterator[tuple[tuple[str, str], Mapping[str, Any]]]:
    """Every person of a role, with the place where they stand; the person's own profile has none."""
    yield from _own(user_id)
    for treaty, data in _applications(user_id, on):
        for (of_treaty, place), each in PLACES.items():
            if of_treaty == treaty and each == role:
                listed = data.get(place) or ()
                items = [listed] if isinstance(listed, Mapping) else listed
                yield from (((treaty, place), item) for item in items)


def _applications(user_id: int, on: date) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The data of a person's drafts and files, each with its treaty, and with how its persons are reached."""
    for draft in queries.open_drafts(user_id, on=on)[:MOST]:
        yield draft.treaty, draft.application
    numbers = rights.shared_with(user_id, on=on)[:MOST]
    for number, right in rights.rights(numbers).items():
        yield "pct", to_plain(rights.with_contacts(number, right.application))
    for number, file in rights.registrations(numbers).items():
        if file.application is not None:
            yield file.system.key, rights.reached(number, to_plain(file.application))


def _own(user_id: int) -> Iterator[tuple[tuple[str, str], Mapping[str, Any]]]:
    profile = accounts.profile(user_id)
    if profile is None or not profile.address:
        return
    name = ", ".join(filter(None, (profile.last_name, profile.first_name))) or profile.name
    reached = {"address": profile.address, "country": profile.country, "email": profile.email, "phone": profile.phone}
    yield ("", ""), {"name": name, **reached}


def _who(item: Mapping[str, Any]) -> str:
    """By what the same person is known in forms of different treaties."""
    return " ".join(f"{item.get('name', '')} {item.get('address', '')}".casefold().split())


def _known(item: dict[str, Any]) -> Known:
    digest = hashlib.sha256(json.dumps(item, sort_keys=True, default=str).encode()).hexdigest()[:24]
    words = ", ".join(part.strip() for part in str(item.get("address", "")).splitlines() if part.strip())
    return Known(digest, str(item["name"]), " ".join(filter(None, (words, item.get("country", "")))), item)


def _holds(item: Mapping[str, Any], words: str) -> bool:
    text = f"{item.get('name', '')} {item.get('address', '')} {item.get('email', '')}".casefold()
    return all(word in text for word in words.casefold().split())
