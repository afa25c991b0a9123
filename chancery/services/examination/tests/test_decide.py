from datetime import date, timedelta

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import queries
from chancery.services.examination import actions, formalities
from chancery.services.examination.tests.conftest import FILED_AT, WHOLE

DAY = timedelta(days=1)
FILED_ON = date(2026, 11, 23)


def invite_about_everything(number, by, at=FILED_AT + DAY):
    right = queries.right(number)
    found = formalities.to_be_invited(right, formalities.findings(right))
    return actions.invite(number, findings=found, remark="", by=by, at=at, after=right.version)


def negative(number, by, at, reason="There is no claim."):
    version = queries.right(number).version
    actions.find_not_an_application(number, reason=reason, by=by, at=at, after=version)


def test_the_filing_date_is_the_day_of_receipt_when_nothing_is_missing(file, cast):
    number = file()
    assert actions.accord(number, by=cast.officer, at=FILED_AT + 3 * DAY, after=1) == FILED_ON
    right = queries.right(number)
    assert (right.filing_date, right.filing_date_cites) == (FILED_ON, "PCT Art. 11(1); PCT Rule 20.2(a)")


def test_formal_defects_do_not_move_the_filing_date(file, cast):
    number = file(title="", without="abstract")
    assert actions.accord(number, by=cast.officer, at=FILED_AT, after=1) == FILED_ON


def test_no_filing_date_while_a_requirement_of_article_11_is_not_met(file, cast):
    number = file(without="claims")
    with pytest.raises(Refused) as refused:
        actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    assert [one.cites for one in refused.value.findings] == ["PCT Art. 11(1)(iii)(e)"]


def test_the_filing_date_is_the_day_on_which_the_correction_arrived(file, cast, answer):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    answer(number, at=FILED_AT + 10 * DAY)

    assert actions.accord(number, by=cast.officer, at=FILED_AT + 12 * DAY, after=3) == date(2026, 12, 3)
    assert queries.right(number).filing_date_cites == "PCT Art. 11(2)(b); PCT Rule 20.3(b)(i)"


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 11, 23), "Not before 2026-12-03"), (date(2026, 12, 5), "Nothing was received")]
)
def test_no_other_day_can_be_accorded(file, cast, answer, day, words):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    answer(number, at=FILED_AT + 10 * DAY)
    with pytest.raises(Refused, match=words):
        actions.accord(number, filing_date=day, by=cast.officer, at=FILED_AT + 12 * DAY, after=3)


def test_a_filing_date_is_accorded_once(file, cast):
    number = file()
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    with pytest.raises(Refused, match="accorded already"):
        actions.accord(number, by=cast.officer, at=FILED_AT, after=2)


def test_of_two_officers_who_decide_on_the_same_page_the_second_is_told(file, cast):
    number = file()
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    with pytest.raises(Conflict):
        actions.accord(number, by=cast.officer, at=FILED_AT, after=1)


@pytest.mark.parametrize("role", ["applicant", "publisher", "operator"])
def test_only_an_officer_decides(file, cast, role):
    number = file()
    person = getattr(cast, role)
    with pytest.raises(Denied):
        actions.accord(number, by=person, at=FILED_AT, after=1)
    with pytest.raises(Denied):
        negative(number, person, FILED_AT)


def test_without_an_invitation_nothing_is_found_not_to_be_an_application(file, cast):
    with pytest.raises(Refused, match="First invite"):
        negative(file(without="claims"), cast.officer, FILED_AT + 100 * DAY)


def test_an_article_14_invitation_is_not_the_one_that_the_law_asks_for(file, cast):
    number = file(without="claims abstract")
    right = queries.right(number)
    formal = tuple(one for one in formalities.findings(right) if one.rule == "has_an_abstract")
    actions.invite(number, findings=formal, remark="", by=cast.officer, at=FILED_AT, after=1)
    with pytest.raises(Refused, match="First invite"):
        negative(number, cast.officer, FILED_AT + 100 * DAY)


def test_the_applicant_has_the_whole_time_limit_to_answer(file, cast):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    due = queries.right(number).invitations[0].due
    last_day = FILED_AT.replace(year=due.year, month=due.month, day=due.day)
    with pytest.raises(Refused, match=f"until {due}"):
        negative(number, cast.officer, last_day)

    negative(number, cast.officer, last_day + DAY)
    right = queries.right(number)
    assert (right.status, right.decided_on) == ("not an application", due + DAY)


def test_an_answer_that_cures_nothing_can_be_followed_by_the_finding(file, cast, answer):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    answer(number, at=FILED_AT + 5 * DAY, application=queries.right(number).application)
    negative(number, cast.officer, FILED_AT + 6 * DAY)
    assert queries.right(number).not_an_application == "There is no claim."


def test_a_cured_application_is_one(file, cast, answer):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    answer(number, at=FILED_AT + 5 * DAY, application=WHOLE)
    with pytest.raises(Refused, match="accord the filing date"):
        negative(number, cast.officer, FILED_AT + 100 * DAY)


def test_the_finding_says_why(file, cast):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    with pytest.raises(Refused) as refused:
        negative(number, cast.officer, FILED_AT + 100 * DAY, reason="  ")
    assert refused.value.findings[0].field == "reason"


def test_what_was_found_not_to_be_an_application_is_off_the_desk(file, cast):
    number = file(without="claims")
    invite_about_everything(number, cast.officer)
    negative(number, cast.officer, FILED_AT + 100 * DAY)
    with pytest.raises(Refused, match="not to be an international application"):
        actions.accord(number, by=cast.officer, at=FILED_AT + 101 * DAY, after=3)
    with pytest.raises(Refused, match="not to be an international application"):
        negative(number, cast.officer, FILED_AT + 101 * DAY)


def test_a_case_is_taken_taken_over_and_given_back(file, cast):
    number = file()
    actions.take(number, by=cast.officer, at=FILED_AT)
    actions.take(number, by=cast.officer, at=FILED_AT + DAY)
    actions.release(number, by=cast.officer, at=FILED_AT)
    with pytest.raises(Refused, match="not taken"):
        actions.release(number, by=cast.officer, at=FILED_AT)
    with pytest.raises(Denied):
        actions.take(number, by=cast.publisher, at=FILED_AT)
