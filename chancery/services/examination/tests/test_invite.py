from datetime import date, timedelta

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import queries
from chancery.services.examination import actions, formalities
from chancery.services.examination.tests.conftest import FILED_AT, WHOLE
from chancery.treaties.kernel import Finding

LATER = FILED_AT + timedelta(days=1)


def standing(number, *slugs):
    found = formalities.findings(queries.right(number))
    return tuple(one for one in found if one.rule in slugs)


def test_a_whole_application_has_nothing_to_be_invited_about(file):
    right = queries.right(file())
    assert formalities.to_be_invited(right, formalities.findings(right)) == ()


def test_an_article_14_defect_is_invited_with_form_106_for_two_months(file, cast):
    number = file(without="abstract")
    chosen = standing(number, "has_an_abstract")

    numbers = actions.invite(number, findings=chosen, remark=" Kindly ", by=cast.officer, at=LATER, after=1)

    [sent] = queries.right(number).invitations
    assert numbers == (1,)
    assert (sent.form, sent.dated, sent.remark) == ("PCT/RO/106", date(2026, 11, 24), "Kindly")
    assert sent.due == date(2027, 1, 25), "24 January 2027 is a Sunday: PCT Rule 80.5"
    assert [one["cites"] for one in sent.findings] == ["PCT Art. 14(1)(a)(iv)"]


def test_defects_under_articles_11_and_14_go_into_two_invitations(file, cast):
    number = file(without="claims abstract")
    chosen = standing(number, "has_a_claim", "has_an_abstract")

    assert actions.invite(number, findings=chosen, remark="", by=cast.officer, at=LATER, after=1) == (1, 2)

    right = queries.right(number)
    assert [one.form for one in right.invitations] == ["PCT/RO/103", "PCT/RO/106"]
    assert right.version == 3


def test_an_officers_own_finding_goes_with_the_form_of_its_provision(file, cast):
    own = (
        Finding(cites="PCT Rule 4.5(a)", message="The address is a post-office box only."),
        Finding(cites="PCT Art. 11(1)(iii)(d)", message="The description is a photograph of a cat."),
    )
    number = file()
    actions.invite(number, findings=own, remark="", by=cast.officer, at=LATER, after=1)
    assert [one.form for one in queries.right(number).invitations] == ["PCT/RO/103", "PCT/RO/106"]


@pytest.mark.parametrize("cites", ["", "because I say so", "Madrid Rule 9"])
def test_an_officers_own_finding_must_rest_on_a_provision_of_the_treaty(file, cast, cites):
    own = (Finding(cites=cites, message="The address is a post-office box only."),)
    number = file()
    with pytest.raises(Refused) as refused:
        actions.invite(number, findings=own, remark="", by=cast.officer, at=LATER, after=1)
    assert [one.field for one in refused.value.findings] == ["cites"]
    assert queries.right(number).version == 1


def test_nobody_is_invited_to_correct_what_no_longer_stands(file, cast):
    gone = standing(file(title=""), "has_a_title")
    with pytest.raises(Refused, match="no longer stands"):
        actions.invite(file(), findings=gone, remark="", by=cast.officer, at=LATER, after=1)


def test_an_invitation_says_what_is_to_be_corrected(file, cast):
    with pytest.raises(Refused, match="Choose at least one"):
        actions.invite(file(), findings=(), remark="Something", by=cast.officer, at=LATER, after=1)


def test_after_the_filing_date_nobody_is_invited_under_article_11(file, cast):
    number = file()
    actions.accord(number, by=cast.officer, at=LATER, after=1)
    own = (Finding(cites="PCT Art. 11(1)(iii)(e)", message="On second thoughts there is no claim."),)
    with pytest.raises(Refused, match="filing date has been accorded"):
        actions.invite(number, findings=own, remark="", by=cast.officer, at=LATER, after=2)


def test_an_officer_who_saw_an_older_state_is_told_so(file, cast):
    number = file(title="")
    actions.accord(number, by=cast.officer, at=LATER, after=1)
    with pytest.raises(Conflict):
        actions.invite(number, findings=standing(number, "has_a_title"), remark="", by=cast.officer, at=LATER, after=1)
    assert queries.right(number).invitations == ()


def test_two_forms_are_entered_together_or_not_at_all(file, cast, monkeypatch):
    number = file(without="claims abstract")
    chosen = standing(number, "has_a_claim", "has_an_abstract")
    enter, calls = actions.register.enter, []

    def fail_at_the_second(*args, **more):
        calls.append(args)
        if len(calls) == 2:
            raise Conflict.because("too slow")
        return enter(*args, **more)

    monkeypatch.setattr(actions.register, "enter", fail_at_the_second)
    with pytest.raises(Conflict):
        actions.invite(number, findings=chosen, remark="", by=cast.officer, at=LATER, after=1)
    assert queries.right(number).version == 1


@pytest.mark.parametrize("role", ["applicant", "publisher", "operator"])
def test_only_an_officer_invites(file, cast, role):
    number = file(title="")
    with pytest.raises(Denied):
        actions.invite(
            number, findings=standing(number, "has_a_title"), remark="", by=getattr(cast, role), at=LATER, after=1
        )


def test_an_unknown_number_is_refused(cast):
    with pytest.raises(Refused, match="no such application"):
        actions.invite("PCT/IB2026/999999", findings=(), remark="", by=cast.officer, at=LATER, after=1)


def test_what_was_measured_in_the_sheets_counts(file):
    assert formalities.measured(WHOLE) == WHOLE, "files that were never measured say nothing"
