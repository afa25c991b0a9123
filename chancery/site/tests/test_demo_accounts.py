"""The demonstration accounts: made once, and made even where a process died while it made them."""

from datetime import UTC, datetime

import pytest

from chancery.records.accounts import queries as people
from chancery.site.demo import load

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_each_role_has_an_account_and_its_password_is_noted(tmp_path):
    load._open_accounts(at=AT)
    noted = [line.split()[:2] for line in (tmp_path / "demo-accounts.txt").read_text().splitlines()]
    assert noted == [[word, f"{word}@demo.example"] for word, _name, _roles in load.CAST]
    assert people.roles_of(people.by_email("officer@demo.example").id) == {"officer"}


def test_a_second_start_leaves_passwords_as_they_are(tmp_path):
    load._open_accounts(at=AT)
    noted = (tmp_path / "demo-accounts.txt").read_text()
    load._open_accounts(at=AT)
    assert (tmp_path / "demo-accounts.txt").read_text() == noted


def test_a_note_without_accounts_from_a_process_that_died_is_made_again(tmp_path):
    (tmp_path / "demo-accounts.txt").write_text("  applicant  applicant@dem")
    load._open_accounts(at=AT)
    assert people.by_email("applicant@demo.example") is not None
    assert len((tmp_path / "demo-accounts.txt").read_text().splitlines()) == len(load.CAST)
