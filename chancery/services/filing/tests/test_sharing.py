import re
from datetime import UTC, date, datetime, timedelta

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions as accounts
from chancery.records.documents.tests import samples
from chancery.records.mail.models import Item
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing import actions, queries, sharing, whole
from chancery.services.filing.tests.people import FILEABLE

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY, LATER = date(2026, 11, 22), date(2027, 1, 1)


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def bob():
    return accounts.open_account("bob@example.org", name="Bob", password="a long password")


@pytest.fixture
def firm(alice, bob):
    made = accounts.found("Latch & Sons", by=alice, at=AT)
    code = accounts.invite(made, "bob@example.org", by=alice, at=AT)
    accounts.join(code, by=bob, at=AT)
    return made


@pytest.fixture
def draft(alice):
    pk = actions.start(by=alice, at=AT)
    actions.save(pk, changes=FILEABLE, revision=1, by=alice, at=AT)
    return pk


def share(draft, firm, alice, level="editor", until=None):
    sharing.with_organisation(whole.matter(draft), organisation=firm, level=level, until=until, by=alice, at=AT)


def test_nobody_else_sees_a_draft(draft, bob):
    assert queries.draft(draft, user_id=bob, on=TODAY) is None
    with pytest.raises(Denied):
        actions.save(draft, changes={"title": "Mine"}, revision=2, by=bob, at=AT)


def test_an_editor_writes_but_does_not_hand_in(draft, firm, alice, bob):
    share(draft, firm, alice)
    actions.save(draft, changes={"title": "Better latch"}, revision=2, by=bob, at=AT)
    assert queries.draft(draft, user_id=alice, on=TODAY).title == "Better latch"
    assert [one.draft for one in queries.mine(bob, on=TODAY)] == [draft]
    for forbidden in (actions.submit, actions.discard):
        with pytest.raises(Denied):
            forbidden(draft, by=bob, at=AT)


def test_a_viewer_looks_and_does_not_write(draft, firm, alice, bob):
    share(draft, firm, alice, level="viewer")
    assert queries.draft(draft, user_id=bob, on=TODAY)
    with pytest.raises(Denied):
        actions.save(draft, changes={"title": "Mine"}, revision=2, by=bob, at=AT)


def inbox(user):
    return list(Item.objects.filter(recipient=user).order_by("pk").values_list("subject", "kind", "about"))


def test_whom_it_is_shared_with_finds_it_in_the_inbox_and_is_told_once(draft, firm, alice, bob):
    before = inbox(bob)
    share(draft, firm, alice, until=LATER)
    share(draft, firm, alice, until=LATER)
    [item] = Item.objects.filter(recipient=bob, service="filing")
    assert (item.kind, item.link) == ("invitation", f"/filing/drafts/{draft}/")
    assert item.subject == f"Shared with you: draft {draft}"
    assert "You may: look and write. Until: 2027-01-01." in item.body
    assert not {FILEABLE["title"], "Alice"} & {*re.findall(r"\w+", item.body + item.subject)}
    assert len(inbox(bob)) == len(before) + 1
    assert not Item.objects.filter(recipient=alice, service="filing").exists()


def test_a_share_that_is_taken_back_is_told_to_who_had_it(draft, firm, alice, bob):
    share(draft, firm, alice)
    [one] = [one for one in rights.shares(whole.matter(draft), on=TODAY) if one.organisation == firm]
    sharing.end(whole.matter(draft), share=one.id, by=alice, at=AT)
    assert inbox(bob)[-1] == (f"No longer shared with you: draft {draft}", "invitation", "")


def test_a_share_whose_last_day_is_past_is_told_once(draft, firm, alice, bob):
    share(draft, firm, alice, until=TODAY)
    assert sharing.end_those_over(at=AT) == 0
    tomorrow = AT + timedelta(days=1)
    assert sharing.end_those_over(at=tomorrow) == 1
    assert sharing.end_those_over(at=tomorrow) == 0
    assert inbox(bob)[-1] == (f"No longer shared with you: draft {draft}", "invitation", "")
    assert "No longer" not in str(inbox(alice))


