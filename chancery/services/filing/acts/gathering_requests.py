"""Gathering signatures for acts on an application under the PCT: by applicants and agents (PCT Rule 90bis.5)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from chancery.core.event import Event
from chancery.records.register import queries as rights
from chancery.services.filing.acts import doing
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.acts.doing import Prepared, Sent
from chancery.services.filing.models import PreparedAct
from chancery.treaties import pct
from chancery.treaties.kernel import Finding
from chancery.treaties.kernel.plain import to_plain


class Requests:
    """What gathering asks of them; `gathering.Matter` says what each is for."""

    done, acts = "filing:act-done", "filing:acts"

    def act(self, row: PreparedAct) -> pct.Act:
        return pct.act(row.key)

    def people(self, row: PreparedAct) -> list[tuple[str, str]]:
        right = rights.right(row.number, version=row.version)
        if right is None:
            return []
        application = right.application
        found = [(f"party.{place}", one.name) for place, one in enumerate(application.parties) if one.applicant]
        return found + [(f"agent.{place}", one.name) for place, one in enumerate(application.agents)]

    def signatures(self, sent: Sent) -> list[dict[str, Any]]:
        return [to_plain(one) for one in sent.signatures]

    def sent(self, row: PreparedAct, given: Mapping[str, str]) -> Sent:
        typed = [pct.Signature(**{**one, "signed_on": None}) for one in row.signatures]
        invited = [_signature(place, name) for place, name in given.items()]
        places = {(one.party, one.agent) for one in invited}
        return Sent(
            version=row.version,
            values=row.values,
            files=tuple(Brought(**one) for one in row.files),
            signatures=(*(one for one in typed if (one.party, one.agent) not in places), *invited),
        )

    def signed(self, row: PreparedAct, sent: Sent) -> dict[str, str]:  # noqa: ARG002 - each says its place
        return {_place(one): one.name for one in sent.signatures}

    def lacking(self, row: PreparedAct, sent: Sent) -> tuple[Finding, ...]:
        right = rights.right(row.number, version=row.version)
        return pct.unsigned(row.key, right.application, sent.signatures) if right else ()

    def version(self, number: str) -> int | None:
        right = rights.right(number)
        return right.version if right else None

    def at_version(self, sent: Sent, version: int) -> Sent:
        return replace(sent, version=version)

    def prepare(self, number: str, key: str, sent: Sent, *, by: int, at: datetime) -> Prepared:
        return doing.prepare(number, key, sent, by=by, at=at, signing=True)

    def events(self, prepared: Prepared) -> tuple[Event, ...]:
        return prepared.events

    def hand_in(self, row: PreparedAct, sent: Sent, *, by: int, at: datetime) -> int:
        return doing.hand_in(row.number, row.key, sent, by=by, at=at)


def _signature(where: str, name: str) -> pct.Signature:
    kind, place = where.split(".")
    if kind == "party":
        return pct.Signature(name=name, capacity="applicant", party=int(place))
    return pct.Signature(name=name, capacity="agent", agent=int(place))


def _place(one: pct.Signature) -> str:
    return f"agent.{one.agent}" if one.agent is not None else f"party.{one.party or 0}"
