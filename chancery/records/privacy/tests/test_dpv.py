"""The export in W3C DPV uses no term that the vocabulary does not have."""

import json
from pathlib import Path

import pytest

from chancery.core.personal import Basis, Category, Subject
from chancery.records.privacy import dpv, queries

LISTED = Path(dpv.__file__).parent / "data" / "dpv-2.1.txt"
KNOWN = {line for line in LISTED.read_text().splitlines() if line and not line.startswith("#")}


def terms(value):
    """Every term of the vocabulary in a JSON-LD document: keys, types and references."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from terms(one if key != "@context" else {})
    elif isinstance(value, list):
        for one in value:
            yield from terms(one)
    else:
        yield value


def used(document):
    return {one for one in terms(document) if isinstance(one, str) and one.startswith(("dpv:", "pd:"))}


@pytest.fixture
def document(db):
    return dpv.document(queries.current(), base="https://office.example/privacy/")


def test_every_term_is_in_the_vocabulary(document):
    assert used(document)
    assert used(document) <= KNOWN


def test_an_invented_term_would_be_noticed(document):
    assert not used({**document, "dpv:hasInvention": 1}) <= KNOWN


def test_every_term_that_the_export_can_use_is_listed():
    assert set(dpv.CATEGORIES.values()) | set(dpv.BASES.values()) | set(dpv.SUBJECTS.values()) <= KNOWN
    assert set(dpv.BASES) == set(Basis)
    assert set(dpv.CATEGORIES) < set(Category)
    assert set(dpv.SUBJECTS) < set(Subject)


def test_every_declared_term_is_exported(document):
    rows = [row for room in queries.current().rooms for holding in room.holdings for row in holding.rows]
    assert len(document["dpv:hasProcess"]) == len(rows)
    assert len({process["@id"] for process in document["dpv:hasProcess"]}) == len(rows)


def test_a_period_is_a_duration_and_an_event_is_told_in_words(document):
    durations = [process["dpv:hasStorageCondition"]["dpv:hasDuration"] for process in document["dpv:hasProcess"]]
    assert {"@type": "xsd:duration", "@value": "P0Y0M14D"} in [one.get("dct:extent") for one in durations]
    assert "dpv:UntilEventDuration" in {one["@type"] for one in durations}


def test_it_is_served_as_json_ld(client, db):
    answer = client.get("/privacy/dpv.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    assert json.loads(answer.content)["@type"] == "dpv:PrivacyNotice"
