"""A word that only one person used is put into every field that may be erased, of every room; then it must be nowhere.

The rows are made from the declarations, so a room that is added tomorrow is searched as well.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from django.apps import apps
from django.conf import settings as installed
from django.core.cache import cache
from django.core.management import call_command
from django.db.models import CharField, EmailField, JSONField, TextField

from chancery.core.personal import Disposal
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import Membership, Organisation, User
from chancery.records.documents import actions as documents
from chancery.records.documents import store
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import queries, ring, traces
from chancery.records.register.models import Share
from chancery.site.backup import archive, making, restoring
from chancery.site.forgetting import FORGETTERS
from chancery.site.tests.rows import row
from chancery.site.wiring import FOLLOWERS, HOLDINGS

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORD = "zq7canary"
EMAIL = f"{WORD}@example.org"
WIRED = {"followers": FOLLOWERS, "holdings": HOLDINGS}

ELSEWHERE = {
    "accounts.User": "the account itself",
    "accounts.Organisation": "an organisation of the person alone, below",
    "accounts.Membership": "the same",
    "account.EmailAddress": "an address of the account, below",
    "documents.Deposit": "a file, below",
    "signon.LogoutCall": "tells a service that somebody left, by a name that only the service knows, and for days",
    "sessions.Session": "found by the sessions of the person, below",
    "usersessions.UserSession": "the same",
}
"""Tables that are filled by name, because no single row of them stands alone."""


def erasable():
    """Tables of which nothing is kept by law, with the fields into which the word goes: those that are erased.

    Of a table that is made anonymous the row stays, and the person must be off it.
    """
    for holding in HOLDINGS:
        terms = holding.fields
        if terms and not any(one.disposal is Disposal.KEEP_BY_LAW for one in terms.values()):
            yield holding.model, [name for name, one in terms.items() if _says(holding.model, name, one)]


def _says(model, name, terms):
    field = apps.get_model(model)._meta.get_field(name)
    texts = isinstance(field, CharField | TextField | JSONField) and not isinstance(field, EmailField)
    return texts and terms.disposal is Disposal.ERASE and (field.max_length or 200) > len(WORD) + 3


TABLES = [model for model, _names in erasable()]


@pytest.fixture
def ada():
    ada = User.objects.get(pk=accounts.open_account(EMAIL, name=f"Ada {WORD}", password="correct horse battery"))
    Share.objects.create(number="PCT/IB2026/000001", user=ada, level="owner", since=AT)  # so that an empty row stays
    return ada


@pytest.fixture
def lived(ada, client, settings, tmp_path):
    """Every table of every room says the word, and so do a file, the cache, a folder and the mail that waits."""
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.EMAIL_FILE_PATH.mkdir()
    (settings.EMAIL_FILE_PATH / "1.log").write_text(f"To: {EMAIL}")
    client.force_login(ada)
    client.get("/account/sessions/")
    firm = Organisation.objects.create(name=f"{WORD} Ltd", address=WORD, founded_at=AT)
    Membership.objects.create(organisation=firm, user=ada, role="admin", since=AT.date())
    for model, names in erasable():
        if model not in ELSEWHERE:
            row(apps.get_model(model), WORD, user=ada, only=names)
    documents.keep(f"a draft of {WORD}".encode(), media_type="text/plain", name=f"{WORD}.txt", by=ada.pk, at=AT)
    return ada


def folders_with(word):
    """Files of the installation that hold the word, the backups and their keys left out."""
    found = []
    for path in Path(installed.DATA).rglob("*"):
        if path.is_file() and installed.BACKUPS not in path.parents and word.encode() in path.read_bytes().lower():
            found.append(path.name)
    return found


def left_of(user_id):
    """Where the word is found, and the tables that still hold a row of the person which the law does not keep."""
    words = {f"{one.model}.{one.field}" for one in traces.traces(WORD)}
    rows = {
        one.model
        for one in queries.standing(user_id, HOLDINGS)
        if one.rows and one.disposal is not Disposal.KEEP_BY_LAW and one.model != "accounts.User"
    }
    return words | rows | set(folders_with(WORD))


def readable(path):
    """All that whoever holds a backup, and every key that is left, can still read in it."""
    keys, found = ring.current().by_id(), b""
    with archive.reading(path, keys) as records:
        for record in records:
            values = archive.values_of(record, keys) if record["t"] == "row" else record
            found += msgspec.msgpack.encode(values, enc_hook=str)
    return found.lower()


def back_up():
    return making.backup(installed.BACKUPS, at=AT, tell=lambda *_: None).path


def test_every_table_that_may_be_erased_is_filled(lived):
    said = {one.model for one in traces.traces(WORD)}
    unsaid = {model for model, names in erasable() if names and model not in ELSEWHERE} - said
    assert len(TABLES) > 30
    assert unsaid == set()


def test_after_an_erasure_the_word_is_nowhere(lived):
    assert folders_with(WORD)
    code = privacy.erase(lived.pk, forgetters=FORGETTERS, **WIRED, at=AT)
    left = sorted(left_of(lived.pk))
    assert not left, left
    assert list(store.current().hashes()) == []
    assert WORD not in str(getattr(cache, "_cache", "")).lower()
    note = queries.receipt_note(code)
    assert "found nowhere" in note


def test_the_receipt_lists_every_table_from_which_something_went(lived):
    held = {one.model for one in queries.standing(lived.pk, HOLDINGS) if one.rows}
    note = queries.receipt_note(privacy.erase(lived.pk, forgetters=FORGETTERS, **WIRED, at=AT))
    listed = {line.split(" ")[1].rstrip(":") for line in note.splitlines() if line.startswith("erased ")}
    kept = {line.split(" ")[3].rstrip(":") for line in note.splitlines() if line.startswith("kept by law ")}
    assert held - listed - kept == set()


def test_no_backup_made_before_gives_the_word_back(lived):
    path = back_up()
    assert WORD.encode() in readable(path)
    privacy.erase(lived.pk, forgetters=FORGETTERS, **WIRED, at=AT + timedelta(hours=1))
    assert readable(path).count(WORD.encode()) == 0
    call_command("flush", interactive=False, verbosity=0)
    done = restoring.restore(path, at=AT + timedelta(hours=2), tell=lambda *_: None)
    assert done.faults == ()
    assert left_of(lived.pk) == set()


@pytest.mark.parametrize("dropped", range(len(FORGETTERS) - 1))
def test_a_room_that_is_left_out_is_found(lived, dropped):
    privacy.erase(lived.pk, forgetters=[*FORGETTERS[:dropped], *FORGETTERS[dropped + 1 :]], **WIRED, at=AT)
    assert left_of(lived.pk)
