"""The acts of the Offices: what the law allows, what it refuses, what is entered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import events, queries
from chancery.services.examination import saving, strands
from chancery.services.examination.casework import open_folder
from chancery.services.examination.tests.conftest import FILED_AT, WHOLE
from chancery.treaties import pct

DAY = timedelta(days=1)
MONTH = 31 * DAY


def cites(refused) -> list[str]:
    return [one.cites for one in refused.value.findings]


def words(number, at) -> dict[str, str]:
    folder = open_folder(number, on=at.date())
    return {one.name: one.state for one in strands.strands(folder)}


# Fees


def test_nobody_is_invited_to_pay_while_there_is_still_time(file, act):
    with pytest.raises(Refused, match="until 2026-12-23"):
        act(file(), "invite-to-pay", at=FILED_AT + DAY, remark="")


def test_after_the_month_the_invitation_names_every_open_fee_and_the_late_payment_fee(file, act):
    number = file()
    act(number, "invite-to-pay", at=FILED_AT + MONTH, remark="")
    [invited] = queries.right(number).invitations
    fields = [one["field"] for one in invited.findings]
    assert invited.form == "PCT/RO/133"
    assert {"fees.international_filing", "fees.late_payment"} <= set(fields)
    assert invited.due == date(2027, 1, 25), "one month after 24 December; the 24th of January is a Sunday"
    assert queries.right(number).status == "received", "only an invitation to correct changes the status"


def test_a_payment_after_the_time_limit_and_before_the_declaration_is_in_time(file, act, pay):
    number = file()
    act(number, "invite-to-pay", at=FILED_AT + MONTH, remark="")
    late = FILED_AT + 90 * DAY
    assert words(number, late)["Fees"] == "Not paid in time"
    pay(number, at=late)
    with pytest.raises(Refused) as refused:
        act(number, "considered-withdrawn", at=late, ground="PCT Art. 14(3)(a)", reason="Not paid.")
    assert cites(refused) == ["PCT Rule 16bis.1(e)"]
    assert queries.right(number).invitations[0].answered_on == late.date()


def test_unpaid_fees_end_the_application_once_the_second_month_is_over(file, act):
    number = file()
    act(number, "invite-to-pay", at=FILED_AT + MONTH, remark="")
    with pytest.raises(Refused, match="may still answer"):
        act(number, "considered-withdrawn", at=FILED_AT + 40 * DAY, ground="PCT Art. 14(3)(a)", reason="Not paid.")
    act(number, "considered-withdrawn", at=FILED_AT + 70 * DAY, ground="PCT Art. 14(3)(a)", reason="Not paid.")
    right = queries.right(number)
    assert right.status == "considered withdrawn"
    assert right.notifications[-1].form == "PCT/RO/117"
    with pytest.raises(Refused, match="considered withdrawn"):
        act(number, "record-copy", at=FILED_AT + 71 * DAY, received_on=date(2027, 2, 1))


# Defects of form


def test_a_late_answer_is_saved_as_long_as_the_office_has_not_decided(file, cast, act, invite, answer):
    number = file(title="")
    invite(number)
    due = queries.right(number).invitations[0].due
    late = FILED_AT + (due - FILED_AT.date() + 8 * DAY)
    [open_one] = saving.late(queries.right(number), on=late.date())
    assert (open_one.days, open_one.rescue.cites) == (8, "PCT Rule 26.2")
    answer(number, at=late)
    assert words(number, late)["Formalities"] == "Answered 8 days late"
    with pytest.raises(Refused) as refused:
        act(number, "considered-withdrawn", at=late, ground="PCT Art. 14(1)(b)", reason="Late.")
    assert cites(refused) == ["PCT Rule 26.2"]


def test_defects_that_are_only_physical_do_not_end_an_application(file, act, invite, measured):
    number = file(parts=measured(paper="letter"))
    invite(number)
    with pytest.raises(Refused) as refused:
        act(number, "considered-withdrawn", at=FILED_AT + 100 * DAY, ground="PCT Art. 14(1)(b)", reason="Letter.")
    assert cites(refused) == ["PCT Rule 26.5"]


def test_a_missing_title_ends_it_when_nobody_answers(file, act, invite):
    number = file(title="")
    invite(number)
    act(number, "considered-withdrawn", at=FILED_AT + 100 * DAY, ground="PCT Art. 14(1)(b)", reason="No title.")
    assert queries.right(number).considered_withdrawn == "No title."


def test_the_time_limit_for_defects_is_extended_and_only_that(file, act, invite):
    number = file(title="")
    invite(number)
    with pytest.raises(Refused, match="later"):
        act(number, "extend", at=FILED_AT + DAY, invitation=1, due=date(2026, 12, 1), reason="Illness")
    act(number, "extend", at=FILED_AT + DAY, invitation=1, due=date(2027, 3, 31), reason="Illness")
    right = queries.right(number)
    assert right.invitations[0].due == date(2027, 3, 31)
    [limit] = [one for one in pct.time_limits(right.record) if one.key == "art14_defects"]
    assert limit.due == date(2027, 3, 31)
    with pytest.raises(Refused, match="waiting for its answer"):
        act(file(), "extend", at=FILED_AT + DAY, invitation=1, due=date(2027, 3, 31), reason="Illness")


def test_a_delay_is_excused_within_six_months(file, act, invite, answer):
    number = file(title="")
    invite(number)
    due = queries.right(number).invitations[0].due
    with pytest.raises(Refused, match="was missed"):
        act(number, "excuse", at=FILED_AT + DAY, invitation=1, due=due, reason="Flood")
    late = FILED_AT + 100 * DAY
    answer(number, at=late)
    act(number, "excuse", at=late, invitation=1, due=late.date(), reason="Flood, see the letter")
    assert saving.late(queries.right(number), on=late.date()) == ()


# Parts and dates


def test_a_missing_part_moves_the_filing_date_and_can_be_disregarded_within_a_month(file, act, accord, change):
    number = file()
    accord(number)
    act(number, "invite-otherwise", at=FILED_AT + DAY, occasion="missing", message="Page 3.", due=None, remark="")
    came = FILED_AT + 20 * DAY
    late = pct.Part(
        kind="drawings", sha256="4" * 64, name="late.pdf", sheets=1, received_on=came.date(), late="missing"
    )
    change(number, "furnish_missing_part", at=came, parts=(*WHOLE.parts, late))
    assert queries.right(number).invitations[0].answered_on == came.date()

    act(number, "correct-filing-date", at=came, filing_date=came.date(), remark="")
    right = queries.right(number)
    assert (right.filing_date, right.notifications[-1].form) == (came.date(), "PCT/RO/126")
    with pytest.raises(Refused, match="disregarded until"):
        act(number, "correct-filing-date", at=came + 60 * DAY, filing_date=FILED_AT.date(), remark="")
    act(number, "correct-filing-date", at=came + 5 * DAY, filing_date=FILED_AT.date(), remark="")
    assert queries.right(number).filing_date == FILED_AT.date()


def test_a_time_that_the_treaty_fixes_is_not_fixed_by_the_office(file, act):
    number = file()
    for occasion, due in (("missing", date(2027, 5, 1)), ("restoration", None)):
        with pytest.raises(Refused) as refused:
            act(number, "invite-otherwise", at=FILED_AT, occasion=occasion, message="?", due=due, remark="")
        assert refused.value.findings[0].field == "due"


def test_what_is_not_for_this_office_is_passed_on_and_keeps_its_day(file, act):
    number = file(receiving_office="CH")
    act(number, "transfer", at=FILED_AT + DAY, ground="PCT Rule 19.4(a)(i)", received_there_on=date(2026, 11, 24))
    right = queries.right(number)
    assert (right.application.receiving_office, right.received_on) == ("IB", date(2026, 11, 23))
    assert right.record.fees_received_on == date(2026, 11, 24)
    with pytest.raises(Refused, match="already"):
        act(number, "transfer", at=FILED_AT + DAY, ground="PCT Rule 19.4(a)(i)", received_there_on=date(2026, 11, 24))


# Priority

LATE_CLAIM = pct.PriorityClaim(office="DE", number="10 2025 1", filed_on=date(2025, 11, 3), restoration_requested=True)


def decide(act, number, outcome, at=FILED_AT + DAY, criterion="due care"):
    act(number, "priority", at=at, claim=0, outcome=outcome, criterion=criterion, reason="The docketing failed.")


def test_the_right_of_priority_is_restored_by_a_criterion(file, act):
    number = file(priority_claims=(LATE_CLAIM,))
    with pytest.raises(Refused, match="which criterion"):
        decide(act, number, "restored", criterion="")
    decide(act, number, "restored")
    right = queries.right(number)
    assert [one.outcome for one in right.priority_decisions] == ["restored"]
    assert right.notifications[-1].form == "PCT/RO/159"
    with pytest.raises(Refused, match="decided already"):
        decide(act, number, "not restored")


def test_restoration_is_not_refused_by_surprise_and_keeps_the_priority_date(file, act):
    number = file(priority_claims=(LATE_CLAIM,))
    with pytest.raises(Refused) as refused:
        decide(act, number, "not restored")
    assert cites(refused) == ["PCT Rule 26bis.3(g)"]
    asked = {"occasion": "restoration", "message": "Evidence.", "due": date(2027, 1, 4), "remark": ""}
    act(number, "invite-otherwise", at=FILED_AT + DAY, **asked)
    decide(act, number, "not restored", at=FILED_AT + 60 * DAY)
    assert queries.right(number).application.priority_claims[0].ceased_on is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"restoration_requested": False}, "not been requested"),
        ({"filed_on": date(2025, 12, 1)}, "within the priority"),
    ],
)
def test_only_a_late_filing_with_a_request_is_restored(file, act, changes, said):
    number = file(priority_claims=(replace(LATE_CLAIM, **changes),))
    with pytest.raises(Refused, match=said):
        decide(act, number, "restored")


def test_a_claim_that_is_too_old_is_void_after_the_invitation_and_no_longer_counts(file, act, invite):
    number = file(priority_claims=(replace(LATE_CLAIM, filed_on=date(2025, 8, 1), restoration_requested=False),))
    with pytest.raises(Refused, match="First invite"):
        decide(act, number, "void")
    invite(number)
    due = queries.right(number).invitations[0].due
    after = FILED_AT + (due - FILED_AT.date() + DAY)
    with pytest.raises(Refused, match="may still answer"):
        decide(act, number, "void", at=after - DAY)
    decide(act, number, "void", at=after)
    right = queries.right(number)
    assert right.application.priority_claims[0].ceased_on == after.date()
    assert [one.kind for one in right.record.invitations] == ["PCT/RO/110", "PCT/RO/111"]


def test_a_missing_number_makes_no_claim_void(file, act):
    number = file(priority_claims=(replace(LATE_CLAIM, number="", filed_on=date(2026, 1, 5)),))
    with pytest.raises(Refused) as refused:
        decide(act, number, "void", at=FILED_AT + 400 * DAY)
    assert cites(refused) == ["PCT Rule 26bis.2(c)"]


# Everybody's acts


@pytest.mark.parametrize("role", ["applicant", "publisher", "operator"])
def test_only_an_officer_acts_for_an_office(file, cast, act, role):
    with pytest.raises(Denied):
        act(file(), "record-copy", by=getattr(cast, role), received_on=FILED_AT.date())


def test_an_act_rests_on_what_was_on_the_page(file, act):
    with pytest.raises(Conflict):
        act(file(), "record-copy", after=7, received_on=FILED_AT.date())


def test_an_installation_acts_only_for_the_offices_that_it_is(file, act, accord, settings):
    number = file()
    accord(number)
    settings.OFFICE_ROLES = frozenset({"RO", "ISA/JP"})
    with pytest.raises(Refused, match="does not act as IB"):
        act(number, "record-copy", received_on=FILED_AT.date())
    with pytest.raises(Refused, match="does not act as ISA/EP"):
        act(number, "search-copy", received_on=FILED_AT.date())
    assert [one.role for one in open_folder(number, on=FILED_AT.date()).roles] == ["RO"]


def test_every_act_says_on_what_it_rests_and_what_follows(file):
    folder = open_folder(file(), on=FILED_AT.date())
    for role in folder.roles:
        for one in (*role.now, *(closed for closed, _ in role.closed)):
            assert one.cites
            assert one.follows
            assert events.NotificationSent.kind()
