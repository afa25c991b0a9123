"""Gathering signatures for requests about a registration: by its holders and their representative.

No provision says whose signatures a request needs where a registration has several holders; so nobody's is missed but
of those who were asked.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.event import Event
from chancery.records.register import queries as rights
from chancery.services.filing.acts.asking import wrong
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.models import PreparedAct
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations.acts_doing import Prepared, Sent
from chancery.treaties.kernel import Finding
from chancery.treaties.registrations import Act

OWN = "own"
"""The place of the name that the person typed who prepared the request."""


class RegistrationRequests:
    """What gathering asks of them; `gathering.Matter` says what each is for."""

    done, acts = "filing:registration-done", "filing:registration-acts"

    def act(self, row: PreparedAct) -> Act:
        file = rights.registration(row.number)
        assert file is not None, "its number stands in the register"
        return file.system.act(row.key)

    def people(self, row: PreparedAct) -> list[tuple[str, str]]:
        file = rights.registration(row.number, version=row.version)
        if file is None or file.application is None:
            return []
        found = [(f"party.{place}", name) for place, name in enumerate(file.holders)]
        if agent := getattr(file.application, "representative", None):
            found.append(("agent.0", agent.name))
        typed = [(OWN, one["name"]) for one in row.signatures if not _place(found, one["name"])]
        return [*typed, *found]

    def signatures(self, sent: Sent) -> list[dict[str, Any]]:
        return [{"name": one} for one in sent.signatures]

    def sent(self, row: PreparedAct, given: Mapping[str, str]) -> Sent:
        return Sent(
            version=row.version,
            values=row.values,
            files=tuple(Brought(**one) for one in row.files),
            signed="".join(one["name"] for one in row.signatures),
            co_signed=tuple(given.values()),
        )

    def signed(self, row: PreparedAct, sent: Sent) -> dict[str, str]:
        return {_place(self.people(row), sent.signed): sent.signed} if sent.signed else {}

    def lacking(self, row: PreparedAct, sent: Sent) -> tuple[Finding, ...]:
        waiting = row.requests.filter(signed_at=None).values_list("who", flat=True)
        if not (sent.signatures or waiting):
            return (wrong(_("Nobody has signed yet.")),)
        return tuple(wrong(_("{name} was asked and has not signed yet.").format(name=who)) for who in waiting)

    def version(self, number: str) -> int | None:
        file = rights.registration(number)
        return file.version if file else None

    def at_version(self, sent: Sent, version: int) -> Sent:
        return replace(sent, version=version)

    def prepare(self, number: str, key: str, sent: Sent, *, by: int, at: datetime) -> Prepared:
        return doing.prepare(number, key, sent, by=by, at=at, signing=True)

    def events(self, prepared: Prepared) -> tuple[Event, ...]:
        return (prepared.event,)

    def hand_in(self, row: PreparedAct, sent: Sent, *, by: int, at: datetime) -> int:
        return doing.hand_in(row.number, row.key, sent, by=by, at=at)


def _place(people: list[tuple[str, str]], name: str) -> str:
    """The place of the person of that name; empty where there is none."""
    return next((place for place, who in people if who.casefold() == name.casefold()), "")
