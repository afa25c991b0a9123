"""E-mail addresses and telephone numbers of the persons in a request. They are for the Office, never published.

An event of the ledger is disclosed whole at publication; so these are taken out before it is entered, and kept here.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from chancery.core.event import Event
from chancery.records.register.models import Contact
from chancery.treaties import pct

Person = TypeVar("Person", pct.Party, pct.Agent)
LISTS = ("parties", "agents", "applicants")
ONE = "representative"
PRIVATE = ("email", "phone")
NEW = "new_"
"""How the facts of a request begin that are about a new owner."""

NEW_PRIVATE = tuple(f"{NEW}{field}" for field in PRIVATE)


def apart(number: str, event: Event) -> Event:
    """The event without contacts, which are kept beside the ledger under the person's name."""
    application = getattr(event, "application", None)
    for person in _people(application if isinstance(application, dict) else {}):
        if any(person.get(field) for field in PRIVATE):
            _keep(number, person["name"], {field: person.get(field) or "" for field in PRIVATE})
    facts: dict[str, Any] = getattr(event, "facts", {})
    known = {field: facts.get(f"{NEW}{field}", "") for field in PRIVATE}
    if any(known.values()):
        _keep(number, facts.get(f"{NEW}name", ""), known)
    return bare(event)


def bare(event: Event) -> Event:
    """The event as it is entered: without how persons, and the new owner of a request, can be reached."""
    application, facts = getattr(event, "application", None), getattr(event, "facts", None)
    changes: dict[str, Any] = {}
    if isinstance(application, dict):
        changes["application"] = without(application)
    if isinstance(facts, dict):
        changes["facts"] = {name: text for name, text in facts.items() if name not in NEW_PRIVATE}
    return msgspec.structs.replace(event, **changes) if changes else event


def _keep(number: str, name: str, known: dict[str, str]) -> None:
    Contact.objects.update_or_create(number=number, name=name, defaults=known)


def new_owner(number: str, name: str) -> str:
    """The e-mail address of the new owner whom a request names; empty where none was given."""
    return Contact.objects.filter(number=number, name=name).values_list("email", flat=True).first() or ""


def taken_along(number: str, name: str, *, to: str) -> None:
    """A person of one file stands in another: how they can be reached is known there too."""
    row = Contact.objects.filter(number=number, name=name).first()
    if row is not None:
        _keep(to, name, {field: getattr(row, field) for field in PRIVATE})


def without(application: dict[str, Any]) -> dict[str, Any]:
    """The application as plain data, without e-mail addresses and telephone numbers."""
    lists = {name: [_bare(person) for person in application[name]] for name in LISTS if application.get(name)}
    one = {ONE: _bare(application[ONE])} if application.get(ONE) else {}
    return application | lists | one


def _bare(person: dict[str, Any]) -> dict[str, Any]:
    return {key: "" if key in PRIVATE else value for key, value in person.items()}


def reached(number: str, application: dict[str, Any]) -> dict[str, Any]:
    """The application of a registration file, as plain data, with the contacts that are known."""
    known = {row.name: row for row in Contact.objects.filter(number=number)}

    def one(person: dict[str, Any]) -> dict[str, Any]:
        contact = known.get(person.get("name", ""))
        return person | {key: getattr(contact, key) for key in PRIVATE if key in person} if contact else person

    applicants = (
        {"applicants": [one(person) for person in application["applicants"]]} if "applicants" in application else {}
    )
    representative = {ONE: one(application[ONE])} if application.get(ONE) else {}
    return application | applicants | representative


def with_contacts(number: str, application: pct.Application) -> pct.Application:
    """The application with the contacts that are known: for those who may see and change them."""
    known = {row.name: row for row in Contact.objects.filter(number=number)}
    return replace(
        application,
        parties=tuple(_reached(one, known.get(one.name)) for one in application.parties),
        agents=tuple(_reached(one, known.get(one.name)) for one in application.agents),
    )


def _reached(person: Person, contact: Contact | None) -> Person:
    return replace(person, email=contact.email, phone=contact.phone) if contact else person


def _people(application: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in LISTS:
        yield from application.get(name, ())
    if application.get(ONE):
        yield application[ONE]
