"""Invitations and notices of the Offices: translations, the record copy, the demand, fees; days an Office was down."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from chancery.core.clock import office_zone
from chancery.core.follow import catch_up
from chancery.core.refusal import Denied, Refused
from chancery.records.fees.followers import Invoices
from chancery.records.fees.queries import invoice
from chancery.records.mail import forms as letters
from chancery.records.register import actions as register
from chancery.records.register import events, public_file, queries
from chancery.services.examination import actions, publication
from chancery.services.examination.formalities import ANSWERS, DEMAND, OPINION
from chancery.services.examination.offices import copies, fee_notices
from chancery.services.examination.tests.conftest import FILED_AT, WHOLE, enter
from chancery.treaties import pct

DAY = timedelta(days=1)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=office_zone())


def furnishes(number, purpose, *, on):
    paper = events.PaperReceived(
        act="furnish_translation", received_on=on.isoformat(), paper=1, facts={"purpose": purpose, "language": "en"}
    )
    enter(number, paper, at=at(on))


def demands(number, *, on):
    report = events.SearchReportEstablished(
        authority="EP", established_on=on.isoformat(), transmitted_on=on.isoformat(), opinion="Novelty: yes 1"
    )
    enter(number, report, at=at(on))
    demand = events.ChapterIIDemanded(act="demand", received_on=on.isoformat(), authority="EP", elected=("JP",))
    enter(number, demand, at=at(on))


# Translations


def test_a_translation_for_the_search_is_asked_for_with_its_late_fee(file, act):
    number = file()
    act(number, "invite-translation", at=FILED_AT + 10 * DAY, purpose="search", remark="")
    [invited] = queries.right(number).invitations
    assert (invited.form, invited.due) == ("PCT/RO/150", date(2027, 1, 25))  # two months from receipt, a Saturday
    assert [one["field"] for one in invited.findings] == ["", "fees.late_translation"]
    catch_up([Invoices()], at=FILED_AT)
    [late] = [one for one in invoice(number).lines if one.code == "late_translation"]
    assert str(late.due) == "CHF 332.50"


def test_a_translation_for_publication_is_asked_for_after_fourteen_months_and_lasts_two_more(file, act):
    number = file(language="nl")
    with pytest.raises(Refused, match="until 2028-01-24 without an invitation"):
        act(number, "invite-translation", at=at(date(2028, 1, 20)), purpose="publication", remark="")
    act(number, "invite-translation", at=at(date(2028, 1, 25)), purpose="publication", remark="")
    [invited] = queries.right(number).invitations
    assert (invited.form, invited.due) == ("PCT Rule 12.4(c)", date(2028, 3, 23))
    with pytest.raises(Refused, match="one of publication"):
        act(file(), "invite-translation", at=at(date(2028, 1, 25)), purpose="publication", remark="")


def test_without_its_translation_an_application_is_considered_withdrawn(file, act):
    number = file()
    act(number, "invite-translation", at=FILED_AT + 10 * DAY, purpose="search", remark="")
    ground = {"ground": "PCT Rule 12.3(d)", "reason": "No translation."}
    with pytest.raises(Refused, match="may still answer"):
        act(number, "considered-withdrawn", at=at(date(2027, 1, 20)), **ground)
    act(number, "considered-withdrawn", at=at(date(2027, 2, 1)), **ground)
    assert queries.right(number).status == "considered withdrawn"


def test_a_translation_before_the_declaration_and_before_fifteen_months_is_in_time(file, act):
    number = file()
    act(number, "invite-translation", at=FILED_AT + 10 * DAY, purpose="search", remark="")
    furnishes(number, "search", on=date(2027, 3, 1))
    ground = {"ground": "PCT Rule 12.3(d)", "reason": "Late."}
    paid = events.PaymentRecorded(line="late_translation", amount="332.50", currency="CHF", received_on="2027-03-01")
    assert queries.right(number).invitations[0].answered_on == date(2027, 3, 1)
    enter(number, paid, at=at(date(2027, 3, 1)))
    with pytest.raises(Refused, match="come before this declaration"):
        act(number, "considered-withdrawn", at=at(date(2027, 3, 2)), **ground)


def test_a_translation_without_its_late_fee_does_not_save_the_application(file, act):
    number = file()
    act(number, "invite-translation", at=FILED_AT + 10 * DAY, purpose="search", remark="")
    furnishes(number, "search", on=date(2027, 3, 1))
    act(number, "considered-withdrawn", at=at(date(2027, 3, 2)), ground="PCT Rule 12.3(d)", reason="No fee.")
    assert queries.right(number).ended


# The record copy


def test_without_a_record_copy_three_months_after_the_notice_it_is_considered_withdrawn(file, act, accord):
    number = file()
    accord(number)
    with pytest.raises(Refused, match="From 2028-01-23 on"):
        act(number, "record-copy-missing", at=at(date(2028, 1, 10)))
    with pytest.raises(Refused, match="has not been told"):
        act(number, "record-copy-lost", at=at(date(2028, 1, 10)), reason="-")
    act(number, "record-copy-missing", at=at(date(2028, 1, 24)))
    with pytest.raises(Refused, match="in time until 2028-04-24"):
        act(number, "record-copy-lost", at=at(date(2028, 4, 24)), reason="-")
    act(number, "record-copy-lost", at=at(date(2028, 4, 25)), reason="Nothing has come.")
    right = queries.right(number)
    assert (right.status, right.notifications[-1].office) == ("considered withdrawn", "IB")


def test_a_record_copy_that_came_ends_the_matter(file, act, accord):
    number = file()
    accord(number)
    act(number, "record-copy", at=FILED_AT, received_on=FILED_AT.date())
    with pytest.raises(Refused, match="was received"):
        act(number, "record-copy-missing", at=at(date(2028, 2, 1)))


# The demand


def test_a_demand_with_defects_has_a_month_and_then_counts_for_nothing(file, act, accord):
    number = file()
    accord(number)
    on = date(2027, 6, 1)
    demands(number, on=on)
    with pytest.raises(Refused, match="until 2027-07-01"):
        act(number, "demand-defects", at=at(on), message="No applicant is named.", due=date(2027, 6, 15))
    act(number, "demand-defects", at=at(on), message="No applicant is named.", due=date(2027, 7, 1))
    assert "demand_defects" in {one.key for one in pct.time_limits(queries.right(number).record)}
    with pytest.raises(Refused, match="may still answer"):
        act(number, "demand-void", at=at(date(2027, 7, 1)), reason="-")
    act(number, "demand-void", at=at(date(2027, 7, 2)), reason="Nothing has come.")
    right = queries.right(number)
    assert right.demand.void_on == date(2027, 7, 2)
    assert right.record.demand_received is None
    with pytest.raises(Refused, match="not to have been submitted"):
        act(number, "written-opinion", at=at(date(2027, 7, 3)), message="-", due=date(2027, 9, 1), opinion="")


def test_a_corrected_demand_stands(file, act, accord):
    number = file()
    accord(number)
    on = date(2027, 6, 1)
    demands(number, on=on)
    act(number, "demand-defects", at=at(on), message="No applicant is named.", due=date(2027, 7, 1))
    paper = events.PaperReceived(act="correct_demand", received_on="2027-06-20", paper=1, facts={"text": "Weber"})
    enter(number, paper, at=at(date(2027, 6, 20)))
    with pytest.raises(Refused, match="answered in time"):
        act(number, "demand-void", at=at(date(2027, 7, 2)), reason="-")


def test_an_invitation_to_restrict_or_pay_asks_for_each_fee(file, act, accord):
    number = file()
    accord(number)
    on = date(2027, 6, 1)
    demands(number, on=on)
    act(number, "examination-unity", at=at(on), inventions="1-3; 4-6; 7", restriction="Claims 1 to 3.", fees=2)
    [invited] = queries.right(number).invitations
    assert (invited.form, invited.due) == ("PCT/IPEA/405", date(2027, 7, 1))
    catch_up([Invoices()], at=at(on))
    [owed] = [one for one in invoice(number).lines if one.code == "additional_examination"]
    assert owed.missing.startswith("not determinable: the additional fee for examination")
    assert invited.findings[-1]["times"] == "2"


# Fees


def test_a_notice_of_the_fees_due_asks_no_late_fee_and_only_while_the_time_runs(file, act, pay):
    number = file()
    act(number, "fee-notice", at=FILED_AT + DAY, remark="")
    [sent] = queries.right(number).notifications
    assert (sent.form, sent.facts["due"]) == ("PCT/RO/102", "2026-12-23")
    with pytest.raises(Refused, match="invite to pay"):
        act(number, "fee-notice", at=FILED_AT + 40 * DAY, remark="")
    pay(number, at=FILED_AT)
    with pytest.raises(Refused, match="are paid"):
        act(number, "fee-notice", at=FILED_AT + DAY, remark="")


def test_what_was_paid_goes_back_where_it_was_withdrawn_before_the_copies_were_sent(file, act, pay):
    number = file()
    pay(number, at=FILED_AT)
    enter(number, events.Withdrawn(act="withdraw_application", received_on="2026-11-25"), at=FILED_AT + 2 * DAY)
    catch_up([Invoices()], at=FILED_AT)
    owed = {one.code: one for one in invoice(number).refunds}
    assert {code: one.answer for code, one in owed.items()} == {"international_filing": "due", "search": "due"}
    rest = owed["international_filing"].rest
    back = {"line": "international_filing", "on": date(2026, 11, 26), "reference": "R 1"}
    later = FILED_AT + 3 * DAY
    with pytest.raises(Refused, match="At most"):
        act(number, "refund", at=later, amount=rest.amount + 1, **back)
    act(number, "refund", at=later, amount=rest.amount, **back)
    catch_up([Invoices()], at=FILED_AT)
    [sent] = [one for one in invoice(number).refunds if one.code == "international_filing"]
    assert (sent.sent, sent.rest.amount) == (rest, 0)
    assert queries.right(number).notifications[-1].form == "PCT/RO/119"


# The forms


def test_every_form_that_an_office_sends_is_one_of_the_list_or_named_by_its_rule():
    sent = {*ANSWERS, DEMAND, OPINION, *letters.INVITATIONS, *letters.NOTIFICATIONS, fee_notices.NOTICE, copies.NOTICE}
    assert [form for form in sorted(sent) if pct.form(form) is None and not form.startswith("PCT Rule ")] == []


def test_every_invitation_has_its_letter():
    own_words = {"PCT/RO/103", "PCT/RO/106"}  # the general letter: what is to be corrected
    assert {*ANSWERS, DEMAND, OPINION} - own_words - letters.INVITATIONS.keys() == set()


# An Office that could not be reached


OUTAGE = pct.Closure(
    office="IB",
    what="outage",
    first=date(2026, 12, 23),
    last=date(2026, 12, 23),
    announced=date(2026, 12, 23),
    reason="The filing system was down.",
)


def test_a_declared_outage_excuses_what_was_due_that_day(file, act, cast):
    number = file()
    actions.declare(OUTAGE, by=cast.officer, at=at(date(2026, 12, 23)))
    [fees] = [one for one in pct.time_limits(queries.right(number).record) if one.key == "fees_RO"]
    assert (fees.due, fees.late_until) == (date(2026, 12, 23), date(2026, 12, 24))


def test_only_an_officer_declares_and_only_for_an_office_that_this_one_is(cast):
    with pytest.raises(Denied):
        actions.declare(OUTAGE, by=cast.applicant, at=FILED_AT)
    with pytest.raises(Refused, match="does not act as QQ"):
        actions.declare(replace(OUTAGE, office="QQ"), by=cast.officer, at=FILED_AT)


def test_the_desk_and_the_declaration_page_follow(client, django_user_model, cast, file):
    file()
    client.force_login(django_user_model.objects.get(pk=cast.officer))
    page = client.get("/desk/unavailable/")
    assert "Nothing has been declared." in page.content.decode()
    typed = {"office": "IB", "what": "disruption", "first": "2026-12-01", "last": "2027-03-01", "reason": "Storm"}
    refused = client.post("/desk/unavailable/", typed)
    assert refused.status_code == 422
    assert "two months at most" in refused.content.decode()
    done = client.post("/desk/unavailable/", typed | {"last": "2027-01-31"}, follow=True)
    assert "Time limits extended" in done.content.decode()


# A rectification of the request


def asks(number, *, datum, mistake, correction, documents=()):
    facts = {"datum": datum, "where": "Request", "mistake": mistake, "correction": correction}
    papers = len(queries.right(number).papers)
    paper = events.PaperReceived(
        act="rectify_mistake", received_on="2026-12-01", paper=papers + 1, facts=facts, documents=documents
    )
    enter(number, paper, at=FILED_AT + 8 * DAY)


AUTHORIZED = {"paper": 1, "authority": "RO", "outcome": "authorized", "reason": "Only one thing can be meant."}
CLAIMED = pct.PriorityClaim(office="CH", number="CH 1/25", filed_on=date(2025, 12, 20))


def test_an_authorized_rectification_changes_the_request_its_time_limits_and_the_public_file(file, act):
    number = file(priority_claims=(CLAIMED,))
    asks(number, datum="priority_claims.0.filed_on", mistake="2025-12-20", correction="2026-02-20")
    due = {one.key: one.due for one in pct.time_limits(queries.right(number).record)}
    act(number, "rectification", at=FILED_AT + 9 * DAY, **AUTHORIZED)
    right = queries.right(number)
    assert right.application.priority_claims[0].filed_on == date(2026, 2, 20)
    then = {one.key: one.due for one in pct.time_limits(right.record)}
    assert (due["national_phase"], then["national_phase"]) == (date(2028, 6, 20), date(2028, 8, 20))
    assert date(2026, 2, 20) in [line.day for line in public_file.lines(right) if line.inid == "30"]


def test_a_refused_one_changes_nothing(file, act):
    number = file()
    asks(number, datum="title", mistake="Hinge with magnetic latch", correction="Hinges")
    act(number, "rectification", at=FILED_AT + 9 * DAY, **{**AUTHORIZED, "outcome": "refused"})
    assert queries.right(number).application.title == "Hinge with magnetic latch"


def test_what_has_changed_since_is_not_rectified(file, act, change):
    number = file()
    asks(number, datum="title", mistake="Hinge with magnetic latch", correction="Hinges")
    change(number, "change_parties", title="Latch")
    with pytest.raises(Refused, match="has changed since"):
        act(number, "rectification", at=FILED_AT + 9 * DAY, **AUTHORIZED)


def test_the_contact_of_a_person_whose_name_is_rectified_is_kept(file, act):
    party = replace(WHOLE.parties[0], email="ada@example.org")
    number = file(parties=(party,))
    asks(number, datum="parties.0.name", mistake="Okafor, Ada", correction="Okafor, Adaeze")
    act(number, "rectification", at=FILED_AT + 9 * DAY, **AUTHORIZED)
    right = queries.right(number)
    assert right.application.parties[0].name == "Okafor, Adaeze"
    assert right.application.parties[0].email == "", "contacts are not in the ledger"
    assert queries.with_contacts(number, right.application).parties[0].email == "ada@example.org"


@pytest.mark.parametrize(("sheets", "code"), [((), "A8"), (({"kind": "replacement sheet", "sha256": "9" * 64},), "A9")])
def test_after_publication_a_rectified_datum_leads_to_a8_and_new_sheets_to_a9(file, act, accord, sheets, code):
    number = file()
    accord(number)
    right = queries.right(number)
    register.publish(number, kind_code="A2", on=date(2026, 12, 3), issue="2026/49", after=right.version, at=FILED_AT)
    asks(number, datum="title", mistake="Hinge with magnetic latch", correction="Hinges", documents=sheets)
    act(number, "rectification", at=FILED_AT + 12 * DAY, **AUTHORIZED)
    assert publication.kind_code_again(queries.right(number), queries.timeline(number)) == code
