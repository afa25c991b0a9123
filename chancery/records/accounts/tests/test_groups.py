"""Groups of an organisation, and what its plain members may do."""

from datetime import UTC, date, datetime

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions, groups, queries
from chancery.records.accounts.models import User

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 2)
NUMBER, OTHER = "PCT/IB2026/000001", "PCT/IB2026/000002"


def opened(name):
    return actions.open_account(f"{name.lower()}@example.org", name=name, password="correct horse")


@pytest.fixture
def alice():
    return opened("Alice")


@pytest.fixture
def bob():
    return opened("Bob")


@pytest.fixture
def acme(alice, bob):
    made = actions.found("Acme Ltd", by=alice, at=AT)
    actions.join(actions.invite(made, "bob@example.org", by=alice, at=AT), by=bob, at=AT)
    return made


@pytest.fixture
def mechanics(acme, alice, bob):
    made = actions.make_group(acme, name="Mechanics", scopes=[NUMBER], level="owner", by=alice, at=AT)
    actions.add_to_group(made, bob, by=alice, at=AT)
    return made


def may(user, organisation, scope):
    return queries.may_act(user, organisation, scope=scope, on=ON)


def test_who_is_in_a_group_acts_in_what_it_is_for_and_elsewhere_as_before(mechanics, acme, bob):
    assert (may(bob, acme, NUMBER), may(bob, acme, OTHER)) == ("owner", "editor")


def test_the_reason_names_the_group(mechanics, acme, bob):
    [mandate] = [one for one in queries.acts_for(bob, NUMBER, ON) if one.organisation == acme]
    assert mandate.why == "in the group “Mechanics” of Acme Ltd since 2026-11-02"


def test_where_plain_members_may_do_nothing_each_sees_what_their_groups_are_for(mechanics, acme, alice, bob):
    actions.say_members_level(acme, level="", by=alice, at=AT)
    assert (may(bob, acme, NUMBER), may(bob, acme, OTHER), may(bob, acme, "filing")) == ("owner", "", "")
    assert may(alice, acme, OTHER) == "owner"
    assert [one.name for one in queries.members_of(acme, ON)] == ["Alice", "Bob"]


def test_who_leaves_the_group_or_the_organisation_acts_by_it_no_more(mechanics, acme, alice, bob):
    actions.take_from_group(mechanics, bob, by=alice, at=AT)
    assert may(bob, acme, NUMBER) == "editor"
    actions.add_to_group(mechanics, bob, by=alice, at=AT)
    actions.leave(acme, by=bob, at=AT)
    assert may(bob, acme, NUMBER) == ""
    assert groups.groups_of(acme, ON)[0].members == ()


def test_nobody_acts_by_a_group_that_has_ended(mechanics, acme, alice, bob):
    actions.end_group(mechanics, by=alice, at=AT)
    assert may(bob, acme, NUMBER) == "editor"


def test_only_members_are_put_into_a_group(mechanics, alice):
    with pytest.raises(Refused, match="not a member"):
        actions.add_to_group(mechanics, opened("Eve"), by=alice, at=AT)


@pytest.mark.parametrize("who", ["bob", "stranger"])
def test_only_administrators_make_change_and_fill_groups(mechanics, acme, bob, who):
    by = bob if who == "bob" else opened("Eve")
    for act in (
        lambda: actions.make_group(acme, name="Mine", scopes=["everything"], level="owner", by=by, at=AT),
        lambda: actions.change_group(mechanics, name="Mine", scopes=["everything"], level="owner", by=by, at=AT),
        lambda: actions.end_group(mechanics, by=by, at=AT),
        lambda: actions.add_to_group(mechanics, by, by=by, at=AT),
        lambda: actions.take_from_group(mechanics, bob, by=by, at=AT),
        lambda: actions.say_members_level(acme, level="owner", by=by, at=AT),
    ):
        with pytest.raises((Denied, Refused)):
            act()
    assert groups.groups_of(acme, ON)[0].scopes == (NUMBER,)


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "mechanics"}, "name"),
        ({"scopes": [" "]}, "scopes"),
        ({"level": "x"}, "level"),
    ],
)
def test_a_group_that_makes_no_sense_is_refused_beside_its_field(mechanics, acme, alice, terms, field):
    with pytest.raises(Refused) as refused:
        actions.make_group(acme, **{"name": "Pumps", "scopes": ["filing"], "level": "viewer", **terms}, by=alice, at=AT)
    assert refused.value.findings[0].field == field


def test_the_pages_make_fill_and_end_a_group(client, acme, alice, bob):
    client.force_login(User.objects.get(pk=alice))
    page = f"/account/organisations/{acme}/groups"
    posted = {"act": "make", "name": "Pumps", "level": "viewer", "scope": "", "numbers": f"{NUMBER}\n{OTHER}"}
    assert client.post(page, posted).status_code == 302
    [group] = groups.groups_of(acme, ON)
    assert group.scopes == (NUMBER, OTHER)
    client.post(f"/account/groups/{group.id}/members", {"user": bob})
    text = client.get(f"/account/groups/{group.id}/").content.decode()
    assert "Bob" in text
    assert NUMBER in text
    client.post(page, {"act": "level", "level": ""})
    assert queries.organisation(acme).members_level == ""
    text = client.get(f"/account/organisations/{acme}/").content.decode()
    assert "Who may file for it today, and why" in text
    client.force_login(User.objects.get(pk=bob))
    assert client.get(f"/account/groups/{group.id}/").status_code == 404
    assert client.get(page).status_code == 200
    client.force_login(User.objects.get(pk=alice))
    client.post(f"/account/groups/{group.id}/", {"act": "end"})
    assert groups.groups_of(acme, ON) == []
