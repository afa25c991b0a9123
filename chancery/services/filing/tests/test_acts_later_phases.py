"""Rectifications, the demand that is objected to, and the Offices' own time limits."""

from datetime import date

import pytest

from chancery.core.refusal import Refused
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing.acts import national
from chancery.services.filing.tests.acting import NOW, does, filed, happens, searched
from chancery.services.filing.tests.people import person

pytestmark = pytest.mark.django_db
SIGNED = "Ada Okafor"


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    return filed(ada)


# Rectification


def test_a_datum_of_the_request_is_named_with_what_stands_there(number, ada):
    does(number, "rectify_mistake", SIGNED, by=ada, datum="priority_claims.0.filed_on", correction="2025-03-17")
    [paper] = rights.right(number).papers
    assert paper.facts["datum"] == "priority_claims.0.filed_on"
    assert paper.facts["mistake"] == "2025-03-14"
    assert paper.facts["correction"] == "2025-03-17"
    assert rights.right(number).application.priority_claims[0].filed_on == date(2025, 3, 14), "nobody has decided yet"


@pytest.mark.parametrize(
    ("datum", "correction", "words"),
    [
        ("priority_claims.0.filed_on", "17 March", "cannot stand there"),
        ("title", "Hinge with magnetic latch", "stands there now"),
        ("signatures.0.name", "Bo", "not in the list"),
        ("", "Hinges", "needed"),
    ],
)
def test_what_cannot_be_rectified_is_refused(number, ada, datum, correction, words):
    with pytest.raises(Refused) as refused:
        does(number, "rectify_mistake", SIGNED, by=ada, datum=datum, correction=correction)
    assert words in " ".join(one.message for one in refused.value.findings)


# Chapter II


def demanded(number):
    searched(number)
    happens(
        number,
        events.ChapterIIDemanded(act="demand", received_on="2026-09-01", authority="EP", elected=("JP",)),
    )


def invited(number, form):
    event = events.CorrectionInvited(
        invitation=1, form=form, findings=(), dated="2026-11-02", due="2026-12-02", office="IPEA/EP"
    )
    happens(number, event)


def test_a_demand_is_corrected_where_the_authority_has_objected(number, ada):
    demanded(number)
    with pytest.raises(Refused, match="has not invited to correct"):
        does(number, "correct_demand", SIGNED, by=ada, text="The applicant is Ada Okafor.")
    invited(number, "PCT/IPEA/404")
    does(number, "correct_demand", SIGNED, by=ada, text="The applicant is Ada Okafor.")
    assert rights.right(number).invitations[0].answered_on == NOW.date()


def test_claims_are_restricted_or_paid_for_and_only_a_payment_is_protested(number, ada):
    demanded(number)
    invited(number, "PCT/IPEA/405")
    with pytest.raises(Refused, match="which claims you restrict"):
        does(number, "answer_unity_in_examination", SIGNED, by=ada)
    with pytest.raises(Refused, match="under protest"):
        does(number, "answer_unity_in_examination", SIGNED, by=ada, claims="1 to 3", protest="They are one.")
    does(number, "answer_unity_in_examination", SIGNED, by=ada, inventions="2", protest="They are one.")
    assert rights.right(number).open_invitations == ()


# The national phase


def test_each_office_has_its_own_time_limit(number):
    due = {one.asked: one.due for one in national.limits(rights.right(number))}
    assert due["EP"] == date(2027, 10, 14)  # thirty-one months from 14 March 2025
    assert due["US"] == date(2027, 9, 14)  # thirty
    assert due["LU"] < due["US"] or "LU" not in due


def test_the_choices_say_until_when(number):
    groups = dict(national.offices(rights.right(number))[1:])
    [regional, states] = groups.values()
    assert "until 2027-10-14" in dict(regional)["EP"]
    assert "until 2027-09-14" in dict(states)["US"]


def test_the_page_shows_the_table_of_offices(client, django_user_model, number, ada):
    client.force_login(django_user_model.objects.get(pk=ada))
    address = number.replace("/", "-")
    page = client.get(f"/filing/{address}/acts/enter_national_phase/").content.decode()
    assert "Each Office’s own time limit" in page
    assert "2027-10-14" in page
    listed = client.get(f"/filing/{address}/acts/").content.decode()
    assert "at least; each Office has its own time limit" in listed
