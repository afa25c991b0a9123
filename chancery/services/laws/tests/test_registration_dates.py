"""The time limits of the three systems: a form made from the record, a page, a calendar, a table."""

import csv
import dataclasses
import io
from datetime import date
from typing import get_args, get_origin, get_type_hints

import pytest

from chancery.services.laws.registrations import facts
from chancery.services.laws.registrations.forms_dates import RECORDS, Dates
from chancery.treaties import madrid

pytestmark = pytest.mark.django_db
LIMITS = "/law/{}/time-limits/"
REFUSED = {
    "origin": "CH",
    "registered_on": "2026-11-22",
    "designated_1_party": "JP",
    "designated_1_notified_on": "2026-12-10",
    "designated_1_refusals_issued_on": "2027-03-01",
}


def fields(kind, place=""):
    hints = get_type_hints(kind)
    for one in dataclasses.fields(kind):
        item = get_args(hints[one.name])[0] if get_origin(hints[one.name]) is tuple else None
        if dataclasses.is_dataclass(item):
            yield from fields(item, one.name)
        else:
            yield f"{place}.{one.name}" if place else one.name


@pytest.mark.parametrize("system", RECORDS)
def test_every_field_of_the_record_can_be_given_and_has_words_of_its_own(system):
    form = Dates(system=system)
    names = {name.rpartition("_")[2] for name in form.fields}
    for field in fields(RECORDS[system]):
        assert facts.LABELS.keys() & {field, f"{system}.{field}", field.rpartition(".")[2]}, f"{system}: {field}"
        assert field.rpartition(".")[2].rpartition("_")[2] in names


def test_the_form_makes_the_record_of_the_law():
    form = Dates(REFUSED, system="madrid")
    assert form.is_valid(), form.errors
    refusal = madrid.Refusal(issued_on=date(2027, 3, 1))
    told = madrid.Designated(party="JP", notified_on=date(2026, 12, 10), refusals=(refusal,))
    assert form.record() == madrid.Record(origin="CH", registered_on=date(2026, 11, 22), designated=(told,))


def test_a_page_tells_each_limit_with_its_reasoning(client):
    page = client.get(LIMITS.format("madrid"), REFUSED).content.decode()
    for words in (
        "2028-06-12",
        "Madrid Art. 5(2)(b)",
        "2027-06-01",
        "2036-11-24",
        "Why?",
        "at the latest, with relief",
    ):
        assert words in page, words


def test_what_is_missing_is_named_and_not_guessed(client):
    page = client.get(LIMITS.format("hague"), {"filed_through": "CH"}).content.decode()
    assert "not determinable" in page


def test_parties_are_typed_by_their_codes(client):
    asked = {"registered_on": "2026-11-22", "changes_1_kind": "correction", "changes_1_notified_on": "2027-03-01"}
    form = Dates({**asked, "changes_1_parties": "jp, KR JP"}, system="madrid")
    assert form.is_valid(), form.errors
    assert form.record().changes[0].parties == ("JP", "KR")
    refused = client.get(LIMITS.format("madrid"), {**asked, "changes_1_parties": "JP XX"})
    assert refused.status_code == 400
    assert "XX: there is no such party of this system." in refused.content.decode()


def test_a_row_without_its_party_is_told_beside_it(client):
    refused = client.get(LIMITS.format("lisbon"), {"notified_1_received_on": "2026-11-22"})
    assert refused.status_code == 400
    assert "Say what this is about." in refused.content.decode()


@pytest.mark.parametrize(
    ("system", "asked", "key", "due"),
    [
        ("madrid", REFUSED, "answer", "2027-06-01"),
        ("hague", {"registered_on": "2026-11-22", "publication": "standard"}, "renewal", "2031-11-24"),
        (
            "lisbon",
            {"origin": "FR", "notified_1_party": "CH", "notified_1_received_on": "2026-11-23"},
            "refusal",
            "2027-11-23",
        ),
    ],
)
def test_the_calendar_and_the_table_have_the_days_of_the_page(client, system, asked, key, due):
    address = LIMITS.format(system)
    assert due in client.get(address, asked).content.decode()
    assert f"DTSTART;VALUE=DATE:{due.replace('-', '')}" in client.get(f"{address}calendar.ics", asked).content.decode()
    rows = csv.DictReader(io.StringIO(client.get(f"{address}table.csv", asked).content.decode()))
    assert due in [row["due"] for row in rows if row["key"] == key]
    told = client.get(f"{address}table.json", asked).json()["timeLimits"]
    assert due in [one["due"] for one in told if one["key"] == key]
    assert client.get(f"{address}calendar.ics", {"registered_on": "never"}).status_code == 404


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "\0", "x" * 5000])
def test_days_out_of_reach_are_refused_without_a_failure(client, day):
    for system in RECORDS:
        name = "received_on" if system == "lisbon" else "registered_on"
        assert client.get(LIMITS.format(system), {name: day}).status_code == 400