def test_a_draft_that_is_discarded_is_told_to_who_saw_it(draft, firm, alice, bob):
    share(draft, firm, alice)
    actions.discard(draft, by=alice, at=AT)
    assert inbox(bob)[-1] == (f"No longer shared with you: draft {draft}", "invitation", "")
    assert "No longer" not in str(inbox(alice))


def test_a_draft_that_was_handed_in_says_nothing_when_it_goes(draft, firm, alice, bob):
    share(draft, firm, alice)
    actions.submit(draft, by=alice, at=AT, insist=True)
    actions.forget_person(alice, at=AT)
    assert "No longer" not in str(inbox(bob))


def test_an_application_is_named_by_its_number(draft, firm, alice, bob):
    filed = actions.submit(draft, by=alice, at=AT, insist=True)
    sharing.with_organisation(filed.number, organisation=firm, level="viewer", until=None, by=alice, at=AT)
    assert inbox(bob)[-1] == (f"Shared with you: {filed.number}", "invitation", filed.number)


def test_a_share_ends_on_its_day(draft, firm, alice, bob):
    share(draft, firm, alice, until=TODAY)
    assert queries.draft(draft, user_id=bob, on=TODAY)
    assert queries.draft(draft, user_id=bob, on=LATER) is None


def test_what_was_shared_stays_shared_after_handing_in(draft, firm, alice, bob):
    share(draft, firm, alice)
    filed = actions.submit(draft, by=alice, at=AT, insist=True)
    assert rights.level(filed.number, bob, on=TODAY) == "editor"
    assert rights.level(filed.number, alice, on=TODAY) == "owner"


def test_only_an_owner_shares_and_only_with_an_organisation_of_theirs(draft, firm, alice, bob):
    with pytest.raises(Denied):
        share(draft, firm, bob)
    others = accounts.found("Others", by=bob, at=AT)
    with pytest.raises(Refused):
        share(draft, others, alice)


def test_everybody_is_named_with_the_reason(draft, firm, alice, bob):
    share(draft, firm, alice)
    seers = sharing.who_can_see(whole.matter(draft), on=TODAY)
    assert ("Alice", "owner") in {(one.name, one.level) for one in seers}
    [bobs] = [one for one in seers if one.name == "Bob"]
    assert bobs.level == "editor"
    assert "Latch & Sons" in bobs.why


def test_the_page_shares_and_takes_back(client, draft, firm, alice, bob):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=alice))
    address = f"/filing/drafts/{draft}/sharing/"
    assert client.post(address, {"organisation": firm, "level": "viewer", "until": "soon"}).status_code == 422
    assert client.post(address, {"organisation": firm, "level": "viewer", "until": ""}).status_code == 302
    assert "Bob" in client.get(address).content.decode()
    [theirs] = [one for one in rights.shares(whole.matter(draft), on=TODAY) if one.organisation]
    assert client.post(address, {"share": theirs.id}).status_code == 302
    assert "Bob" not in client.get(address).content.decode()
    client.force_login(get_user_model().objects.get(pk=bob))
    assert client.get(address).status_code == 404


def test_a_discarded_draft_leaves_no_share_behind(draft, firm, alice, bob):
    share(draft, firm, alice)
    actions.discard(draft, by=alice, at=AT)
    assert rights.shares(whole.matter(draft), on=TODAY) == []
    assert whole.matter(draft) not in rights.shared_with(bob, on=TODAY)


def test_whoever_closes_the_account_leaves_no_share_of_a_draft_behind(draft, firm, alice):
    share(draft, firm, alice)
    actions.forget_person(alice, at=AT)
    assert rights.shares(whole.matter(draft), on=TODAY) == []


def test_the_shares_of_an_application_are_never_all_taken_back(draft, alice):
    for kind in ("description", "claims"):
        actions.attach(draft, kind=kind, data=samples.pdf(), name=f"{kind}.pdf", by=alice, at=AT)
    actions.sign(draft, name="Alice", capacity="applicant", by=alice, at=AT)
    number = actions.submit(draft, by=alice, at=AT).number
    with pytest.raises(Refused):
        register.end_shares(number)
    assert len(rights.shares(number, on=TODAY)) == 1
