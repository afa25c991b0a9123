"""Organisations, who may act for whom, invitations, and the log that those concerned read."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions, invitations, notices, queries
from chancery.records.accounts.models import User
from chancery.records.mail.models import Item

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 23)


def opened(name):
    return actions.open_account(f"{name.lower()}@example.org", name=name, password="correct horse")


@pytest.fixture
def alice():
    return opened("Alice")


@pytest.fixture
def bob():
    return opened("Bob")


@pytest.fixture
def acme(alice):
    return actions.found("Acme Ltd", country="ch", by=alice, at=AT)


@pytest.fixture
def with_bob(acme, alice, bob):
    actions.join(actions.invite(acme, "bob@example.org", by=alice, at=AT), by=bob, at=AT)
    return acme


def levels(user_id, *, scope="filing", on=ON):
    return {one.name: one.level for one in queries.acts_for(user_id, scope, on)}


def test_who_founds_an_organisation_administers_it_and_acts_for_it(acme, alice):
    own, mandate = queries.on_behalf(alice, on=ON)
    assert (own.organisation, own.person, own.level) == (None, alice, "owner")
    assert (mandate.organisation, mandate.name, mandate.level) == (acme, "Acme Ltd", "owner")
    assert mandate.why == "administrator of Acme Ltd since 2026-11-23"
    assert queries.organisation(acme).country == "CH"


def test_nobody_acts_for_an_organisation_before_it_is_founded(acme, alice):
    assert queries.organisations_of(alice, ON - timedelta(days=1)) == ()


def test_an_organisation_without_a_name_is_refused_beside_its_field(alice):
    with pytest.raises(Refused) as refused:
        actions.found("  ", by=alice, at=AT)
    assert refused.value.findings[0].field == "name"


def test_an_invitation_works_once_and_for_its_address_alone(acme, alice, bob):
    mallory = opened("Mallory")
    code = actions.invite(acme, "BOB@example.org", by=alice, at=AT)
    with pytest.raises(Refused, match="another address"):
        actions.join(code, by=mallory, at=AT)
    actions.join(code, by=bob, at=AT)
    assert levels(bob) == {"Bob": "owner", "Acme Ltd": "editor"}
    with pytest.raises(Refused):
        actions.join(code, by=bob, at=AT)


def test_an_invitation_expires_and_can_be_withdrawn_or_declined(acme, alice, bob):
    code = actions.invite(acme, "bob@example.org", by=alice, at=AT)
    assert invitations.invitation(code, by=bob, at=AT + timedelta(days=15)) is None
    [waiting] = invitations.invitations_to(acme, at=AT)
    actions.uninvite(waiting.id, by=alice, at=AT)
    assert invitations.invitation(code, by=bob, at=AT) is None
    code = actions.invite(acme, "bob@example.org", by=alice, at=AT)
    actions.decline(code, by=bob, at=AT)
    assert invitations.invitations_to(acme, at=AT) == []


def test_a_stranger_withdraws_nobodys_invitation(acme, alice, bob):
    actions.invite(acme, "x@example.org", by=alice, at=AT)
    [waiting] = invitations.invitations_to(acme, at=AT)
    with pytest.raises(Refused):
        actions.uninvite(waiting.id, by=bob, at=AT)


def inbox(user):
    return [*Item.objects.filter(recipient=user, service="accounts").order_by("pk").values_list("subject", flat=True)]


def test_whoever_acts_for_somebody_and_for_whom_are_told_and_told_when_it_ends(alice, bob):
    given = actions.delegate(to=bob, by=alice, until=ON + timedelta(days=1), at=AT)
    assert inbox(bob) == ["You may act for somebody else"]
    assert inbox(alice) == ["Somebody may act for you"]
    actions.revoke(given, by=alice, at=AT)
    assert inbox(bob)[1:] == ["You no longer act for somebody else"]
    assert inbox(alice)[1:] == []
    again = actions.delegate(to=bob, by=alice, at=AT)
    actions.revoke(again, by=bob, at=AT)
    assert inbox(alice)[-1] == "A delegation of yours is over"


def test_no_message_to_another_names_somebody_who_may_be_erased(alice, bob, with_bob):
    notices.invite("bob@example.org", "a-code", to="Alice", by="Alice", at=AT)
    actions.revoke(actions.delegate(to=bob, by=alice, at=AT), by=alice, at=AT)
    carol = opened("Carol")
    actions.revoke(actions.delegate(to=carol, by=alice, at=AT), by=carol, at=AT)
    actions.delegate(to=carol, by=alice, organisation=with_bob, at=AT)
    found = Item.objects.values_list("recipient", "subject", "body")
    assert len(found) > 6
    for recipient, *texts in found:
        others = {"Alice": alice, "Bob": bob, "Carol": carol}
        assert [name for name, who in others.items() if who != recipient and name in str(texts)] == []


def test_a_delegation_whose_last_day_is_past_is_told_once(alice, bob):
    actions.delegate(to=bob, by=alice, until=ON, at=AT)
    assert actions.end_delegations_over(at=AT) == 0
    assert actions.end_delegations_over(at=AT + timedelta(days=1)) == 1
    assert actions.end_delegations_over(at=AT + timedelta(days=1)) == 0
    assert (inbox(bob)[-1], inbox(alice)[-1]) == (
        "You no longer act for somebody else",
        "A delegation of yours is over",
    )
    assert "Its last day is past." in Item.objects.filter(recipient=bob).latest("pk").body


def test_the_administrators_are_told_of_whoever_may_act_for_their_organisation(with_bob, alice, bob):
    actions.delegate(to=bob, by=alice, organisation=with_bob, at=AT)
    assert inbox(bob)[-1].startswith("You may act for ")
    assert inbox(alice)[-1].startswith("Somebody may act for ")


def test_only_administrators_invite_change_and_close(with_bob, bob):
    for act in (
        lambda: actions.invite(with_bob, "x@example.org", by=bob, at=AT),
        lambda: actions.change_organisation(with_bob, name="Bob's", by=bob, at=AT),
        lambda: actions.close(with_bob, by=bob, at=AT),
        lambda: actions.delegate(to=bob, by=bob, organisation=with_bob, at=AT),
    ):
        with pytest.raises(Denied):
            act()
    assert queries.organisation(with_bob).name == "Acme Ltd"


def test_who_leaves_acts_for_it_no_more_from_the_same_day(with_bob, bob):
    actions.leave(with_bob, by=bob, at=AT)
    assert levels(bob) == {"Bob": "owner"}
    assert [one.name for one in queries.members_of(with_bob, ON)] == ["Alice"]


def test_the_last_administrator_hands_over_before_leaving(with_bob, alice, bob):
    with pytest.raises(Refused, match="last administrator"):
        actions.leave(with_bob, by=alice, at=AT)
    actions.hand_over(with_bob, to=bob, by=alice, at=AT)
    actions.leave(with_bob, by=alice, at=AT)
    assert levels(bob)["Acme Ltd"] == "owner"


def test_it_is_handed_over_to_a_member_only(acme, alice, bob):
    with pytest.raises(Refused, match="another member"):
        actions.hand_over(acme, to=bob, by=alice, at=AT)


def test_nobody_acts_for_a_closed_organisation(with_bob, alice, bob):
    actions.close(with_bob, by=alice, at=AT)
    assert levels(alice) == {"Alice": "owner"}
    assert levels(bob) == {"Bob": "owner"}
    assert queries.organisation(with_bob).closed_on == ON


def test_a_delegation_holds_in_its_scope_at_its_level_until_its_last_day(acme, alice, bob):
    number, last = "PCT/IB2026/000001", ON + timedelta(days=30)
    actions.delegate(to=bob, by=alice, organisation=acme, scope=number, level="viewer", until=last, at=AT)
    assert levels(bob) == {"Bob": "owner"}
    assert levels(bob, scope=number, on=last)["Acme Ltd"] == "viewer"
    assert "Acme Ltd" not in levels(bob, scope=number, on=last + timedelta(days=1))
    assert queries.may_act(bob, acme, scope=number, on=ON) == "viewer"


def test_a_person_lets_another_act_for_them_and_ends_it(alice, bob):
    made = actions.delegate(to=bob, by=alice, level="owner", at=AT)
    [_own, mandate] = queries.on_behalf(bob, on=ON)
    assert (mandate.organisation, mandate.person, mandate.level) == (None, alice, "owner")
    assert mandate.why == "delegated by Alice on 2026-11-23"
    with pytest.raises(Refused):
        actions.revoke(made, by=opened("Mallory"), at=AT)
    actions.revoke(made, by=alice, at=AT)
    assert levels(bob) == {"Bob": "owner"}


def test_who_holds_a_delegation_may_give_it_back(alice, bob):
    actions.revoke(actions.delegate(to=bob, by=alice, at=AT), by=bob, at=AT)
    assert queries.delegations_to(bob, ON) == []


def test_of_two_reasons_the_stronger_stands(with_bob, alice, bob):
    actions.delegate(to=bob, by=alice, organisation=with_bob, level="owner", scope="everything", at=AT)
    assert levels(bob)["Acme Ltd"] == "owner"
    assert [(user, one.level) for user, one in queries.who_acts_for(with_bob, scope="filing", on=ON)] == [
        (alice, "owner"),
        (bob, "owner"),
    ]


@pytest.mark.parametrize(
    ("terms", "field"),
    [({"level": "king"}, "level"), ({"scope": " "}, "scope"), ({"until": ON - timedelta(days=1)}, "until")],
)
def test_a_delegation_that_makes_no_sense_is_refused_beside_its_field(alice, bob, terms, field):
    with pytest.raises(Refused) as refused:
        actions.delegate(to=bob, by=alice, at=AT, **terms)
    assert refused.value.findings[0].field == field


def test_an_offer_is_in_force_once_it_is_accepted(alice, bob):
    code = actions.offer("bob@example.org", level="viewer", by=alice, at=AT)
    assert levels(bob) == {"Bob": "owner"}
    actions.join(code, by=bob, at=AT)
    assert levels(bob)["Alice"] == "viewer"


def test_staff_come_by_invitation_of_an_operator(alice, bob):
    with pytest.raises(Denied):
        actions.invite_staff("bob@example.org", role="officer", by=alice, at=AT)
    actions.grant(alice, role="operator", by=None, at=AT)
    actions.join(actions.invite_staff("bob@example.org", role="officer", by=alice, at=AT), by=bob, at=AT)
    assert queries.roles_of(bob) == {"officer"}


def test_everyone_concerned_reads_who_did_what(with_bob, alice, bob):
    actions.delegate(to=bob, by=alice, organisation=with_bob, level="owner", until=ON, at=AT)
    lines = [f"{one.who} {one.what}" for one in queries.history_of(bob)]
    assert lines == [
        "Alice let Bob act for Acme Ltd",
        "Bob joined Acme Ltd",
        "Alice invited bob@example.org to Acme Ltd",
        "Alice founded Acme Ltd",
    ]
    assert queries.history_of(opened("Mallory")) == []


def test_the_pages_found_invite_and_answer(client, alice, bob):
    client.force_login(User.objects.get(pk=alice))
    address = client.post("/account/organisations/", {"act": "found", "name": "Acme Ltd"})["Location"]
    answer = client.post(address, {"act": "invite", "email": "bob@example.org", "role": "member"})
    link = re.search(r"http://localhost:8000(/account/invitation/[\w-]+/)", answer.content.decode())[1]
    assert link not in client.get(address).content.decode()
    assert client.get(link).status_code == 404  # not for this person
    client.force_login(User.objects.get(pk=bob))
    assert client.get(address).status_code == 404
    assert "Join Acme Ltd" in client.get(link).content.decode()
    assert client.post(link, {"answer": "yes"})["Location"] == address
    assert "Bob" in client.get(address).content.decode()
    client.post(f"{address}act", {"act": "leave"})
    assert client.get(address).status_code == 404


def test_what_a_form_refuses_is_told_and_nothing_typed_is_lost(client, alice):
    client.force_login(User.objects.get(pk=alice))
    posted = {"act": "offer", "email": "bob@example.org", "level": "viewer", "scope": "filing", "until": "2020-01-01"}
    answer = client.post("/account/organisations/", posted)
    assert answer.status_code == 422
    assert "past already" in answer.content.decode()
    assert "bob@example.org" in answer.content.decode()
