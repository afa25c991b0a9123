"""Kind codes, technical preparations, withdrawals that prevent publication or come too late, later publications."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.register import events, queries
from chancery.services.examination import actions, publication
from chancery.services.examination.models import Case
from chancery.services.examination.tests.conftest import FILED_AT, enter
from chancery.services.examination.tests.test_search_and_examination import DECLARED, MARCH, REPORT

DAY = timedelta(days=1)
ISSUE = date(2028, 6, 1)
PREPARED = date(2028, 5, 17)
NEXT = date(2028, 6, 8)


def noon(day):
    return datetime.combine(day, time(12), tzinfo=UTC)


@pytest.fixture
def accorded(file, accord):
    def accorded(**changes) -> str:
        number = file(**changes)
        accord(number)
        return number

    return accorded


@pytest.fixture
def searched(accorded, pay, act):
    def searched(*, at=MARCH, report=REPORT) -> str:
        number = accorded()
        pay(number)
        act(number, "search-copy", at=FILED_AT + DAY, received_on=date(2026, 11, 24))
        act(number, "search-report", at=at, **report)
        return number

    return searched


@pytest.fixture
def publish(cast):
    def publish(*numbers, on=ISSUE, again=()):
        return actions.publish(on, numbers=numbers, again=again, by=cast.publisher, at=noon(on))

    return publish


@pytest.fixture
def prepare(cast):
    def prepare(*numbers, on=ISSUE, today=PREPARED, by=None):
        return actions.prepare(on, numbers=numbers, by=by or cast.publisher, at=noon(today))

    return prepare


def withdraw(number, on, *, conditional=False):
    event = events.Withdrawn(act="withdraw_application", received_on=on.isoformat(), only_if_unpublished=conditional)
    enter(number, event, at=noon(on))


def codes(number):
    return [one.kind_code for one in queries.right(number).publications]


def test_with_the_report_it_is_a1_and_without_it_or_with_the_declaration_a2(accorded, searched, publish):
    with_report, without, declared = searched(), accorded(), searched(report=DECLARED)
    publish(with_report, without, declared)
    assert [codes(one) for one in (with_report, without, declared)] == [["A1"], ["A2"], ["A2"]]


def test_a_report_that_comes_after_publication_is_published_as_a3_under_the_same_number(accorded, pay, act, publish):
    number = accorded()
    pay(number)
    act(number, "search-copy", at=FILED_AT + DAY, received_on=date(2026, 11, 24))
    publish(number)
    with pytest.raises(Refused, match="no reason"):
        publish(on=NEXT, again=[number])
    act(number, "search-report", at=noon(ISSUE), **REPORT)
    assert Case.objects.get().again == "A3"
    publish(on=NEXT, again=[number])
    right = queries.right(number)
    assert codes(number) == ["A2", "A3"]
    assert len({one.number for one in right.publications}) == 1


def test_claims_amended_after_the_preparations_are_published_as_a4(searched, prepare, publish):
    early, late = searched(at=noon(date(2028, 4, 3))), searched(at=noon(date(2028, 4, 3)))
    for number, on in ((early, PREPARED), (late, PREPARED + DAY)):
        if number == late:
            prepare(early, late)
        amended = events.ClaimsAmended(act="amend_claims_19", received_on=on.isoformat(), article="19")
        enter(number, amended, at=noon(on))
    publish(early, late)
    with pytest.raises(Refused, match="no reason"):
        publish(on=NEXT, again=[early])
    publish(on=NEXT, again=[late])
    assert (codes(early), codes(late)) == (["A1"], ["A1", "A4"])


def test_corrected_data_are_published_as_a8_and_a_rectified_document_as_a9(accorded, publish, change):
    number = accorded()
    publish(number)
    change(number, "change_parties", at=noon(ISSUE + DAY), title="Hinge")
    publish(on=NEXT, again=[number])
    rectified = events.RectificationDecided(paper=1, authorized=True, decided_on="2028-06-09", reason="Obvious.")
    enter(number, rectified, at=noon(date(2028, 6, 9)))
    publish(on=date(2028, 6, 15), again=[number])
    assert codes(number) == ["A2", "A8", "A9"]


# Technical preparations


def test_preparations_are_completed_from_fifteen_days_before_the_issue(accorded, prepare):
    number = accorded()
    with pytest.raises(Refused, match="from 2028-05-17 on"):
        prepare(number, today=PREPARED - DAY)
    with pytest.raises(Refused, match="no issue of 2028-05-31"):
        prepare(number, on=date(2028, 5, 31))
    assert prepare(number) == (number,)
    assert queries.right(number).prepared_on == PREPARED
    assert prepare(number, today=PREPARED + DAY) == (number,), "what is prepared stays prepared"
    assert queries.right(number).prepared_on == PREPARED


def test_the_issues_to_prepare_are_those_of_the_next_fifteen_days():
    assert [one.on for one in publication.issues_to_prepare(PREPARED)] == [
        date(2028, 5, 18), date(2028, 5, 26), date(2028, 6, 1)
    ]  # fmt: skip


@pytest.mark.parametrize("role", ["applicant", "officer", "operator"])
def test_only_a_publisher_prepares(accorded, prepare, cast, role):
    with pytest.raises(Denied):
        prepare(accorded(), by=getattr(cast, role))


def test_a_withdrawal_on_the_last_day_prevents_publication(accorded, prepare, publish):
    number, other = accorded(), accorded()
    prepare(number, other)
    withdraw(number, PREPARED, conditional=True)
    assert queries.right(number).status == "withdrawn"
    with pytest.raises(Refused, match="before the preparations") as refused:
        publish(number, other)
    assert refused.value.findings[0].cites == "PCT Rule 90bis.1(c)"
    assert not queries.is_public(other), "all of an issue, or nothing"
    publish(other)
    assert not queries.is_public(number)
    assert Case.objects.get(number=number).publish_from is None


def test_a_conditional_withdrawal_a_day_too_late_has_no_effect(accorded, prepare, publish):
    number = accorded()
    prepare(number)
    withdraw(number, PREPARED + DAY, conditional=True)
    assert queries.right(number).status == "accorded"
    publish(number)


def test_a_withdrawal_after_the_preparations_does_not_prevent_publication(accorded, prepare, publish):
    number = accorded()
    prepare(number)
    withdraw(number, PREPARED + DAY)
    assert Case.objects.get().publish_from
    publish(number)
    right = queries.right(number)
    assert (right.status, right.publication.kind_code) == ("withdrawn", "A2")


def test_what_is_considered_withdrawn_is_never_published(accorded, publish):
    number = accorded()
    ended = events.ConsideredWithdrawn(decided_on="2027-06-01", reason="Unpaid.", cites="PCT Art. 14(3)(a)")
    enter(number, ended, at=noon(date(2027, 6, 1)))
    with pytest.raises(Refused, match="ended on 2027-06-01"):
        publish(number)


# Early publication


def test_early_publication_needs_the_request_and_without_a_report_the_special_fee(accorded, publish):
    number, on = accorded(), date(2027, 3, 4)
    with pytest.raises(Refused, match="from 2028-05-24"):
        publish(number, on=on)
    asked = events.EarlyPublicationRequested(act="publish_early", received_on="2027-02-01")
    enter(number, asked, at=noon(date(2027, 2, 1)))
    with pytest.raises(Refused) as refused:
        publish(number, on=on)
    assert refused.value.findings[0].cites == "PCT Rule 48.4(a)"
    paid = events.PaymentRecorded(line="early_publication", amount="200", currency="CHF", received_on="2027-02-02")
    enter(number, paid, at=noon(date(2027, 2, 2)))
    publish(number, on=on)
    assert queries.is_public(number)


def test_early_publication_with_the_report_costs_nothing(searched, publish):
    number = searched()
    asked = events.EarlyPublicationRequested(act="publish_early", received_on="2027-03-02")
    enter(number, asked, at=noon(date(2027, 3, 2)))
    publish(number, on=date(2027, 3, 11))
    assert codes(number) == ["A1"]


def test_an_ended_case_leaves_the_open_queues(accorded):
    from chancery.services.examination.queues import QUEUES

    number = accorded()
    withdraw(number, date(2027, 1, 5))
    held = {queue.key for queue in QUEUES if Case.objects.filter(queue.holds(date(2027, 2, 1))).exists()}
    assert held == {"withdrawn", "papers"}, "the withdrawal itself is still to be acknowledged"
