"""Before publication nobody learns anything of an application who is not entitled to (PCT Art. 30), at any address.

The walk opens every address of the URLconf and every path of the API, with arguments that name Ada's things, as people
to whom they are closed. No answer may hold a canary; and what is closed answers as what is not there.
"""

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import quote

import pypdfium2 as pdfium
import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from chancery.services.search.fairness import quota
from chancery.site.api import api
from tests import unpublished
from tests.addresses import API, Place, Unfilled, places
from tests.house.test_access import views
from tests.unpublished import DRAFT, FILE, NOTE, PERSON, QUESTION, REGISTRATIONS, Unpublished

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CLOSED: dict[str, Mapping[str, str]] = {
    "nobody": FILE | REGISTRATIONS | DRAFT | QUESTION | NOTE | PERSON,
    "Eve": FILE | REGISTRATIONS | DRAFT | QUESTION | NOTE | PERSON,
    "Fay": FILE | REGISTRATIONS | DRAFT | QUESTION | NOTE,  # she knows the organisation that she has left
    "Oscar": FILE | REGISTRATIONS | DRAFT | QUESTION | NOTE,
    "Petra": DRAFT | QUESTION | NOTE,
    "Otto": DRAFT,
    "Bo": DRAFT | QUESTION | NOTE,  # Ada lets him look at whatever is hers
    "Ada": NOTE,
}
"""What each may see nowhere."""

STRANGERS = ("nobody", "Eve", "Fay", "Oscar")
"""To them the application is closed, and its number tells nothing."""

OUTSIDE = ("nobody", "Eve")
"""They do not know even the number; Fay's own data hold it, and the operator's clock page says what waits."""

KEPT_CLOSED = {name: FILE[name] for name in ("e-mail", "telephone", "letter", "enclosure", "observation")}
"""What publication does not open (PCT Rule 94.1): contacts, papers, and an observation nobody has admitted yet."""

COUNTERS = {"account", "filing", "docket", "letters", "contact"}
"""Rooms where the office's own people are strangers too."""

PUBLIC_BY_DESIGN = ("register/entry/", "register/log/", "api/v1/ledger/")
"""The log says how long it is, and shows its leaves; whether an entry exists is no secret there."""

BEGINNINGS = {"q": "Quixola*", "number": "PCT/IB2026/004712", "name": "Zimbabel*", "title": "Quixola*", "about": "x"}
NOTHING = {"q": "Vuxhola*", "number": "PCT/IB2026/099999", "name": "Vimbabel*", "title": "Vuxhola*", "about": "x"}
FOR_EVER = 2**40  # seconds
VERBS = ("get", "post")
API_VERBS = ("get", "post", "put", "patch", "delete")
CHANGING = re.compile(
    r'csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": ?"\w+"|(?<=csrf=)\w+|(?<=session=)\w+'
    r'|\d{2}:\d{2}(:\d{2}(\.\d+)?)?|[0-9a-f]{16,}|[?&]next=[^"&\s]*'
    r"|(Content-Length|X-RateLimit-Reset|X-Export-Rows-Reset): \d+|;t=\d+"
)
"""What differs from one answer to the next all the same: marks against forgery, clocks, ids of troubles."""


@dataclass(frozen=True)
class Walker:
    """Somebody who opens addresses; each time afresh, and what the opening changed is taken back."""

    name: str
    world: Unpublished

    def opens(self, address: str, verb: str = "get", **query: str) -> HttpResponseBase:
        cache.clear()
        quota.forget(FOR_EVER)
        client = Client(raise_request_exception=True)
        headers: dict[str, str] = {}
        with transaction.atomic():
            if self.name != "nobody":
                client.force_login(get_user_model().objects.get(pk=self.world.people[self.name]))
                headers["Authorization"] = f"Bearer {self.world.tokens[self.name]}"
            if address.startswith(API) and verb != "get":
                answer = client.generic(verb.upper(), address, "{}", "application/json", headers=headers)
            else:
                answer = getattr(client, verb)(address, query or None, headers=headers)
            answer.said = said(answer)
            transaction.set_rollback(True)
        return answer


