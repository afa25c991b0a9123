"""Handing in, and answering the office."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chancery.core import ledger
from chancery.core.refusal import Denied, Refused
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import CorrectionInvited, FoundNotAnApplication
from chancery.services.filing import actions, handing_in
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, draft, person, revision, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    return actions.submit(draft(ada), by=ada, at=AT).number


def invite(number: str, form: str = "PCT/RO/106") -> None:
    right = rights.right(number)
    event = CorrectionInvited(
        invitation=len(right.invitations) + 1,
        form=form,
        findings=(
            {"cites": "PCT Art. 14(1)(a)(iv)", "message": "An abstract must be there.", "field": "parts.abstract"},
        ),
        dated="2026-11-23",
        due="2027-01-25",
    )
    register.enter(number, event, after=right.version, at=AT)


def test_an_application_gets_a_number_and_a_ledger_entry(ada):
    pk = draft(ada)
    filed = actions.submit(pk, by=ada, at=AT)
    assert filed.number == "PCT/IB2026/000001"
    assert ledger.entry(filed.entry).stream == filed.number
    right = rights.right(filed.number)
    assert [one["kind"] for one in right.documents] == ["description", "claims"]
    assert right.documents[0]["size"] > 0
    assert not Draft.objects.get(pk=pk).is_open


def test_handing_in_twice_gives_the_same_number(ada):
    pk = draft(ada)
    first = actions.submit(pk, by=ada, at=AT)
    assert actions.submit(pk, by=ada, at=AT + timedelta(seconds=1)) == first
    assert ledger.size() == 1


def test_what_has_been_handed_in_can_no_longer_be_changed(ada):
    pk = draft(ada)
    actions.submit(pk, by=ada, at=AT)
    with pytest.raises(Refused, match="PCT/IB2026/000001"):
        write(pk, ada, {"title": "Latch"})


def test_a_missing_claim_prevents_filing_and_says_under_which_article(ada):
    pk = draft(ada, documents=False)
    with pytest.raises(Refused) as refused:
        actions.submit(pk, by=ada, at=AT)
    assert {one.cites for one in refused.value.findings} == {"PCT Art. 11(1)(iii)(d)", "PCT Art. 11(1)(iii)(e)"}
    assert ledger.size() == 0
    assert Draft.objects.get(pk=pk).is_open


def test_who_insists_gets_a_number_all_the_same(ada):
    filed = actions.submit(draft(ada, documents=False), by=ada, at=AT, insist=True)
    assert rights.right(filed.number).filing_date is None


def test_nobody_can_insist_on_a_date_that_cannot_be_read(ada):
    pk = draft(ada)
    actions.add(pk, group="priority_claims", by=ada, at=AT)
    write(pk, ada, {"priority_claims.0.filed_on": "last spring"})
    with pytest.raises(Refused) as refused:
        actions.submit(pk, by=ada, at=AT, insist=True)
    assert "priority_claims.0.filed_on" in {one.field for one in refused.value.findings}


def test_an_answer_corrects_the_application(ada, number):
    invite(number)
    pk = actions.begin_answer(number, invitation=1, by=ada, at=AT)
    assert actions.begin_answer(number, invitation=1, by=ada, at=AT) == pk
    actions.attach(pk, kind="abstract", data=samples.abstract(), name="abstract.pdf", by=ada, at=AT)
    actions.send_answer(pk, remark="The abstract is attached.", by=ada, at=AT)
    right = rights.right(number)
    assert right.application.part("abstract") is not None
    assert right.invitations[0].answered_on.isoformat() == "2026-11-22"
    assert actions.send_answer(pk, remark="", by=ada, at=AT) == 0


def test_an_answer_keeps_the_signature_of_the_request(ada):
    pk = draft(ada)
    actions.sign(pk, name="Ada Okafor", capacity="applicant", by=ada, at=AT)
    number = actions.submit(pk, by=ada, at=AT).number
    invite(number)
    answer = actions.begin_answer(number, invitation=1, by=ada, at=AT)
    assert not write(answer, ada, {"title": "Latch"}).lapsed
    assert Draft.objects.get(pk=answer).application["signatures"]


def test_an_answer_that_says_nothing_is_not_sent(ada, number):
    invite(number)
    pk = actions.begin_answer(number, invitation=1, by=ada, at=AT)
    with pytest.raises(Refused, match="Nothing has been corrected"):
        actions.send_answer(pk, remark=" ", by=ada, at=AT)


def test_only_those_it_belongs_to_may_answer(number):
    invite(number)
    with pytest.raises(Denied):
        actions.begin_answer(number, invitation=1, by=person("Eve"), at=AT)


def test_an_answered_invitation_is_closed(ada, number):
    invite(number)
    application = rights.right(number).application.to_dict()
    actions.answer(number, invitation=1, application=application, remark="See above.", by=ada, at=AT)
    with pytest.raises(Refused, match="was answered"):
        actions.answer(number, invitation=1, application=application, remark="Again.", by=ada, at=AT)
    with pytest.raises(Denied):
        actions.answer(number, invitation=2, application=application, remark="Which?", by=ada, at=AT)


def test_a_late_answer_is_taken_until_the_office_has_decided(ada, number):
    invite(number, form="PCT/RO/103")
    late = AT + timedelta(days=90)
    invited = rights.right(number).invitations[0]
    assert handing_in.late(invited, on=invited.due) is None
    assert handing_in.late(invited, on=late.date()).cites == "PCT Rule 20.7(b)"
    application = rights.right(number).application.to_dict()
    actions.answer(number, invitation=1, application=application, remark="Late.", by=ada, at=late)
    assert rights.right(number).invitations[0].answered_on


def test_nothing_is_answered_after_the_decision(ada, number):
    invite(number)
    right = rights.right(number)
    event = FoundNotAnApplication(decided_on="2027-02-01", reason="No claims.", cites="PCT Art. 11(2)(b)")
    register.enter(number, event, after=right.version, at=AT)
    with pytest.raises(Refused) as refused:
        actions.begin_answer(number, invitation=1, by=ada, at=AT)
    assert refused.value.findings[0].cites == "PCT Rule 20.4"


def test_the_received_day_is_the_day_of_the_office(ada):
    pk = draft(ada)
    filed = actions.submit(pk, by=ada, at=AT.replace(hour=23, minute=30))
    assert filed.received_on.isoformat() == "2026-11-23"


def test_the_register_holds_no_measures(ada, number):
    application = rights.right(number).application
    assert application == replace(application, parts=tuple(replace(part, measured=()) for part in application.parts))
    assert revision(Draft.objects.get().pk) > 1
