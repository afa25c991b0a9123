"""Whoever has a registration file is told what happens to it, with its basis."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.core import follow, ledger
from chancery.records.accounts.models import User
from chancery.records.mail import actions
from chancery.records.mail import queries as mail
from chancery.records.mail.compose import LETTERS, compose
from chancery.records.mail.followers import Letters
from chancery.records.mail.models import Letter
from chancery.records.register import actions as register
from chancery.records.register import events, queries
from chancery.records.register.tests import lived

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
MARK: dict[str, Any] = {
    "origin": "CH",
    "applicants": [{"name": "Amina Haddad"}],
    "mark": {"form": "word", "words": "LUMEN"},
    "goods": [{"number": 9, "text": "lamps"}],
    "designations": [{"party": "FR"}, {"party": "JP"}],
}


@pytest.fixture
def amina(db: None) -> User:  # noqa: ARG001 - the database is there
    return User.objects.create_user(email="amina@example.org", name="Amina")


@pytest.fixture
def number(amina: User) -> str:
    """A mark that went through everything that can happen."""
    number = register.present("madrid", MARK, office="CH", documents=(), by=amina.pk, at=AT).number
    told = {"findings": ({"cites": "Madrid Rule 9(4)(a)(ii)", "message": "The address is missing.", "field": ""},)}
    refused = {
        "grounds": ({"provision": "Art. 4(1)(11)", "text": "Confusion.", "earlier_right": "JP 5555555"},),
        "answer_until": "2026-09-01",
        "facts": {"review_before": "The Office", "on_opposition": "yes"},
    }
    steps: tuple[Any, ...] = (
        events.ApplicationForwarded(from_office="CH", received_on="2026-03-20"),
        events.IrregularityNotified(
            notice=1, rule="11(2)", dated="2026-03-25", due="2026-06-25", remedied_by="applicant", **told
        ),
        events.IrregularityRemedied(notice=1, received_on="2026-04-01"),
        events.RegistrationMade(
            registration_number="1",
            registered_on="2026-03-02",
            entered_on="2026-04-02",
            parties=("FR", "JP"),
            cites="Madrid Art. 3(4)",
        ),
        events.PartiesNotified(parties=("FR", "JP"), on="2026-04-02"),
        events.RegistrationPublished(registration_number="1", published_on="2026-04-09", issue="MADRID 2026/15"),
        events.OfficeStated(statement=1, office="JP", act="refuse", on="2026-05-04", **refused),
        events.RequestPresented(request=1, act="renounce", received_on="2026-05-10", parties=("JP",)),
        events.RequestRecorded(request=1, recorded_on="2026-05-10", cites="Madrid Rule 27(1)"),
        events.RequestPresented(request=2, act="cancel", received_on="2026-05-11"),
        events.RequestDeclined(request=2, decided_on="2026-05-12", reason="Not signed.", cites="Madrid Rule 26(2)"),
        events.RegistrationLapsed(what="lapsed", on="2036-03-02", cites="Madrid Rule 30(1)"),
    )
    for after, event in enumerate(steps, start=1):
        register.enter(number, event, after=after, at=AT)
    return number


def test_every_entry_of_a_registration_file_makes_a_letter(number: str) -> None:
    for entry in queries.timeline(number):
        draft = compose(entry, language="en")
        assert draft.subject
        assert any(value == str(entry.number) for _label, value in draft.facts)
    kinds = {kind.kind() for kind in events.OF_REGISTRATIONS}
    assert kinds <= set(LETTERS)


def test_a_refusal_tells_its_grounds_and_until_when_it_can_be_answered(number: str) -> None:
    entry = next(one for one in queries.timeline(number) if one.kind == events.OfficeStated.kind())
    draft = compose(entry, language="en")
    assert draft.subject == "The Office JP: Refuse provisionally"
    assert ("To be answered by", "2026-09-01") in draft.facts
    assert ("Review or appeal before", "The Office") in draft.facts
    [ground] = draft.findings
    assert (ground.cites, ground.message) == ("Art. 4(1)(11)", "Confusion. Earlier right: JP 5555555")


def test_a_notice_tells_who_remedies_it_until_when(number: str) -> None:
    entry = next(one for one in queries.timeline(number) if one.kind == events.IrregularityNotified.kind())
    draft = compose(entry, language="en")
    assert ("To be answered by", "2026-06-25") in draft.facts
    assert ("Basis", "Madrid Rule 11(2)") in draft.facts
    assert any("applicant" in text for text in draft.paragraphs)


def test_the_receipt_carries_its_proof_and_stands_in_the_inbox_as_pdf(number: str, amina: User) -> None:
    entry = queries.timeline(number)[0]
    written = actions.write(entry.number, to=amina.pk, at=AT)
    letter = Letter.objects.get(pk=written)
    assert (letter.number, letter.kind) == (number, "receipt")
    draft = compose(entry, language="en")
    assert draft.proof is not None
    assert draft.proof.commitment == ledger.entry(entry.number).commitment.hex()  # type: ignore[union-attr]
    assert date(2026, 3, 2).isoformat() in dict(draft.facts).values()


@pytest.fixture
def issue(db: None) -> list[int]:  # noqa: ARG001 - the database is there
    """Three things of one holder's in one issue: a registration with a renunciation, and another registration."""
    first, second = (lived.registered("madrid") for _ in range(2))
    lived.enter(
        first,
        events.RequestPresented(request=1, act="renounce", received_on="2026-05-04", parties=("JP",)),
        events.RequestRecorded(request=1, recorded_on="2026-05-04", cites="Madrid Rule 27(1)"),
    )
    return [lived.publish(first), lived.publish(first, what="renounce"), lived.publish(second)]


def test_what_an_issue_publishes_for_one_holder_is_one_letter_that_lists_it(issue: list[int]) -> None:
    for _again in range(2):
        follow.catch_up([Letters()], at=AT)
    [letter] = Letter.objects.filter(recipient=lived.holder(), kind="publication")
    assert letter.entry == issue[0]
    facts = letter.content["facts"]
    assert [value for label, value in facts if label == "What"] == [
        "Registration",
        "Renunciation",
        "Registration",
    ]
    assert [value for label, value in facts if label == "Ledger entry"] == [str(number) for number in issue]


def test_the_one_letter_stands_with_each_file_of_which_it_tells(issue: list[int]) -> None:
    follow.catch_up([Letters()], at=AT)
    first, second = (entry.stream for number in (issue[0], issue[2]) if (entry := ledger.entry(number)))
    for number in (first, second):
        [letter] = (one for one in mail.letters_about(number, lived.holder()) if one.kind == "publication")
        assert letter.entry == issue[0]
    assert actions.forget_file(second) > 1
    assert not Letter.objects.filter(kind="publication").exists()


def test_another_issue_is_another_letter(issue: list[int]) -> None:
    number = ledger.entry(issue[0]).stream  # type: ignore[union-attr]
    lived.enter(
        number,
        events.RequestPresented(request=2, act="renounce", received_on="2026-06-01", parties=("FR",)),
        events.RequestRecorded(request=2, recorded_on="2026-06-01", cites="Madrid Rule 27(1)"),
    )
    lived.publish(number, date(2026, 6, 4), what="renounce")
    follow.catch_up([Letters()], at=AT)
    assert Letter.objects.filter(recipient=lived.holder(), kind="publication").count() == 2