def said(answer: Any) -> str:
    """Everything that an answer says: status, headers, cookies, body; of a PDF the words on its pages."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"%PDF"):
        body = "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(body)).encode()
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{answer.status_code}\n{head}\n{answer.cookies.output()}\n{unescape(body.decode('utf-8', 'replace'))}"


def found(text: str, canaries: Mapping[str, str]) -> list[str]:
    folded = text.casefold()
    return [name for name, canary in canaries.items() if canary.casefold() in folded]


def mentions(world: Unpublished) -> dict[str, str]:
    """The number itself, where nobody asked for it."""
    files = {f"{one.partition('-')[0]} file": one for one in world.registrations}
    return {"number": world.number, "number in an address": world.address, **files}


def closed_to(name: str, world: Unpublished) -> dict[str, str]:
    """Canaries that nothing may show this person; for strangers also what would prove a guess."""
    salts = world.salts if name in STRANGERS else {}
    written = {f"{key} in base64": base64.b64encode(bytes.fromhex(salt)).decode() for key, salt in salts.items()}
    return {**CLOSED[name], **salts, **written}


def verbs(place: Place, name: str) -> tuple[str, ...]:
    if name not in STRANGERS:
        return ("get",)
    return API_VERBS if place.there.startswith(API) else VERBS


@pytest.fixture
def world(settings):
    settings.API_RATE = settings.API_RATE_SIGNED_IN = 10**9
    return unpublished.made()


@pytest.fixture
def addresses(world):
    return places(world)


def leaks(walker: Walker, addresses: list[Place], canaries: Mapping[str, str]) -> Iterator[str]:
    for place in addresses:
        for verb in verbs(place, walker.name):
            text = walker.opens(place.there, verb).said
            named = (walker.world.address, *walker.world.registrations)
            asked = walker.name not in OUTSIDE or any(one in place.there for one in named)
            for what in found(text, canaries if asked else {**canaries, **mentions(walker.world)}):
                yield f"{verb.upper()} {place.route} shows {walker.name} the {what}"


@pytest.mark.parametrize("name", CLOSED)
def test_no_address_shows_anyone_what_is_closed_to_them(name, world, addresses):
    assert list(leaks(Walker(name, world), addresses, closed_to(name, world))) == []


@pytest.mark.parametrize("name", STRANGERS)
def test_no_search_count_or_list_tells_of_it(name, world, addresses):
    """Asked for its beginning and its number, every page answers as it does when asked for what there is not."""
    walker, told = Walker(name, world), []
    for place in addresses:
        first, second = (walker.opens(place.there, **query) for query in (BEGINNINGS, NOTHING))
        told += [f"{place.route} shows the {what}" for what in found(first.said, closed_to(name, world))]
        if alike(first.said, place) != alike(second.said, place):
            told.append(f"{place.route} answers {name} otherwise: {difference(first.said, second.said, place)}")
    assert told == []


@pytest.mark.parametrize("name", [*STRANGERS, "Petra", "Otto"])
def test_what_is_closed_answers_as_what_is_not_there(name, world, addresses):
    walker, told = Walker(name, world), []
    for place in addresses:
        if not place.names_something or place.route.startswith(PUBLIC_BY_DESIGN):
            continue
        if name not in STRANGERS and place.room not in COUNTERS:
            continue
        if owns(name, place):
            continue
        for verb in verbs(place, name):
            there, missing = (walker.opens(address, verb).said for address in (place.there, place.missing))
            if alike(there, place) != alike(missing, place):
                told.append(f"{verb.upper()} {place.route}: {difference(there, missing, place)}")
    assert told == []


def owns(name: str, place: Place) -> bool:
    """Officers answer questions; the operator keeps people and services; a publisher decides on a proposed issue."""
    if name == "Otto":
        return place.route.startswith("contact/")
    if name == "Petra":
        return place.route.startswith("account/confirmations/")
    return name == "Oscar" and place.route.startswith(("account/people/", "account/registered-services/"))


def alike(text: str, place: Place) -> str:
    """An answer without what names the thing that was asked for, and without what changes each time."""
    for one in {str(one) for pair in place.called for one in pair}:
        text = re.sub(
            rf"(?<=[/F]){re.escape(one)}(?=[/.\"?&\s%]|$)", "CALLED", text
        )  # also a short id, as it stands in an address
    called = [str(one) for pair in place.called for one in pair if len(str(one)) > 4]
    asked = [one for query in (BEGINNINGS, NOTHING) for one in query.values() if len(one) > 4]
    words = {*called, *(one.replace("-", "/") for one in called), *asked, *(one.rstrip("*") for one in asked)}
    for word in sorted(words, key=len, reverse=True):
        for spelt in (word, quote(word, safe=""), word.lower(), word.upper(), word.replace("/", "-")):
            text = text.replace(spelt, "CALLED")
    return CHANGING.sub("CHANGING", text)


def difference(one: str, other: str, place: Place) -> str:
    lines = zip(alike(one, place).splitlines(), alike(other, place).splitlines(), strict=False)
    return next((f"“{a.strip()[:120]}”, not “{b.strip()[:120]}”" for a, b in lines if a != b), "longer or shorter")


def test_the_walk_sees_what_there_is_to_see(world, addresses):
    """Each canary is shown to somebody who is entitled: so the walk would notice it."""
    everything = FILE | REGISTRATIONS | DRAFT | QUESTION | NOTE | PERSON
    seen: set[str] = set()
    for name in ("Ada", "Otto", "Bo"):
        for place in addresses:
            seen |= set(found(Walker(name, world).opens(place.there).said, everything))
    assert everything.keys() - seen == set()


def test_publication_opens_the_file_and_not_what_stays_closed(world, addresses):
    unpublished.published(world)
    everybody, shown = Walker("nobody", world), set()
    for place in addresses:
        text = everybody.opens(place.there, **({"q": "Quixolatch"} if place.route.startswith("search/") else {})).said
        shown |= set(found(text, FILE))
        assert (
            found(text, {**KEPT_CLOSED, **REGISTRATIONS, **DRAFT, **QUESTION, **NOTE, "account": PERSON["account"]})
            == []
        ), place.route
    assert {"title", "applicant", "address", "document", "remark"} <= shown


def test_publication_of_a_mark_opens_it_and_leaves_the_deferred_designs_closed(world, addresses):
    mark, designs, indication = world.registrations
    unpublished.published_registration(mark)
    everybody, shown = Walker("nobody", world), set()
    still = {name: REGISTRATIONS[name] for name in ("holder's mail", "notice", "design", "view", "creator")}
    for place in addresses:
        for query in ({}, {"q": REGISTRATIONS["mark"]}, {"q": REGISTRATIONS["design"][:7] + "*"}):
            text = everybody.opens(place.there, **query).said
            shown |= set(found(text, REGISTRATIONS))
            asked = {"design": "", "indication": ""} if query else {}
            assert found(text, {name: word for name, word in still.items() if name not in asked}) == [], place.route
            if designs not in place.there and indication not in place.there:
                assert found(text, {"designs": designs, "indication": indication}) == [], place.route
    assert {"mark", "goods", "holder"} <= shown


def test_the_walk_opens_every_path_of_the_api(addresses):
    walked = {place.route.replace("<int:", "<").replace("<path:", "<") for place in addresses}
    described = {path.lstrip("/").replace("{", "<").replace("}", ">") for path in api.get_openapi_schema()["paths"]}
    assert described - walked == set()


def test_the_walk_opens_every_address(addresses):
    assert {route for route, _view in views()} == {place.route for place in addresses}


def test_a_new_address_with_an_unknown_argument_stops_the_walk_by_name(world, monkeypatch):
    def with_another():
        yield from views()
        yield "filing/secrets/<int:chamber>/", lambda _request: None

    monkeypatch.setattr("tests.addresses.views", with_another)
    with pytest.raises(Unfilled, match="filing/secrets/<int:chamber>/"):
        places(world)
