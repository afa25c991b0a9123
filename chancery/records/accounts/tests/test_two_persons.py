"""Dangerous acts: proposed by one, confirmed by another, or done by one where there is no other."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from chancery.core import ledger
from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions, queries, two_persons
from chancery.records.accounts.events import STREAM
from chancery.records.accounts.models import Proposal, User
from chancery.records.accounts.tests.signing_in import signed_in_with_a_second_factor
from chancery.records.mail import actions as post

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def opened(name, *roles):
    made = actions.open_account(f"{name.lower()}@example.org", name=name, password="correct horse")
    for role in roles:
        actions.grant(made, role=role, by=None, at=AT)
    return made


@pytest.fixture
def olga():
    return opened("Olga", "operator")


@pytest.fixture
def omar():
    return opened("Omar", "operator")


@pytest.fixture
def ada():
    return opened("Ada")


def proposed(ada, *, by, role="operator", give=True, at=AT):
    return actions.propose(actions.CHANGE_ROLE, actions.role_change(ada, role, give=give), by=by, at=at)


def state(pk):
    return Proposal.objects.get(pk=pk).state


def test_one_operator_alone_gives_a_role_and_is_never_locked_out(olga, ada):
    assert not queries.rule(actions.CHANGE_ROLE).demanded
    actions.grant(ada, role="operator", by=olga, at=AT)
    assert queries.roles_of(ada) == {"operator"}


@pytest.mark.parametrize("role", sorted(actions.GUARDED))
def test_where_there_are_two_neither_gives_a_guarded_role_alone(olga, omar, ada, role):
    with pytest.raises(Refused, match="takes two persons"):
        actions.grant(ada, role=role, by=olga, at=AT)
    assert queries.roles_of(ada) == frozenset()


def test_where_there_are_two_neither_takes_the_others_role_alone(olga, omar):
    with pytest.raises(Refused, match="takes two persons"):
        actions.withdraw(omar, role="operator", by=olga, at=AT)
    assert queries.roles_of(omar) == {"operator"}


def test_an_officer_is_still_made_by_one(olga, omar, ada):
    actions.grant(ada, role="officer", by=olga, at=AT)
    assert queries.roles_of(ada) == {"officer"}


def test_what_one_proposes_another_confirms_and_both_stand_in_the_ledger(olga, omar, ada):
    pk = proposed(ada, by=olga)
    assert queries.roles_of(ada) == frozenset()
    actions.confirm(pk, by=omar, at=LATER)
    assert queries.roles_of(ada) == {"operator"}
    [entry] = ledger.stream(STREAM)
    assert (entry.body["act"], entry.body["proposed_by"], entry.body["confirmed_by"]) == (
        "accounts.role",
        olga,
        omar,
    )
    [shown] = two_persons.proposals(olga, at=LATER)
    assert (shown.proposer, shown.decider, shown.state, shown.entry) == ("Olga", "Omar", "confirmed", entry.number)
    lines = [f"{one.who} {one.what}" for one in queries.history_of(omar)]
    assert "Omar confirmed what Olga had proposed: give or take a role" in lines


def test_nobody_confirms_what_they_proposed(olga, omar, ada):
    pk = proposed(ada, by=olga)
    with pytest.raises(Refused, match="yourself"):
        actions.confirm(pk, by=olga, at=LATER)
    assert state(pk) == "open"


@pytest.mark.parametrize("roles", [(), ("officer",), ("publisher",)])
def test_nobody_confirms_without_the_role(olga, omar, ada, roles):
    pk, eve = proposed(ada, by=olga), opened("Eve", *roles)
    for act in (actions.confirm, actions.decline_proposal, actions.take_back):
        with pytest.raises(Refused, match="decided, withdrawn or expired"):
            act(pk, by=eve, at=LATER)
    with pytest.raises(Denied):
        proposed(ada, by=eve, role="publisher")


def test_a_proposal_of_somebody_who_lost_the_role_is_not_confirmed(olga, omar, ada):
    pk = proposed(ada, by=olga)
    User.objects.get(pk=olga).grants.all().delete()
    with pytest.raises(Refused, match="does not hold the role any more"):
        actions.confirm(pk, by=omar, at=LATER)


def test_a_proposal_expires_is_declined_or_withdrawn_and_is_then_not_confirmed(olga, omar, ada):
    expired = proposed(ada, by=olga)
    after = AT + two_persons.LASTS
    with pytest.raises(Refused, match="expired"):
        actions.confirm(expired, by=omar, at=after)
    assert [one.state for one in two_persons.proposals(omar, at=after)] == ["expired"]
    declined = proposed(ada, by=olga, role="publisher")
    actions.decline_proposal(declined, reason="Not on a Friday.", by=omar, at=LATER)
    withdrawn = proposed(ada, by=olga, role="publisher")
    with pytest.raises(Denied):
        actions.take_back(withdrawn, by=omar, at=LATER)
    actions.take_back(withdrawn, by=olga, at=LATER)
    for pk in (declined, withdrawn):
        with pytest.raises(Refused, match="decided"):
            actions.confirm(pk, by=omar, at=LATER)
    assert queries.roles_of(ada) == frozenset()
    assert "Not on a Friday." in [one.reason for one in two_persons.proposals(olga, at=LATER)]


def test_a_confirmation_is_good_for_exactly_what_was_proposed_and_once(olga, omar, ada):
    pk = proposed(ada, by=olga)
    actions.confirm(pk, by=omar, at=LATER)
    actions.take_back(proposed(ada, by=olga, give=False), by=olga, at=LATER)
    User.objects.get(pk=ada).grants.all().delete()
    with pytest.raises(Refused, match="takes two persons"):
        actions.grant(ada, role="operator", by=olga, at=LATER)  # used up
    with pytest.raises(Refused, match="takes two persons"):
        actions.grant(ada, role="publisher", by=olga, at=LATER)  # another one


def test_what_the_act_refuses_is_said_when_it_is_proposed_and_nothing_is_changed(olga, omar):
    nobody = 99_999
    with pytest.raises(Refused, match="no such account"):
        proposed(nobody, by=olga)
    assert not Proposal.objects.exists()
    assert ledger.stream(STREAM) == ()


def test_the_rehearsal_leaves_no_trace(olga, omar, ada):
    before = ledger.size()
    proposed(ada, by=olga)
    assert ledger.size() == before
    assert queries.roles_of(ada) == frozenset()


def test_what_is_refused_at_the_confirmation_stays_open(olga, omar, ada):
    pk = proposed(ada, by=olga)
    User.objects.filter(pk=ada).update(is_active=False)
    with pytest.raises(Refused, match="closed"):
        actions.confirm(pk, by=omar, at=LATER)
    assert state(pk) == "open"


def test_the_same_is_not_proposed_twice(olga, omar, ada):
    proposed(ada, by=olga)
    with pytest.raises(Refused, match="proposed already"):
        proposed(ada, by=omar)


def test_the_office_may_always_or_never_ask_for_two(olga, ada, settings):
    settings.TWO_PERSONS = "always"
    assert queries.rule(actions.CHANGE_ROLE) == two_persons.Rule(demanded=True, holders=1, setting="always")
    with pytest.raises(Refused, match="takes two persons"):
        actions.grant(ada, role="operator", by=olga, at=AT)
    settings.TWO_PERSONS = "never"
    opened("Omar", "operator")
    actions.grant(ada, role="operator", by=olga, at=AT)
    assert queries.roles_of(ada) == {"operator"}


def test_an_invitation_is_no_way_round(olga, omar, ada):
    with pytest.raises(Refused, match="Two operators give this role together"):
        actions.invite_staff("ada@example.org", role="publisher", by=olga, at=AT)


def test_an_invitation_from_before_the_second_operator_is_none_either(olga, ada):
    code = actions.invite_staff("ada@example.org", role="publisher", by=olga, at=AT)
    opened("Omar", "operator")
    with pytest.raises(Refused, match="Two operators give this role together"):
        actions.join(code, by=ada, at=AT)
    assert queries.roles_of(ada) == frozenset()


@pytest.fixture
def letters(settings, mailoutbox):
    settings.SMTP = {"EMAIL_HOST": "localhost"}
    return mailoutbox


def test_who_may_confirm_is_told(olga, omar, ada, letters, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pk = proposed(ada, by=olga)
    post.send_due(at=LATER)
    assert [one.to for one in letters] == [["omar@example.org"]]
    assert "/account/confirmations/" in letters[0].body
    actions.decline_proposal(pk, reason="No.", by=omar, at=LATER)
    post.send_due(at=LATER)
    assert letters[-1].to == ["olga@example.org"]


def test_erasing_a_person_leaves_what_was_done_without_their_name(olga, omar, ada):
    actions.confirm(proposed(ada, by=olga), by=omar, at=LATER)
    open_one = proposed(opened("Eve"), by=olga, role="publisher")
    actions.forget_person(olga, at=LATER)
    shown = {one.id: one for one in two_persons.proposals(omar, at=LATER)}
    assert shown[open_one].state == "withdrawn"
    assert {one.proposer for one in shown.values()} == {""}


def test_the_page_asks_for_a_second_factor_before_it_confirms(client, olga, omar, ada):
    pk = proposed(ada, by=olga)
    client.force_login(User.objects.get(pk=omar))
    answer = client.post(f"/account/confirmations/{pk}/confirm")
    assert answer["Location"] == "/account/2fa/"  # he has none, and is told to set one up
    assert state(pk) == "open"
    signed_in_with_a_second_factor(client, omar)
    client.post(f"/account/confirmations/{pk}/confirm")
    assert queries.roles_of(ada) == {"operator"}


def test_the_pages_propose_show_and_decide(client, olga, omar, ada):
    signed_in_with_a_second_factor(client, olga)
    answer = client.post(f"/account/people/{ada}/roles", {"role": "publisher", "act": "grant"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/account/confirmations/"
    text = answer.content.decode()
    assert "Give Ada the role “Publisher”." in text
    assert "/withdraw" in text
    signed_in_with_a_second_factor(client, omar)
    text = client.get("/account/confirmations/").content.decode()
    decline = re.search(r"/account/confirmations/\d+/decline", text)[0]
    text = client.post(decline, {"reason": "<script>alert(1)</script>"}, follow=True).content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert(1)" not in text
    assert queries.roles_of(ada) == frozenset()


def test_a_stranger_sees_no_proposals(client, olga, omar, ada):
    proposed(ada, by=olga)
    client.force_login(User.objects.get(pk=ada))
    assert client.get("/account/confirmations/").status_code == 403
    client.force_login(User.objects.get(pk=opened("Otto", "officer")))
    assert "Give Ada" not in client.get("/account/confirmations/").content.decode()
