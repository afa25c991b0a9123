"""The follower and the queues: which case waits for what."""

from datetime import UTC, date, datetime, timedelta

import pytest

from chancery.core.follow import catch_up, rebuild
from chancery.records.register import actions as register
from chancery.records.register import queries
from chancery.records.register.events import PaymentRecorded
from chancery.services.examination import actions, formalities, queues
from chancery.services.examination.desks import Choice
from chancery.services.examination.followers import Desk
from chancery.services.examination.models import Case
from chancery.services.examination.tests.conftest import FILED_AT
from chancery.treaties import pct
from chancery.treaties.kernel import Money

DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)
ISSUE = datetime(2028, 6, 1, 12, tzinfo=UTC)


def follow():
    catch_up([Desk()], at=FILED_AT)


def in_queues(number, on=TODAY):
    return {queue.key for queue in queues.QUEUES if Case.objects.filter(queue.holds(on), number=number).exists()}


def invite(number, by):
    right = queries.right(number)
    found = formalities.to_be_invited(right, formalities.findings(right))
    actions.invite(number, findings=found, remark="", by=by, at=FILED_AT, after=right.version)
    follow()


def test_a_new_application_is_to_be_examined_within_a_month_as_a_target(file):
    number = file()
    case = Case.objects.get()
    assert in_queues(number) == {"open", "examine", "fees"}
    assert (case.title, case.applicant, case.status) == ("Hinge with magnetic latch", "Okafor, Ada", "received")
    assert (case.due_on, case.due_for, case.due_cites) == (date(2026, 12, 23), "examine", "PCT Rule 26.1")


def test_an_invitation_waits_for_its_answer_and_is_overdue_afterwards(file, cast):
    number = file(without="claims")
    invite(number, cast.officer)
    due = Case.objects.get().invitation_due
    assert in_queues(number) == {"open", "awaiting", "fees"}
    assert in_queues(number, on=due) == {"open", "awaiting", "fees"}
    assert in_queues(number, on=due + DAY) == {"open", "overdue", "fees"}


def test_an_answer_is_there_to_be_dealt_with(file, cast, answer):
    number = file(without="claims")
    invite(number, cast.officer)
    answer(number, at=FILED_AT + 5 * DAY)
    assert in_queues(number) == {"open", "answered", "fees"}
    actions.accord(number, by=cast.officer, at=FILED_AT + 6 * DAY, after=3)
    follow()
    assert in_queues(number) == {"open", "fees", "copies"}


def test_with_only_formal_defects_there_is_still_a_filing_date_to_accord(file, cast):
    number = file(title="")
    invite(number, cast.officer)
    assert in_queues(number) == {"open", "examine", "awaiting", "fees"}


def test_an_answer_after_the_filing_date_matters_while_something_still_stands(file, cast, answer):
    number = file(title="", without="abstract")
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    invite(number, cast.officer)
    half = queries.right(number).application
    answer(number, at=FILED_AT + 5 * DAY, application=half)
    assert "answered" in in_queues(number)


def test_fees_leave_the_queue_when_each_is_paid(file):
    number = file()
    right = queries.right(number)
    version = right.version
    for line in pct.fees(right.application, on=right.received_on).lines:
        owed = line.amount if isinstance(line.amount, Money) else Money.of("1", "CHF")
        event = PaymentRecorded(
            line=line.code, amount=str(owed.amount), currency=owed.currency, received_on="2026-11-24"
        )
        assert formalities.unpaid(queries.right(number))
        register.enter(number, event, after=version, at=FILED_AT)
        version += 1
    follow()
    assert "fees" not in in_queues(number)


def test_an_application_is_ready_from_the_first_day_after_eighteen_months(file, cast):
    number = file()
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    follow()
    case = Case.objects.get()
    assert (case.publish_from, case.publish_expected) == (date(2028, 5, 24), date(2028, 6, 1))
    assert "ready" not in in_queues(number, on=date(2028, 5, 23))
    assert "ready" in in_queues(number, on=date(2028, 5, 24))
    actions.publish(ISSUE.date(), numbers=[number], by=cast.publisher, at=ISSUE)
    follow()
    assert in_queues(number, on=ISSUE.date()) == {"published", "copies"}


def test_the_desk_made_again_from_the_ledger_is_the_same(file, cast, answer):
    cured, refused, published = file(without="claims"), file(without="claims"), file()
    for number in (cured, refused):
        invite(number, cast.officer)
    answer(cured, at=FILED_AT + 5 * DAY)
    late = FILED_AT + 100 * DAY
    actions.find_not_an_application(refused, reason="No claim.", by=cast.officer, at=late, after=2)
    actions.accord(published, by=cast.officer, at=FILED_AT, after=1)
    actions.publish(ISSUE.date(), numbers=[published], by=cast.publisher, at=ISSUE)
    follow()
    before = list(Case.objects.order_by("number").values())

    rebuild(Desk(), at=FILED_AT)

    assert list(Case.objects.order_by("number").values()) == before
    assert {row["status"] for row in before} == {"invited", "not an application", "published"} - {"invited"} | {
        "received"
    }


@pytest.mark.parametrize("sort", [*queues.DESK.sorts, *(f"-{key}" for key in queues.DESK.sorts)])
def test_every_column_sorts_both_ways(file, cast, sort):
    file(), file(title="Another")
    found = queues.DESK.cases(queues.DESK.choice({"sort": sort}), on=TODAY, officer=cast.officer)
    assert len(found) == 2


def test_an_unknown_choice_is_the_usual_one():
    assert queues.DESK.choice({"queue": "nothing", "sort": "; DROP", "officer": "boss"}) == Choice(queues.QUEUES[0])


def test_cases_are_found_by_words_and_by_officer(file, cast):
    hinge, other = file(), file(title="Lamp")
    actions.take(hinge, by=cast.officer, at=FILED_AT)

    def numbers(**query):
        return [case.number for case in queues.DESK.cases(queues.DESK.choice(query), on=TODAY, officer=cast.officer)]

    assert numbers(q="lamp") == [other]
    assert numbers(officer="me") == [hinge]
    assert numbers(officer="none") == [other]


def test_sorted_by_officer_the_cases_that_nobody_has_taken_come_last(file, cast):
    free, taken = file(), file(title="Lamp")
    actions.take(taken, by=cast.officer, at=FILED_AT)
    choice = queues.DESK.choice({"sort": "officer"})
    found = queues.DESK.cases(choice, on=TODAY, officer=cast.officer)
    assert [case.number for case in found] == [taken, free]
