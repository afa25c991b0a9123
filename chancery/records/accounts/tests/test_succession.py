"""An organisation whose administrators have fallen silent gets another one, by the office and after a waiting."""

from datetime import UTC, date, datetime, timedelta

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions, queries, succession
from chancery.records.accounts.models import Claim, User
from chancery.records.accounts.tests.signing_in import signed_in_with_a_second_factor
from chancery.records.mail import actions as post

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 2)
DUE = AT + succession.WAITING


def opened(name, role=""):
    made = actions.open_account(f"{name.lower()}@example.org", name=name, password="correct horse")
    if role:
        actions.grant(made, role=role, by=None, at=AT)
    return made


@pytest.fixture
def alice():
    return opened("Alice")


@pytest.fixture
def bob():
    return opened("Bob")


@pytest.fixture
def olga():
    return opened("Olga", "operator")


@pytest.fixture
def letters(settings, mailoutbox):
    settings.SMTP = {"EMAIL_HOST": "localhost"}
    return mailoutbox


@pytest.fixture
def acme(alice, bob):
    made = actions.found("Acme Ltd", by=alice, at=AT)
    actions.join(actions.invite(made, "bob@example.org", by=alice, at=AT), by=bob, at=AT)
    return made


@pytest.fixture
def asked(acme, bob):
    return actions.claim(acme, reason="Alice has died.", by=bob, at=AT)


def role(acme, user, on=ON):
    return queries.membership_role(acme, user, on)


def test_a_member_takes_over_after_the_office_and_the_waiting(asked, acme, alice, bob, olga):
    assert actions.allow(asked, by=olga, at=AT) == ON + succession.WAITING
    assert actions.fulfil_claims(at=DUE - timedelta(days=1)) == 0
    assert role(acme, bob) == "member"
    assert actions.fulfil_claims(at=DUE) == 1
    assert role(acme, bob) == role(acme, alice) == "admin"
    assert actions.fulfil_claims(at=DUE) == 0


def test_nothing_happens_without_the_office(asked, acme, bob):
    actions.fulfil_claims(at=DUE + timedelta(days=1000))
    assert role(acme, bob) == "member"


def test_an_administrator_who_is_there_after_all_says_no(asked, acme, alice, bob, olga):
    actions.allow(asked, by=olga, at=AT)
    actions.contradict(asked, by=alice, at=DUE - timedelta(days=1))
    actions.fulfil_claims(at=DUE)
    assert role(acme, bob) == "member"


def test_the_office_refuses_even_while_it_waits(asked, acme, bob, olga):
    actions.allow(asked, by=olga, at=AT)
    actions.refuse(asked, by=olga, at=AT)
    actions.fulfil_claims(at=DUE)
    assert role(acme, bob) == "member"


def test_who_leaves_meanwhile_takes_nothing_over(asked, acme, bob, olga):
    actions.allow(asked, by=olga, at=AT)
    actions.leave(acme, by=bob, at=AT)
    actions.fulfil_claims(at=DUE)
    assert role(acme, bob) == ""


def test_only_a_member_asks_once_and_with_a_reason(acme, alice, bob):
    with pytest.raises(Denied):
        actions.claim(acme, reason="Because.", by=opened("Eve"), at=AT)
    with pytest.raises(Refused, match="already"):
        actions.claim(acme, reason="Because.", by=alice, at=AT)
    with pytest.raises(Refused, match="Say why"):
        actions.claim(acme, reason=" ", by=bob, at=AT)
    actions.claim(acme, reason="Because.", by=bob, at=AT)
    with pytest.raises(Refused, match="asked for this already"):
        actions.claim(acme, reason="Because.", by=bob, at=AT)


def test_only_those_concerned_decide(asked, alice, bob, olga):
    eve = opened("Eve")
    for act in (actions.allow, actions.refuse, actions.contradict, actions.withdraw_claim):
        with pytest.raises(Denied):
            act(asked, by=eve, at=AT)
    with pytest.raises(Denied):
        actions.contradict(asked, by=bob, at=AT)
    actions.withdraw_claim(asked, by=bob, at=AT)
    with pytest.raises(Refused, match="decided already"):
        actions.allow(asked, by=olga, at=AT)


def test_an_operator_does_not_let_their_own_claim(acme, bob):
    actions.grant(bob, role="operator", by=None, at=AT)
    asked = actions.claim(acme, reason="Because.", by=bob, at=AT)
    with pytest.raises(Refused, match="Somebody else"):
        actions.allow(asked, by=bob, at=AT)


def test_two_operators_let_it_together(asked, acme, olga):
    omar = opened("Omar", "operator")
    with pytest.raises(Refused, match="takes two persons"):
        actions.allow(asked, by=olga, at=AT)
    done = actions.do_or_propose(succession.ALLOW, {"claim": asked}, by=olga, at=AT)
    actions.confirm(done.proposal, by=omar, at=AT)
    assert Claim.objects.get(pk=asked).state == "waiting"


def test_the_administrators_are_told(acme, bob, olga, letters, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        asked = actions.claim(acme, reason="Silent.", by=bob, at=AT)
        actions.allow(asked, by=olga, at=AT)
    post.send_due(at=AT)
    assert [one.to for one in letters] == [["alice@example.org"]] * 2
    assert (ON + succession.WAITING).isoformat() in letters[1].body


def test_the_last_administrator_is_erased_and_the_member_of_longest_standing_follows(acme, alice, bob):
    actions.forget_person(alice, at=AT)
    assert role(acme, bob) == "admin"


def test_the_pages_ask_let_and_contradict(client, acme, alice, bob, olga):
    client.force_login(User.objects.get(pk=bob))
    answer = client.post(f"/account/organisations/{acme}/claim", {"reason": "Silent since June."}, follow=True)
    assert "The office looks at the reason." in answer.content.decode()
    signed_in_with_a_second_factor(client, olga)
    assert "Silent since June." in client.get("/account/claims/").content.decode()
    asked = Claim.objects.get().pk
    client.post(f"/account/claims/{asked}/decide", {"act": "allow"})
    client.force_login(User.objects.get(pk=alice))
    assert "unless an administrator says no" in client.get(f"/account/organisations/{acme}/").content.decode()
    client.post(f"/account/claims/{asked}/answer")
    assert Claim.objects.get().state == "contradicted"
    client.force_login(User.objects.get(pk=opened("Eve")))
    assert client.post(f"/account/claims/{asked}/answer").status_code == 404
    assert client.get(f"/account/organisations/{acme}/claim").status_code == 404
