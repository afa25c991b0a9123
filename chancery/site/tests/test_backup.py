"""A backup is one moment of the office, whole or not there; and nobody who was erased comes back with it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from django.conf import settings as installed
from django.core.management import call_command
from django.utils.module_loading import import_string

from chancery.core import follow, ledger, verify
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.documents import store
from chancery.records.documents.tests import samples
from chancery.records.mail.models import Item
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import queries, ring, traces
from chancery.records.privacy.tests.test_erasure import CANARY, EMAIL, files_with, lives
from chancery.records.register import actions as register
from chancery.services.examination.models import Case
from chancery.services.filing import actions as filing
from chancery.services.filing.models import Draft
from chancery.site.backup import archive, making, restoring, sweeping, witnessing
from chancery.site.backup.checking import check
from chancery.site.backup.mark import mark
from chancery.site.backup.sealing import Broken
from chancery.site.wiring import FOLLOWERS
from chancery.treaties import pct

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def silent(_what, _done, _total):
    pass


def back_up(at=AT):
    return making.backup(installed.BACKUPS, at=at, tell=silent)


def lose_everything():
    """The disk with the store, the files and the index is gone; the backups and their keys lie elsewhere."""
    call_command("flush", interactive=False, verbosity=0)
    for sha256 in list(store.current().hashes()):
        store.current().remove(sha256)


def restore(path, at=AT):
    return restoring.restore(path, at=at, tell=silent)


@pytest.fixture
def wired():
    return {
        "forgetters": import_string(installed.PRIVACY_FORGETTERS),
        "followers": import_string(installed.PRIVACY_FOLLOWERS),
        "holdings": import_string(installed.PRIVACY_HOLDINGS),
    }


@pytest.fixture
def bob():
    return accounts.open_account("bob@example.org", name="Bob", password="correct horse battery")


@pytest.fixture
def canary():
    return accounts.open_account(EMAIL, name=f"Ada {CANARY.title()}", password="correct horse battery")


@pytest.fixture(autouse=True)
def unsent_mail(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


def filed(by, *, title="Hinge", name="Bob"):
    application = pct.Application(title=title, parties=(pct.Party(name=name),))
    number = register.file_application(application, documents=[], by=by, at=AT).number
    follow.catch_up(FOLLOWERS, at=AT)
    return number


def test_an_office_comes_back_as_it_was(bob):
    draft = filing.start(by=bob, at=AT)
    filing.save(draft, changes={"title": "A door"}, revision=1, by=bob, at=AT)
    filing.attach(draft, kind="abstract", data=samples.abstract(80), name="a.pdf", by=bob, at=AT)
    number = filed(bob)
    root, user = ledger.root(), User.objects.values().get(pk=bob)
    held = queries.held_about(bob, import_string(installed.PRIVACY_HOLDINGS))
    made = back_up()
    lose_everything()
    done = restore(made.path)
    assert done.faults == ()
    assert ledger.root() == root == done.root
    assert User.objects.values().get(pk=bob) == user
    assert Draft.objects.get(pk=draft).title == "A door"
    assert Case.objects.filter(number=number).exists()
    assert len(list(store.current().hashes())) == done.files == made.checked.files
    again = queries.held_about(bob, import_string(installed.PRIVACY_HOLDINGS))
    assert again == held
    assert not mark().exists()


def test_a_restore_stands_in_the_ledger_and_who_answers_for_the_office_is_told(bob):
    boss = accounts.open_account("boss@example.org", name="Boss", password="correct horse battery")
    accounts.grant(boss, role="operator", by=None, at=AT)
    made = back_up()
    lose_everything()
    later = AT + timedelta(hours=2)
    told = witnessing.witness(restore(made.path, later), at=later)
    entry = ledger.entry(told.entry)
    assert (entry.number, entry.stream, entry.kind) == (
        made.checked.entries + 1,
        "office/acts",
        "accounts.OfficeRestored",
    )
    assert entry.body == {
        "made_at": made.checked.made_at,
        "size": made.checked.entries,
        "root": verify.root_text(made.checked.root),
    }
    [item] = Item.objects.filter(recipient=boss)
    assert (told.people, item.subject) == (1, "The office was restored from a backup")
    assert not Item.objects.filter(recipient=bob, subject=item.subject).exists()


def test_who_was_erased_does_not_come_back_with_a_backup_made_before(wired, canary, bob):
    lives(canary, bob)
    filed(bob)
    made = back_up()
    privacy.erase(canary, **wired, at=AT + timedelta(hours=1))
    lose_everything()
    done = restore(made.path, at=AT + timedelta(hours=2))
    assert (done.erased_again, done.faults) == (1, ())
    assert list(traces.traces(CANARY)) == []
    assert [one for one in files_with(CANARY) if "mail" not in one] == []
    assert not User.objects.filter(pk=canary).exists()
    assert User.objects.get(pk=bob).email == "bob@example.org"
    assert samples.abstract(80) not in [store.current().content(one) for one in store.current().hashes()]


def readable(path: Path) -> bytes:
    """All that can still be read in a backup by whoever has it and every key that is left."""
    keys, found = ring.current().by_id(), b""
    with archive.reading(path, keys) as records:
        for record in records:
            values = archive.values_of(record, keys) if record["t"] == "row" else record
            found += msgspec.msgpack.encode(values)
    return found.lower()


def test_with_the_key_of_a_person_all_that_was_theirs_is_shredded_in_every_backup(wired, canary, bob):
    lives(canary, bob)
    first, second = back_up(), back_up(AT + timedelta(minutes=1))
    assert CANARY.encode() in readable(first.path)
    privacy.erase(canary, **wired, at=AT + timedelta(hours=1))
    for made in (first, second):
        left = readable(made.path)
        assert b"bob@example.org" in left
        assert left.count(CANARY.encode()) == 0
        assert check(made.path, ring.current(), tell=silent).shredded > 0


def test_a_restore_after_all_keys_were_destroyed_is_refused(bob, tmp_path):
    made = back_up()
    sweeping.sweep(installed.BACKUPS, at=AT + timedelta(days=31))
    assert not made.path.exists()
    again = back_up(AT + timedelta(days=1))
    copied = tmp_path / "copied.backup"
    copied.write_bytes(again.path.read_bytes())
    sweeping.sweep(installed.BACKUPS, at=AT + timedelta(days=60))
    with pytest.raises(Broken, match="destroyed"):
        restore(copied)


def test_a_backup_of_a_newer_version_is_refused_before_anything_is_touched(bob, monkeypatch):
    newer = ["accounts", "9999_from_tomorrow"]
    start = making._start
    monkeypatch.setattr(making, "_start", lambda at: start(at) | {"migrations": [newer]})
    made = back_up()
    lose_everything()
    with pytest.raises(Refused, match="9999_from_tomorrow"):
        restore(made.path)
    assert not mark().exists()


def test_a_backup_that_was_cut_or_changed_is_refused(bob):
    made = back_up()
    whole = made.path.read_bytes()
    for broken in (whole[:-1], whole[: len(whole) // 2], whole[:200] + b"?" + whole[201:], b"no backup at all"):
        made.path.write_bytes(broken)
        with pytest.raises(Broken):
            check(made.path, ring.current(), tell=silent)


def test_an_office_that_is_there_is_not_overwritten(bob):
    made = back_up()
    with pytest.raises(Refused, match="an office here already"):
        restore(made.path)


def test_keys_and_backups_do_not_lie_together(bob, settings):
    settings.BACKUP_KEYS = [settings.BACKUPS / "keys"]
    with pytest.raises(Refused, match="Keep them apart"):
        back_up()


def test_a_key_destroyed_while_a_place_was_unplugged_is_destroyed_there_when_it_is_back(
    wired, canary, settings, tmp_path
):
    near, far = tmp_path / "near", tmp_path / "far"
    settings.BACKUP_KEYS = [near, far]
    made = back_up()
    unplugged = tmp_path / "drawer"
    far.rename(unplugged)
    far.write_text("no disk here")
    code = privacy.erase(canary, **wired, at=AT + timedelta(hours=1))
    assert "not destroyed yet" in queries.receipt_note(code)
    far.unlink()
    unplugged.rename(far)
    assert privacy.destroy_keys(at=AT + timedelta(hours=2)) == 0
    assert "was destroyed at 2026-11-23T11:00" in queries.receipt_note(code)
    near.rename(tmp_path / "lost")
    assert ring.current().agree() == []
    assert CANARY.encode() not in readable(made.path)


def test_the_offices_own_keys_are_kept_with_the_ring_and_come_back(bob, settings):
    Path(settings.DATA, "secret.key").write_text("of this office")
    ledger_key = Path(settings.LEDGER_KEY)
    made = back_up()
    kept = settings.BACKUP_KEYS[0] / "office" / "secret.key"
    assert kept.read_text() == "of this office"
    assert kept.stat().st_mode & 0o077 == 0
    lose_everything()
    Path(settings.DATA, "secret.key").write_text("made by an empty one")
    restore(made.path)
    assert Path(settings.DATA, "secret.key").read_text() == "of this office"
    assert ledger_key.name.endswith(".key")
