"""The register of breaches: the clock of 72 hours, the reasons the law asks for, and what was entered when."""

from datetime import UTC, datetime, timedelta

import pytest

from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.privacy import breaches

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KNOWN = {"mail.Letter", "accounts.User"}


@pytest.fixture
def operator(db):
    return accounts.open_account("operator@example.org", name="Olga", password="correct horse")


def facts(**more):
    return {"title": "A laptop was lost", "known_at": AT, "holds": ["mail.Letter"], **more}


def entered(operator, **more):
    return breaches.enter(facts(**more), known=KNOWN, by=operator, at=AT + timedelta(days=9))


def tones(number, *, hours):
    return [duty.tone for duty in breaches.duties(breaches.entry(number), at=AT + timedelta(hours=hours))]


def test_the_clock_runs_for_72_hours_from_when_it_was_known(operator):
    number = entered(operator, risk="risk")
    assert tones(number, hours=72) == ["warn"]
    assert tones(number, hours=73) == ["bad"]
    [duty] = breaches.duties(breaches.entry(number), at=AT)
    assert (duty.until, duty.cites) == (AT + timedelta(hours=72), "GDPR Art. 33(1)")


def test_a_risk_that_is_not_assessed_is_asked_for(operator):
    assert tones(entered(operator), hours=1) == ["warn", "warn"]


def test_telling_the_authority_late_needs_reasons(operator):
    late = AT + timedelta(hours=80)
    with pytest.raises(Refused, match="after 72 hours"):
        entered(operator, risk="risk", authority_told_at=late)
    number = entered(operator, risk="risk", authority_told_at=late, late_because="the loss was noticed in the field")
    assert tones(number, hours=90) == ["good"]


def test_no_risk_needs_reasons_and_then_nobody_is_told(operator):
    with pytest.raises(Refused, match="unlikely"):
        entered(operator, risk="none")
    assert tones(entered(operator, risk="none", consequences="the disk is encrypted"), hours=90) == ["idle"]


def test_a_high_risk_is_told_to_the_persons_or_reasons_are_given(operator):
    told = AT + timedelta(hours=2)
    number = entered(operator, risk="high", authority_told_at=told)
    assert tones(number, hours=3) == ["good", "bad"]
    assert tones(entered(operator, risk="high", authority_told_at=told, persons_told_at=told), hours=3) == ["good"] * 2
    exempt = entered(operator, risk="high", authority_told_at=told, untold_because="keys were out of reach")
    assert tones(exempt, hours=3) == ["good", "idle"]


@pytest.mark.parametrize(
    ("otherwise", "field"),
    [
        ({"title": " "}, "title"),
        ({"holds": []}, "holds"),
        ({"holds": ["moon.Dust"]}, "holds"),
        ({"known_at": AT + timedelta(days=99)}, "known_at"),
        ({"authority_told_at": AT - timedelta(hours=1)}, "authority_told_at"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(operator, otherwise, field):
    with pytest.raises(Refused) as refused:
        entered(operator, **otherwise)
    assert [finding.field for finding in refused.value.findings] == [field]


def test_what_was_entered_before_is_kept(operator):
    number = entered(operator)
    breaches.amend(number, facts(people=12), known=KNOWN, by=operator, at=AT + timedelta(days=10))
    breaches.amend(number, facts(people=14), known=KNOWN, by=operator, at=AT + timedelta(days=11))
    assert breaches.entry(number).people == 14
    assert [note.entered.get("people") for note in breaches.notes(number)] == [None, 12, 14]


def test_it_is_closed_only_when_the_law_asks_for_nothing_more(operator):
    number = entered(operator, risk="risk")
    with pytest.raises(Refused, match="cannot be closed"):
        breaches.close(number, by=operator, at=AT + timedelta(hours=5))
    breaches.amend(
        number,
        facts(risk="risk", authority_told_at=AT + timedelta(hours=6)),
        known=KNOWN,
        by=operator,
        at=AT + timedelta(hours=7),
    )
    breaches.close(number, by=operator, at=AT + timedelta(hours=8))
    with pytest.raises(Refused, match="is closed"):
        breaches.amend(number, facts(people=1), known=KNOWN, by=operator, at=AT + timedelta(hours=9))
