"""Every address of the house, filled in: with what is there, and with what is not.

An argument that stands in no table here stops the walk by name, so that no new address is forgotten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import resolve

from tests.house.test_access import views
from tests.unpublished import Unpublished

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
REGISTRATION = re.compile(r"MADRID\|HAGUE\|LISBON|/registrations/<\w+>")
"""Addresses whose number is that of a registration file."""
API = "/api/v1/"
MISSING = "PCT-IB2026-099999"


class Unfilled(AssertionError):
    """An address has an argument of which the walk does not know what it names."""


@dataclass(frozen=True)
class Place:
    """An address twice: as it names something of Ada's (``there``), and something that is not (``missing``)."""

    route: str
    room: str
    there: str
    missing: str
    called: tuple[tuple[object, object], ...]  # each argument, twice

    @property
    def names_something(self) -> bool:
        return self.there != self.missing


def places(world: Unpublished) -> list[Place]:
    table = named(world)
    return [place for route in dict(views()) for place in _of(route, table)]


def _of(route: str, table: dict[str, list[tuple]]) -> Iterator[Place]:
    """More than one where an argument runs over several things: each entry of the ledger, each act."""
    room = "api" if route.startswith("api/") else route.partition("/")[0]
    names = [first or second for first, second in ARGUMENT.findall(route)]
    values = {name: _values(table, route, room, name) for name in names}
    for step in range(max((len(one) for one in values.values()), default=1)):
        called = {name: one[step % len(one)] for name, one in values.items()}
        there, missing = (_filled(route, {name: pair[side] for name, pair in called.items()}) for side in (0, 1))
        for address in (there, missing):
            found = resolve(address)
            assert found.route.replace("^", "") == route.replace("^", ""), f"{address}: {found.route}, not {route}"
        yield Place(route, room, there, missing, tuple(called.values()))


def _values(table: dict[str, list[tuple]], route: str, room: str, name: str) -> list[tuple]:
    of_registration = f"registration/{name}" if REGISTRATION.search(route) else ""
    for key in (f"{route} {name}", of_registration, f"{room}/{name}"):
        if key in table:
            return table[key]
    raise Unfilled(f"{route}: say in tests/addresses.py what “{name}” names, so that the walk can open this address")


def _filled(route: str, values: dict[str, object]) -> str:
    text = ARGUMENT.sub(lambda found: str(values[found[1] or found[2]]), route)
    return "/" + text.replace("^", "").replace("$", "").replace(r"\.", ".")


