"""One letter per entry and recipient, whatever dies; and what the letters say."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from chancery.core import follow, ledger
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.documents import actions as documents
from chancery.records.documents import queries as kept
from chancery.records.mail import actions, forms, queries
from chancery.records.mail.compose import LETTERS, compose
from chancery.records.mail.followers import Letters
from chancery.records.mail.models import Letter
from chancery.records.mail.tests.conftest import TITLE
from chancery.records.register import actions as register
from chancery.records.register import events

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=2)
AFTERWARDS = {
    "invitation": events.CorrectionInvited(
        invitation=1,
        form="PCT/RO/106",
        findings=({"cites": "PCT Rule 4.1(a)(ii)", "message": "The title is missing.", "field": "title"},),
        dated="2026-11-24",
        due="2027-01-25",
    ),
    "acknowledgement": events.CorrectionReceived(
        invitation=1, received_on="2026-12-01", application={"title": "Hinge"}, documents=()
    ),
    "filing date": events.FilingDateAccorded(filing_date="2026-11-23", cites="PCT Art. 11(1)"),
    "not an application": events.FoundNotAnApplication(
        decided_on="2026-12-01", reason="There is no claim.", cites="PCT Art. 11(2)"
    ),
    "publication": events.ApplicationPublished(
        publication_number="WO 2028/000001", kind_code="A1", published_on="2028-05-25", issue="21/2028"
    ),
}


def test_a_filing_is_answered_with_one_receipt(written, alice):
    [letter] = queries.letters_to(alice)
    assert (letter.kind, letter.number, letter.state) == ("receipt", written.number, "kept")
    assert kept.content(letter.sha256).startswith(b"%PDF")


def test_the_receipt_tells_what_was_received_and_carries_its_proof(written, alice):
    [letter] = queries.letters_to(alice)
    facts = dict(map(tuple, letter.content["facts"]))
    assert facts["Number"] == written.number
    assert facts["Received"] == "2026-11-23 10:00:00 CET"
    assert facts["Applicant"] == "Alice Cooper (CH)"
    assert facts["Claims"] == "claims.pdf, 3 sheets, 12,345 bytes"
    assert facts["SHA-256"] == "ab" * 32
    assert "PCT Rule 15" in facts["International filing fee"]
    assert facts["Fees to be paid by"].startswith("2026-12-23")
    assert facts["Checkpoint"].endswith(f" {ledger.size()}")


@pytest.mark.parametrize("kind", AFTERWARDS)
def test_each_later_event_has_its_letter(written, alice, kind):
    register.enter(written.number, AFTERWARDS[kind], after=1, at=LATER)
    follow.catch_up([Letters()], at=LATER)
    letter, _receipt = queries.letters_to(alice)
    assert letter.kind == kind
    assert kept.content(letter.sha256).startswith(b"%PDF")


def test_a_letter_is_written_in_each_language(written):
    entry = ledger.entry(written.entry)
    for language in ("ar", "zh-hans", "en", "fr", "ru", "es"):
        draft = compose(entry, language=language)
        assert written.number in dict(draft.facts).values()
        pdf = documents.typeset_letter(
            language=language,
            office="Chancery",
            title=draft.subject,
            reference=written.number,
            date=AT.date(),
            to=["Alice"],
            paragraphs=draft.paragraphs,
            facts=draft.facts,
            proof=draft.proof,
        )
        assert pdf.startswith(b"%PDF")


def test_a_language_without_a_translation_falls_back_to_english(filed, alice, settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    User.objects.filter(pk=alice).update(language="ar")
    follow.catch_up([Letters()], at=AT)
    assert queries.letters_to(alice)[0].language == "en"


class Crash(BaseException):
    """Not an Exception: as when the process is killed, nothing may catch it and go on."""


@pytest.mark.parametrize(
    "step",
    [
        "chancery.records.mail.actions._typeset",
        "chancery.records.mail.actions.documents.keep",
        "chancery.records.mail.actions.Letter.objects.create",
        "chancery.core.models.OutboxItem.save",
    ],
)
def test_a_crash_at_any_step_leaves_exactly_one_letter_after_the_next_start(filed, alice, monkeypatch, step):
    with monkeypatch.context() as broken:
        broken.setattr(step, crash)
        with pytest.raises(Crash):
            follow.catch_up([Letters()], at=AT)
    assert len(queries.letters_to(alice)) <= 1  # the note that it is written comes after the letter
    follow.catch_up([Letters()], at=LATER)
    follow.catch_up([Letters()], at=LATER + timedelta(days=1))
    assert len(queries.letters_to(alice)) == 1


def crash(*args, **kwargs):
    raise Crash


def test_a_fault_while_writing_is_noted_and_tried_again(filed, alice, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("chancery.records.mail.actions._typeset", lambda *_, **__: 1 / 0)
        follow.catch_up([Letters()], at=AT)
    assert queries.letters_to(alice) == []
    follow.catch_up([Letters()], at=LATER)
    assert len(queries.letters_to(alice)) == 1


def test_writing_twice_gives_the_letter_that_is_there(written, alice):
    again = actions.write(written.entry, to=alice, at=LATER)
    assert [letter.id for letter in queries.letters_to(alice)] == [again]


def test_everybody_who_shares_the_application_gets_a_letter_of_their_own(filed, alice):
    bob = accounts.open_account("bob@example.org", name="Bob", password="correct horse")
    register.share(filed.number, user=bob, level="viewer", until=None, at=AT)
    follow.catch_up([Letters()], at=AT)
    assert len(queries.letters_to(alice)) == len(queries.letters_to(bob)) == 1


def test_an_entry_that_was_erased_before_its_letter_was_written_stays_silent(filed, alice):
    ledger.erase(filed.entry)
    follow.catch_up([Letters()], at=AT)
    assert queries.letters_to(alice) == []


def test_without_a_mail_server_letters_are_kept_and_nothing_leaves(written, alice):
    assert actions.send_due(at=LATER) == 0
    assert mail.outbox == []
    assert Letter.objects.get().state == "kept"
    assert TITLE in str(Letter.objects.get().content)


TOLD_BY_A_FORM = (
    "TimeLimitExtended",
    "ConsideredWithdrawn",
    "FilingDateCorrected",
    "PriorityDecided",
    "RectificationDecided",
    "ApplicationTransferred",
    "CopyReceived",
    "ObservationAdmitted",
    "SearchReportEstablished",
    "ReportOnPatentabilityEstablished",
)
"""With these the Office sends a form of the Treaty (`NotificationSent`), and that is the letter."""

SILENT = (
    "register.Submission",
    "register.ObservationSubmitted",
    "register.PublicationPrepared",
    "register.NationalPhaseReported",
    "register.OfficeUnavailable",
    "register.FeeRefunded",
)
"""A stranger's observation is told once it is admitted; preparations and reports are for everyone to see; that an
Office could not be reached concerns no application by itself; a refund comes with its notice (PCT/RO/119).
"""


def test_there_is_a_letter_for_every_event_that_concerns_an_applicant():
    told_by_a_form = {"register." + name for name in TOLD_BY_A_FORM}
    silent = {"register.PaymentRecorded", "register.RecordImported", *SILENT, *told_by_a_form}
    kinds = {
        value.kind()
        for value in vars(events).values()
        if isinstance(value, type) and value.__module__ == events.__name__
    }
    kinds |= {kind.kind() for kind in events.OF_REGISTRATIONS}
    assert kinds - silent == set(LETTERS)
    assert not silent & set(LETTERS)


def draft_of(written, event, language="en"):
    register.enter(written.number, event, after=1, at=LATER)
    return compose(ledger.stream(written.number)[-1], language=language)


@pytest.mark.parametrize("form", [*forms.NOTIFICATIONS, "PCT/IB/399"])
def test_a_form_is_told_in_our_words_with_what_was_merged_into_it(written, form):
    facts = {"received_on": "2026-12-01", "outcome": "restored", "act": "change_parties", "remark": "Thank you."}
    event = events.NotificationSent(form=form, office="IB", dated="2026-12-02", facts=facts, cites="PCT Rule 24.2(a)")
    draft = draft_of(written, event)
    told = dict(draft.facts)
    assert (told["Form"], told["Office"], told["Received on"]) == (form, "IB", "2026-12-01")
    assert (told["Decision"], draft.paragraphs[-1]) == ("Restored", "Thank you.")
    assert "act" not in told


@pytest.mark.parametrize("form", [*forms.INVITATIONS, "PCT/RO/103"])
def test_an_invitation_says_until_when_in_the_words_of_its_form(written, form):
    event = events.CorrectionInvited(invitation=1, form=form, findings=(), dated="2026-12-01", due="2027-02-01")
    assert "2027-02-01" in draft_of(written, event).paragraphs[0]


def test_what_is_sent_after_filing_is_receipted_with_its_files(written, alice):
    document = {"kind": "letter", "sha256": "cd" * 32, "name": "letter.pdf", "size": 1200}
    event = events.PaperReceived(act="send_letter", received_on="2026-12-01", paper=1, documents=(document,))
    draft = draft_of(written, event)
    assert draft.subject.startswith("Receipt: ")
    assert "cd" * 32 in dict(draft.facts).values()
    follow.catch_up([Letters()], at=LATER)
    assert queries.letters_to(alice)[0].kind == "receipt of an act"


def test_a_later_publication_is_told_as_one(written):
    event = events.ApplicationPublished(
        publication_number="WO 2028/000001", kind_code="A3", published_on="2028-06-08", issue="2028/23"
    )
    assert draft_of(written, event).subject == "Notice of further publication"
