"""A person has everything erased: a word that only they used is then nowhere, save where the law keeps it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as installed
from django.core import mail as outbox
from django.utils.module_loading import import_string

from chancery.core import follow, ledger, tiles
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.accounts.models import Act, Membership, User
from chancery.records.documents import store
from chancery.records.documents.tests import samples
from chancery.records.privacy import actions, queries, receipt, traces
from chancery.records.privacy.models import Receipt
from chancery.records.register import actions as register
from chancery.services.examination.models import Case
from chancery.services.filing import actions as filing
from chancery.treaties import pct

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CANARY = "zq7canary"
EMAIL = f"{CANARY}@example.org"


@pytest.fixture
def wired():
    return {
        "forgetters": import_string(installed.PRIVACY_FORGETTERS),
        "followers": import_string(installed.PRIVACY_FOLLOWERS),
        "holdings": import_string(installed.PRIVACY_HOLDINGS),
    }


@pytest.fixture
def canary():
    return accounts.open_account(EMAIL, name=f"Ada {CANARY.title()}", password="correct horse battery")


@pytest.fixture
def bob():
    return accounts.open_account("bob@example.org", name="Bob", password="correct horse battery")


def lives(canary, bob):
    """The person leaves a trace wherever a page lets them."""
    accounts.change_profile(first_name="Ada", last_name=CANARY, address=CANARY, phone="1", language="en", by=canary)
    accounts.make_token(f"{CANARY} nightly", by=canary, at=AT)
    firm = accounts.found(f"{CANARY} Ltd", by=canary, at=AT)
    accounts.invite(firm, "someone@example.org", by=canary, at=AT)
    shared = accounts.found("Bob Ltd", by=bob, at=AT)
    accounts.join(accounts.invite(shared, EMAIL, role="admin", by=bob, at=AT), by=canary, at=AT)
    accounts.delegate(to=canary, by=bob, at=AT)
    accounts.delegate(to=bob, by=canary, at=AT)
    draft = filing.start(by=canary, at=AT)
    filing.save(draft, changes={"title": f"Hinge of {CANARY}"}, revision=1, by=canary, at=AT)
    filing.attach(draft, kind="abstract", data=samples.abstract(80), name=f"{CANARY}.pdf", by=canary, at=AT)
    actions.ask("objection", f"Do not tell {CANARY}", by=canary, at=AT)
    letters = Path(installed.EMAIL_FILE_PATH)
    letters.mkdir(parents=True, exist_ok=True)
    (letters / "1.log").write_text(f"To: {EMAIL}\n\nConfirm your address.")
    (letters / "2.log").write_text("To: bob@example.org\n\nConfirm your address.")


def files_with(word: str) -> list[str]:
    """Files of the installation that hold the word: its folder of data, kept files, unsent mail, the index."""
    everything = (path for path in Path(installed.DATA).rglob("*") if path.is_file())
    return [str(path) for path in everything if word.encode() in path.read_bytes().lower()]


@pytest.fixture(autouse=True)
def unsent_mail(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


def test_nothing_is_left_of_a_person_who_filed_nothing(wired, canary, bob):
    lives(canary, bob)
    assert list(traces.traces(CANARY)), "the canary must sing before it is silenced"
    assert files_with(CANARY)
    assert list(store.current().hashes())
    code = actions.erase(canary, **wired, at=AT)
    assert list(traces.traces(CANARY)) == []
    assert files_with(CANARY) == []
    assert list(store.current().hashes()) == []
    assert outbox.outbox == []
    assert not User.objects.filter(pk=canary).exists()
    note = queries.receipt_note(code)
    assert "found nowhere" in note
    assert CANARY not in note.lower()
    assert (Path(installed.EMAIL_FILE_PATH) / "2.log").exists()


def test_others_keep_what_is_theirs(wired, canary, bob):
    lives(canary, bob)
    actions.erase(canary, **wired, at=AT)
    today = AT.date()
    assert [one.name for one in people.organisations_of(bob, today)] == ["Bob Ltd"]
    assert [one.name for one in people.acts_for(bob, "filing", today)] == ["Bob", "Bob Ltd"]
    assert "Bob founded Bob Ltd" in [f"{one.who} {one.what}" for one in people.history_of(bob)]


def test_an_organisation_that_loses_its_administrator_gets_the_member_of_longest_standing(wired, canary, bob):
    firm = accounts.found("Firm", by=canary, at=AT)
    accounts.join(accounts.invite(firm, "bob@example.org", by=canary, at=AT), by=bob, at=AT)
    actions.erase(canary, **wired, at=AT)
    assert Membership.objects.get(user_id=bob, ended_on=None).role == "admin"


def test_what_is_filed_stays_where_the_law_keeps_it_and_the_receipt_says_so(wired, canary, bob):
    lives(canary, bob)
    application = pct.Application(title="Hinge", parties=(pct.Party(name=f"{CANARY}, Ada", address=EMAIL),))
    number = register.file_application(application, documents=[], by=canary, at=AT).number
    follow.catch_up(wired["followers"], at=AT)
    note = queries.receipt_note(actions.erase(canary, **wired, at=AT))
    assert {trace.model for trace in traces.traces(EMAIL)} <= {"core.Entry", "mail.Letter", "examination.Case"}
    assert "kept by law register.Share: 1 (PCT Art. 30, Rule 93.2(a))" in note
    assert "found in core.Entry.body: 1" in note
    assert Case.objects.filter(number=number).exists()
    row = User.objects.get(pk=canary)
    assert (row.name, row.address, row.is_active, row.has_usable_password()) == ("", "", False, False)
    assert people.person(canary) is None
    assert str(row) == "somebody whose account is erased"


def test_what_is_made_from_the_ledger_is_made_again_when_an_entry_was_erased(wired, canary):
    application = pct.Application(title=CANARY, parties=(pct.Party(name=CANARY),))
    filed = register.file_application(application, documents=[], by=canary, at=AT)
    follow.catch_up(wired["followers"], at=AT)
    assert Case.objects.get().title == CANARY

    def forgets_the_entry(user_id, *, at):
        ledger.erase(filed.entry)
        return {"core.Entry": 1}

    root = ledger.root()
    actions.erase(canary, **(wired | {"forgetters": (forgets_the_entry, *wired["forgetters"])}), at=AT)
    assert {trace.model for trace in traces.traces(CANARY)} <= {"mail.Letter"}
    assert ledger.root() == root


def test_a_receipt_is_signed_and_a_changed_one_is_not_genuine(wired, canary):
    note = queries.receipt_note(actions.erase(canary, **wired, at=AT))
    key = tiles.office_signer().verifier_key
    assert receipt.is_genuine(note, key)
    assert not receipt.is_genuine(note.replace("accounts.User: 1", "accounts.User: 2"), key)
    assert not receipt.is_genuine("", key)


def test_a_receipt_is_kept_for_thirty_days(wired, canary, bob):
    code = actions.erase(canary, **wired, at=AT)
    actions.erase(bob, **wired, at=AT + timedelta(days=31))
    assert queries.receipt_note(code) is None
    assert Receipt.objects.count() == 1


def test_the_last_operator_cannot_go_and_nothing_is_erased(wired, canary):
    accounts.grant(canary, role="operator", by=None, at=AT)
    filing.start(by=canary, at=AT)
    with pytest.raises(Refused, match="last operator"):
        actions.erase(canary, **wired, at=AT)
    assert [one.rows for one in queries.standing(canary, wired["holdings"]) if one.model == "filing.Draft"] == [1]


def test_a_file_that_somebody_else_brought_as_well_stays(wired, canary, bob):
    for person in (canary, bob):
        draft = filing.start(by=person, at=AT)
        filing.attach(draft, kind="abstract", data=samples.abstract(80), name="a.pdf", by=person, at=AT)
    actions.erase(canary, **wired, at=AT)
    assert len(list(store.current().hashes())) == 1


def test_the_page_asks_who_it_is_erases_and_hands_out_the_receipt(client, canary):
    client.force_login(User.objects.get(pk=canary))
    assert "/account/reauthenticate/" in client.get("/privacy/erase/")["Location"]
    again = client.post("/account/reauthenticate/", {"password": "correct horse battery", "next": "/privacy/erase/"})
    assert again["Location"] == "/privacy/erase/"
    assert "This stays" in client.get("/privacy/erase/").content.decode()
    assert client.post("/privacy/erase/", {}).status_code == 422
    done = client.post("/privacy/erase/", {"sure": "on"})
    assert re.fullmatch(r"/privacy/receipts/[\w-]+/", done["Location"])
    assert "found nowhere" in client.get(done["Location"]).content.decode()
    assert client.get(f"{done['Location']}?file")["Content-Disposition"].startswith("attachment")
    assert client.get("/account/profile/").status_code == 302
    assert client.get("/privacy/receipts/nothing/").status_code == 404


def test_a_person_sees_what_there_is_and_asks_the_office(client, canary, bob):
    accounts.grant(bob, role="operator", by=None, at=AT)
    client.force_login(User.objects.get(pk=canary))
    client.post("/privacy/rights/", {"right": "objection", "text": "No alerts"})
    assert "No alerts" in client.get("/privacy/rights/").content.decode()
    assert client.post("/privacy/rights/", {"right": "king", "text": ""}).status_code == 422
    assert EMAIL in client.get("/privacy/copy/").content.decode()
    assert client.get("/privacy/requests/").status_code == 403
    [asked] = queries.requests_waiting()
    client.force_login(User.objects.get(pk=bob))
    assert client.post("/privacy/requests/", {"request": asked.id, "answer": " "}).status_code == 422
    client.post("/privacy/requests/", {"request": asked.id, "answer": "They are for your safety."})
    [answered] = queries.requests_of(canary)
    assert answered.answer == "They are for your safety."


def test_what_was_held_by_number_or_by_address_is_told_as_well(canary, bob):
    accounts.found("Bob Ltd", by=bob, at=AT)
    accounts.offer(EMAIL, by=bob, at=AT)
    accounts.delegate(to=canary, by=bob, at=AT)
    held = queries.held_about(canary, import_string(installed.PRIVACY_HOLDINGS))
    assert [row["email"] for row in held["accounts.Invitation"]] == [EMAIL]
    assert len(held["accounts.Delegation"]) == 1
    assert Act.objects.filter(about_id=canary).count() == len(held["accounts.Act"])
