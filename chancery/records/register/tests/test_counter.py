import json
from datetime import UTC, datetime

import pytest

from chancery.core import ledger, tiles, verify
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions, queries
from chancery.treaties import pct

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SECRET = "Hinge with magnetic latch"


@pytest.fixture
def alice():
    return accounts.open_account("alice@example.org", name="Alice", password="a long password")


@pytest.fixture
def filed(alice):
    application = pct.Application(title=SECRET, parties=(pct.Party(name="Okafor, Amina", nationality="NG"),))
    return actions.file_application(application, documents=[], by=alice, at=AT)


def address(filed):
    return f"/register/{queries.in_address(filed.number)}/"


def sign_in(client, user_id):
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(pk=user_id))


def test_numbers_run_by_office_and_year_without_gaps(alice):
    numbers = [actions.file_application(pct.Application(), documents=[], by=alice, at=AT).number for _ in range(2)]
    assert numbers == ["PCT/IB2026/000001", "PCT/IB2026/000002"]


def test_the_year_of_the_number_is_the_offices_own(alice):
    new_year_in_geneva = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    filed = actions.file_application(pct.Application(), documents=[], by=alice, at=new_year_in_geneva)
    assert filed.number == "PCT/IB2027/000001"


def test_nobody_else_sees_an_unpublished_application(client, filed):
    assert client.get(address(filed)).status_code == 404
    page = client.get(f"/register/entry/{filed.entry}/")
    assert SECRET not in page.content.decode()
    assert client.get(f"/register/entry/{filed.entry}/proof.json").status_code == 404
    assert SECRET.encode() not in client.get("/register/log/tile/entries/000.p/1").content


def test_a_stranger_is_told_the_same_whether_the_number_exists_or_not(client, filed):
    there, not_there = client.get(address(filed)), client.get("/register/PCT-IB2026-999999/")
    assert there.status_code == not_there.status_code == 404
    assert there.content.replace(b"000001", b"999999") == not_there.content


def test_its_applicant_sees_it_and_takes_the_proof_home(client, alice, filed):
    sign_in(client, alice)
    assert SECRET in client.get(address(filed)).content.decode()
    carried = client.get(f"/register/entry/{filed.entry}/proof.json").content.decode()
    assert verify.proof_file(carried, tiles.office_signer().verifier_key).size == 1
    with pytest.raises(ValueError, match="changed"):
        verify.proof_file(carried.replace(SECRET, "Something else"), tiles.office_signer().verifier_key)


def test_publication_opens_it_to_everyone_with_its_proof(client, filed):
    actions.publish(filed.number, kind_code="A2", on=AT.date(), issue="2026/47", after=1, at=AT)
    page = client.get(address(filed)).content.decode()
    assert SECRET in page
    assert "WO 2026/000001" in page
    carried = json.loads(client.get(f"/register/entry/{filed.entry}/proof.json").content)
    assert carried["event"]["body"]["application"]["title"] == SECRET


def test_an_erased_entry_is_said_to_be_erased(client, filed):
    actions.publish(filed.number, kind_code="A2", on=AT.date(), issue="2026/47", after=1, at=AT)
    ledger.erase(filed.entry)
    assert SECRET not in client.get(address(filed)).content.decode()
    assert client.get(f"/register/entry/{filed.entry}/").status_code == 200
    assert verify.whole_ledger().faults == ()


def test_the_log_is_served_as_tiles(client, filed):
    assert client.get("/register/log/checkpoint").content.decode().startswith("chancery.example/register\n1\n")
    assert len(client.get("/register/log/tile/0/000.p/1").content) == 32
    assert client.get("/register/log/tile/0/000").status_code == 404
    assert client.get("/register/log/tile/0/nonsense").status_code == 404
    assert client.get("/register/").status_code == 200


@pytest.mark.parametrize("wanted", ["<script>alert(1)</script>", "12", "WO", "PCT/IB2026/1"])
def test_what_is_no_number_is_said_beside_its_field(client, wanted):
    answer = client.get("/register/", {"number": wanted})
    assert answer.status_code == 400
    assert "Write it as PCT/IB2026/000001" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
