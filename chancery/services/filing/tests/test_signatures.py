from datetime import UTC, datetime, timedelta

import pytest

from chancery.core.refusal import Denied, Refused
from chancery.records.accounts import actions as accounts
from chancery.services.filing import actions, signing
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import FILEABLE

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def draft(alice):
    pk = actions.start(by=alice, at=AT)
    actions.save(pk, changes=FILEABLE, revision=1, by=alice, at=AT)
    return pk


@pytest.fixture
def secret(draft, alice):
    return actions.ask_signature(
        draft, name="Bello, Bayo", capacity="applicant", email="bayo@example.org", by=alice, at=AT
    )


def names(draft):
    return [one["name"] for one in Draft.objects.get(pk=draft).application["signatures"]]


def test_who_is_invited_reads_and_signs_without_an_account(client, draft, secret):
    page = client.get(f"/filing/sign/{secret}/")
    assert "Bello, Bayo" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert client.post(f"/filing/sign/{secret}/", {"name": "Bello, Bayo"}).status_code == 302
    assert names(draft) == ["Bello, Bayo"]


def test_nobody_signs_with_another_address(client, draft, secret):
    assert client.get("/filing/sign/somethingelse/").status_code == 404
    with pytest.raises(Denied):
        actions.sign_invited("somethingelse", name="Mallory", at=AT)
    assert names(draft) == []


def test_an_invitation_is_used_once_and_grows_old(draft, secret, alice):
    actions.sign_invited(secret, name="Bello, Bayo", at=AT)
    with pytest.raises(Refused):
        actions.sign_invited(secret, name="Bello, Bayo", at=AT)
    other = actions.ask_signature(draft, name="Ade", capacity="", email="ade@example.org", by=alice, at=AT)
    assert signing.invitation(other, at=AT + timedelta(days=29))
    with pytest.raises(Denied):
        actions.sign_invited(other, name="Ade", at=AT + timedelta(days=31))


def test_a_request_that_is_taken_back_no_longer_works(draft, secret, alice):
    [asked] = Draft.objects.get(pk=draft).signature_requests.all()
    actions.take_back_request(draft, request=asked.pk, by=alice, at=AT)
    with pytest.raises(Denied):
        actions.sign_invited(secret, name="Bello, Bayo", at=AT)


def test_a_change_after_signing_makes_every_signature_lapse(draft, secret, alice):
    actions.sign_invited(secret, name="Bello, Bayo", at=AT)
    revision = Draft.objects.get(pk=draft).revision
    saved = actions.save(draft, changes={"title": "Another latch"}, revision=revision, by=alice, at=AT)
    assert saved.lapsed
    assert names(draft) == []


def test_an_address_that_is_none_is_refused_beside_its_field(client, draft, alice):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=alice))
    answer = client.post(f"/filing/drafts/{draft}/signatures/", {"name": "Ade", "email": "nowhere"})
    assert answer.status_code == 422
    assert 'value="Ade"' in answer.content.decode()
    good = client.post(f"/filing/drafts/{draft}/signatures/", {"name": "Ade", "email": "ade@example.org"})
    assert "/filing/sign/" in good.content.decode()


def test_a_stranger_asks_nobody_to_sign(draft):
    bob = accounts.open_account("bob@example.org", name="Bob", password="a long password")
    with pytest.raises(Denied):
        actions.ask_signature(draft, name="Bob", capacity="", email="bob@example.org", by=bob, at=AT)