def named(world: Unpublished) -> dict[str, list[tuple]]:
    """What each argument names in each room: pairs of what is there and what is not.

    A secret address opens to whoever holds it: the walk has one that differs from it in its last character.
    """
    entries = [(number, 999_999) for number in world.entries]
    number = [(world.address, MISSING)]
    registrations = [(one, f"{one[:-6]}099999") for one in world.registrations]
    near = {name: [(_near(secret), "x" * len(secret))] for name, secret in _secrets(world).items()}
    return {
        "registration/address": registrations,
        "registration/number": registrations,
        "registration/sha256": [(world.picture, "0" * 64)],
        "registration/key": [("renounce", "renounce")],
        "registration/act": [("renounce", "renounce")],
        "registration/notice": [(1, 1)],
        "registration/place": [(0, 0)],
        **_of_one_file(world, registrations),
        "registration/entry": [(entry, 999_999) for entry in world.entered],
        "filing/pk": [(world.draft, 99_999)],
        "filing/drafts/<int:pk>/<slug:slug>/take-over/ slug": [("parties", "parties")],
        "filing/slug": [(slug, slug) for slug in ("title", "applicant", "parties", "documents", "signature")],
        "filing/kind": [("description", "description")],
        "filing/secret": near["signing"],
        "filing/act": [(world.prepared, 99_999)],
        "filing/invited": near["prepared"],
        "filing/token": near["token"],
        "filing/address": number,
        "filing/sha256": [(world.sha256, "0" * 64)],
        "filing/key": [(key, key) for key in ("send_letter", "withdraw_application", "change_parties")],
        "filing/entry": [(world.act, 999_999)],
        "filing/invitation": [(1, 1)],
        "docket/secret": near["feed"],
        "docket/address": number,
        "docket/place": [(0, 0), (1, 1)],
        "desk/address": number,
        "desk/sha256": [(world.sha256, "0" * 64)],
        "desk/key": [(key, key) for key in ("extend", "record-copy", "observation")],
        "desk/day": [("2026-11-26", "2026-11-26")],
        "desk/year": [(2026, 2026)],
        "desk/week": [("47", "47")],
        "gazette/system": [(system, system) for system in ("madrid", "hague", "lisbon")],
        "gazette/year": [(2026, 2026)],
        "gazette/week": [("47", "47")],
        "gazette/key": [("WO2026000001", "WO2026000001")],
        "gazette/kind_code": [("A2", "A2")],
        "law/treaty": [("pct", "pct"), ("madrid", "madrid")],
        "law/<slug:treaty>/ treaty": [("pct", "pct")],  # of the others it is the page of their system
        "law/slug": [("rule-80.5", "rule-80.5")],
        "law/classification": [("nice", "nice"), ("locarno", "locarno"), ("vienna", "vienna")],
        "law/symbol": [("25", "25"), ("06-01", "06-01"), ("26.4", "26.4")],
        "law/system": [(key, key) for key in ("madrid", "hague", "lisbon")],
        "law/code": [("CH", "CH")],
        "contact/question_id": [(world.question, 99_999)],
        "contact/secret": near["question"],
        "register/number": entries,
        "register/address": number,
        "register/system": [("hague", "hague"), ("madrid", "madrid")],
        "register/written": [("DM-004712", "DM-099999"), ("4712", "99999")],
        "register/level": [(0, 0)],
        "register/where": [(f"000.p/{world.entries[-1]}",) * 2],
        "fees/number": number,
        "letters/letter_id": [(world.letter, 99_999)],
        "inbox/item_id": [(world.item, 99_999)],
        "inbox/token": near["token"],
        "privacy/request_id": [(world.request, 99_999)],
        "privacy/key": [("filing", "filing")],
        "privacy/number": [(1, 99_999)],
        "privacy/old": [(1, 99_999)],
        "privacy/new": [(1, 99_999)],
        "privacy/processor_id": [(1, 99_999)],
        "privacy/breach_id": [(1, 99_999)],
        "privacy/code": near["token"],
        "account/session_id": [(world.session, 99_999)],
        "account/token_id": [(1, 99_999)],
        "account/organisation_id": [(world.organisation, 99_999)],
        "account/delegation_id": [(world.delegation, 99_999)],
        "account/invitation_id": [(world.invitation, 99_999)],
        "account/group_id": [(world.group, 99_999)],
        "account/claim_id": [(world.claim, 99_999)],
        "account/proposal_id": [(world.proposal, 99_999)],
        "account/code": near["token"],
        "account/account_id": [(world.elsewhere, 99_999)],
        "account/access_id": [(world.access, 99_999)],
        "account/client_id": [(world.service, "0" * 32)],
        "account/provider_id": [("elsewhere", "elsewhere")],
        "signon/provider": [("elsewhere", "elsewhere")],
        "account/user_id": [(world.people["Ada"], 99_999)],
        "account/key": near["token"],
        "account/uidb36": [("11111", "zzzzz")],
        "account/pk": [(1, 99_999)],
        "search/collection": [("patents", "patents")],
        "search/key": [(world.address, MISSING)],
        "search/saved_id": [(world.saved, 99_999)],
        "search/workbook_id": [(world.workbook, 99_999)],
        "search/alert_id": [(world.alert, 99_999)],
        "search/secret": near["alert"],
        "search/sha256": [(world.sha256, "0" * 64)],
        "api/collection": [("patents", "patents")],
        "api/key": [(world.address, MISSING)],
        "api/treaty": [("pct", "pct"), ("madrid", "madrid")],
        "api/search": [(world.saved, 99_999)],
        "api/alert": [(world.alert, 99_999)],
        "api/secret": near["alert"],
        "api/webhook": [(world.webhook, 99_999)],
        "api/workbook": [(world.workbook, 99_999)],
        "api/slug": [("rule-80.5", "rule-80.5")],
        "api/classification": [("nice", "nice"), ("locarno", "locarno"), ("vienna", "vienna")],
        "api/symbol": [("25", "25"), ("06-01", "06-01"), ("26.4", "26.4")],
        "api/office": [("IB", "IB")],
        "api/day": [("2026-12-25", "2026-12-25")],
        "api/number": number,
        "api/v1/ledger/entries/<number>/proof number": entries,
        "api/system": [("madrid", "madrid"), ("hague", "hague")],
        "api/year": [(2026, 2026)],
        "api/v1/register/bulletins/<system>/<int:year>/<int:week> week": [(47, 46)],
        "api/code": [("JP", "JP")],
        "api/showing": [("mark.reproductions.0", "mark.reproductions.0")],
        "desk/system": [(system, system) for system in ("madrid", "hague", "lisbon")],
        "api/level": [(0, 0)],
        "api/where": [(f"000.p/{world.entries[-1]}",) * 2],
        "api/place": [(0, 0), (1, 1)],
        "api/draft": [(world.draft, 99_999)],
        "api/kind": [("description", "description")],
        "api/invitation": [(1, 1)],
        "api/act": [("send_letter", "send_letter")],
        "api/week": [("2026-W47", "2026-W46")],
    }


def _secrets(world: Unpublished) -> dict[str, str]:
    return {
        "signing": world.signing,
        "prepared": world.prepared_secret,
        "question": world.question_secret,
        "feed": world.feed,
        "alert": world.alert_secret,
        "token": "AAAAAAAAAAAAAAAAAAAAAAAA",
    }


def _of_one_file(world: Unpublished, registrations: list[tuple]) -> dict[str, list[tuple]]:
    """What only one of the registration files has: the mark a notice, the designs a view and a request."""
    mark, designs, _indication = registrations
    filing = r"filing/^(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/"
    of_designs = (
        filing + r"files/(?P<sha256>[0-9a-f]{64})/$",
        filing + r"acts/(?P<entry>\d{1,12})/$",
        filing + r"acts/(?P<entry>\d{1,12})/receipt\.pdf$",
    )
    of_the_mark = (
        filing + r"notices/(?P<notice>\d{1,6})/$",
        filing.replace("filing", "docket", 1) + r"why/(?P<place>\d{1,4})/$",
    )
    answers = "api/v1/filing/registrations/<number>/notices/<notice>/answer"
    desk = r"desk/^registrations/(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/"
    found = {f"{route} address": [designs] for route in of_designs}
    found |= {
        desk + r"documents/(?P<sha256>[0-9a-f]{64})$ address": [designs],
        desk + r"acts/(?P<key>[a-z][a-z_]{1,40})/$ key": [(key, key) for key in ("register", "record", "grant")],
        "api/v1/desk/registrations/<number>/statements/<act> act": [("grant", "grant")],
        "desk/system": [(key, key) for key in ("madrid", "hague", "lisbon")],
    }
    found |= {f"{route} entry": [(world.requested, 999_999)] for route in of_designs}
    found |= {f"{route} address": [mark] for route in of_the_mark}
    return found | {f"{answers} number": [mark]}


def _near(secret: str) -> str:
    return secret[:-1] + ("a" if secret[-1] != "a" else "b")
