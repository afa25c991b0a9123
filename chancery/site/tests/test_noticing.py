"""The runner and ``chancery notice``: a version where something changed, and everybody is told where it is material."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from rich.console import Console

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail.models import Item, Note
from chancery.records.privacy import queries, versions
from chancery.records.privacy.notice import Office
from chancery.site import noticing
from chancery.site.wiring import CHORES, HOLDINGS

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def alice(db):
    user_id = accounts.open_account("alice@example.org", name="Alice", password="correct horse")
    User.objects.filter(pk=user_id).update(joined_at=AT - timedelta(days=9), language="fr")
    return user_id


@pytest.fixture
def smtp(settings):
    settings.SMTP = {"EMAIL_HOST": "localhost"}


def chores(at):
    for chore in CHORES:
        chore(at)


def fewer():
    """The notice as it was before the last table was added."""
    return queries.notice(HOLDINGS[1:], office=Office(name="Chancery", contact="office@chancery.example"))


def said(**options):
    console = Console(file=StringIO(), width=200)
    return noticing.publish(console, **options), console.file.getvalue()


def test_the_chores_make_the_first_version_and_write_to_nobody(alice, smtp):
    chores(AT)
    chores(AT + timedelta(hours=1))
    assert [one.number for one in versions.versions()] == [1]
    assert not Note.objects.filter(about__startswith="privacy notice").exists()


def test_a_material_change_is_owed_to_everybody_once_as_mandatory_mail(alice, smtp):
    versions.publish(fewer(), at=AT)
    chores(AT + timedelta(hours=1))
    chores(AT + timedelta(hours=2))
    [item] = Item.objects.filter(service="privacy")
    assert (item.recipient_id, item.kind, item.link) == (alice, "change", "/privacy/versions/1/2/")
    [note] = Note.objects.filter(about__startswith="privacy notice")
    assert (note.email, note.kind) == ("alice@example.org", "change")
    assert "http://localhost:8000/privacy/versions/1/2/" in note.body


def test_a_look_makes_no_version_and_says_what_is_material(db):
    versions.publish(fewer(), at=AT)
    status, text = said(only_check=True)
    assert status == 1
    assert "material  Your account" in text
    assert versions.newest().number == 1


def test_the_command_makes_the_version_once(db):
    assert said(only_check=False) == (0, "Version 1 of the notice is made.\n")
    assert said(only_check=False) == (0, "The notice is as its newest version.\n")
    assert said(only_check=True) == (0, "Nothing changed.\n")


def test_the_export_is_printed(db, capsys):
    noticing.export()
    assert json.loads(capsys.readouterr().out)["@type"] == "dpv:PrivacyNotice"
