"""The extract of a registration is checked offline, and says which entry was changed."""

import json
from typing import Any

import pytest
from django.test import Client

from chancery.core import tiles
from chancery.records.register import events, queries
from chancery.records.register.tests import lived

pytestmark = pytest.mark.django_db
ASKED = events.RequestPresented(request=1, act="limit_goods", received_on="2026-10-05", parties=("FR",), things=(1,))


def key() -> str:
    return tiles.office_signer().verifier_key


@pytest.fixture
def number() -> str:
    number = lived.published("madrid")
    lived.enter(number, ASKED)
    return number


@pytest.fixture
def extract(client: Client, number: str) -> dict[str, Any]:
    answer = client.get(f"/register/{queries.in_address(number)}/extract.json")
    found: dict[str, Any] = json.loads(answer.content)
    return found


def check(extract: dict[str, Any]) -> Any:
    return queries.extract_file(json.dumps(extract), key())


def test_every_entry_leads_to_the_signed_root(extract: dict[str, Any], number: str) -> None:
    found = check(extract)
    assert (found.open, found.closed) == (5, 1)
    assert [one["entry"] for one in extract["proofs"]] == [entry.number for entry in queries.timeline(number)]
    assert {"111", "732"} <= {one["code"] for one in extract["data"]}
    assert [one["party"] for one in extract["lives"]] == ["FR", "JP"]


def test_what_is_not_open_is_a_leaf_and_nothing_else(extract: dict[str, Any]) -> None:
    *_others, asked = extract["proofs"]
    assert set(asked) == {"entry", "commitment", "path"}
    assert "limit_goods" not in json.dumps(extract)


def test_a_changed_event_is_found(extract: dict[str, Any]) -> None:
    extract["proofs"][2]["event"]["body"]["registration_number"] = "7"
    with pytest.raises(ValueError, match="does not lead to the signed root"):
        check(extract)


def test_a_changed_leaf_is_found(extract: dict[str, Any]) -> None:
    extract["proofs"][-1]["commitment"] = "00" * 32
    with pytest.raises(ValueError, match=r"Entry \d+ does not lead"):
        check(extract)


def test_an_event_of_another_file_is_found(extract: dict[str, Any], client: Client) -> None:
    other = lived.published("hague")
    foreign = json.loads(client.get(f"/register/{queries.in_address(other)}/extract.json").content)
    foreign["file"] = extract["file"]
    with pytest.raises(ValueError, match="not of MADRID"):
        check(foreign)


@pytest.mark.parametrize("broken", [{}, {"proofs": 3}, {"checkpoint": "x", "proofs": [{}], "file": "y"}])
def test_what_is_no_extract_says_so(broken: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says of it
        check({"format": "chancery-extract/1", **broken})
    assert not queries.is_extract("no json")
    assert not queries.is_extract("[]")


def test_there_is_no_extract_before_publication(client: Client) -> None:
    number = lived.registered("hague")
    assert client.get(f"/register/{queries.in_address(number)}/extract.json").status_code == 404


def test_an_extract_says_the_same_in_every_language(client: Client, number: str) -> None:
    address = f"/register/{queries.in_address(number)}/extract.json"
    labels = [
        json.loads(client.get(address, headers={"Accept-Language": code}).content)["data"] for code in ("en", "fr")
    ]
    assert labels[0] == labels[1]
