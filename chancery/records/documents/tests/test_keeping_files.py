import hashlib
import os
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from chancery.core.personal import phantom, undeclared
from chancery.records.documents import actions, inspect_pdf, privacy, queries, store
from chancery.records.documents.models import Deposit, File
from chancery.records.documents.tests import samples
from chancery.records.documents.tests.samples import AT

HELLO = hashlib.sha256(b"hello").hexdigest()


@pytest.fixture
def folder(settings):
    return Path(settings.FILES_DIR)


def keep(data=b"hello", **changed):
    return actions.keep(data, **{"media_type": "text/plain", "name": "note.txt", "by": 7, "at": AT, **changed})


def test_a_file_is_found_again_by_its_hash(folder):
    sha256 = store.LocalFolder(folder).put(b"hello")
    assert sha256 == HELLO
    assert store.LocalFolder(folder).content(sha256) == b"hello"
    assert (folder / sha256[:2] / sha256[2:4] / sha256).stat().st_mode & 0o777 == 0o440


def test_a_kept_file_is_never_written_again(folder):
    shelf = store.LocalFolder(folder)
    path = folder / HELLO[:2] / HELLO[2:4] / shelf.put(b"hello")
    before = path.stat()
    shelf.put(b"hello")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_crash_between_writing_and_renaming_leaves_no_kept_file_and_can_be_repeated(folder, monkeypatch):
    shelf = store.LocalFolder(folder)
    with monkeypatch.context() as crash:
        crash.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            shelf.put(b"hello")
    assert not shelf.has(HELLO)
    assert list(shelf.hashes()) == []
    assert shelf.put(b"hello") == HELLO
    found = shelf.verify()
    assert (found.sound, found.damaged, len(found.unfinished)) == (1, (), 1)


def test_the_bytes_and_the_name_are_on_the_disk_before_the_store_says_so(folder, monkeypatch):
    acts = []
    rename, fsync = Path.rename, os.fsync
    monkeypatch.setattr(Path, "rename", lambda *a: (acts.append("rename"), rename(*a)))
    monkeypatch.setattr(os, "fsync", lambda fd: (acts.append(f"sync {os.fstat(fd).st_size}"), fsync(fd)))
    store.LocalFolder(folder).put(b"hello" * 11111)
    assert acts[-3:-1] == ["sync 55555", "rename"]
    assert acts[-1].startswith("sync")


def test_two_writers_of_the_same_file_keep_it_once(folder):
    shelf, start = store.LocalFolder(folder), threading.Barrier(8)
    data = os.urandom(2**20)

    def put():
        start.wait()
        shelf.put(data)

    writers = [threading.Thread(target=put) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert shelf.verify() == store.Verified(sound=1, damaged=(), unfinished=(), strangers=())


BRING = """
import sys
from datetime import UTC, datetime
import django
django.setup()
from chancery.records.documents import actions
at, by = datetime(2026, 11, 22, tzinfo=UTC), int(sys.argv[1])
for number in range(40):
    actions.keep(b"%d" % number, media_type="text/plain", name="n", by=by, at=at)
"""

COUNT = """
import django
django.setup()
from chancery.records.documents import queries
from chancery.records.documents.models import Deposit, File
print(File.objects.count(), Deposit.objects.count(), queries.verify().is_sound)
"""


def test_two_processes_to_which_the_same_files_are_brought_at_once_keep_them_once(tmp_path):
    house = {"CHANCERY_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "chancery.site.settings"}

    def start(*arguments):
        return subprocess.Popen([sys.executable, *arguments], env=house, stdout=subprocess.PIPE)

    assert start("-m", "django", "migrate", "documents", "--skip-checks").wait() == 0
    assert [bringing.wait() for bringing in [start("-c", BRING, "1"), start("-c", BRING, "2")]] == [0, 0]
    assert start("-c", COUNT).communicate()[0] == b"40 80 True\n"


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "ab", "A" * 64, "g" * 64])
def test_what_is_no_hash_names_no_file(folder, name):
    shelf = store.LocalFolder(folder)
    with pytest.raises(store.Missing):
        shelf.open(name)


def test_verifying_finds_damage_and_strangers(folder):
    shelf = store.LocalFolder(folder)
    shelf.put(b"sound")
    path = folder / HELLO[:2] / HELLO[2:4] / shelf.put(b"hello")
    path.chmod(0o640)
    path.write_bytes(b"hellO")
    (folder / "notes.txt").write_text("mine")
    assert shelf.verify() == store.Verified(1, (HELLO,), (), ("notes.txt",))
    with pytest.raises(store.Damaged):
        shelf.content(HELLO)


@pytest.mark.django_db
def test_the_office_knows_when_a_promised_file_is_gone(folder):
    keep()
    assert queries.verify().is_sound
    (folder / HELLO[:2] / HELLO[2:4] / HELLO).unlink()
    assert queries.verify().lost == (HELLO,)
    assert not queries.verify().is_sound


@pytest.mark.django_db
def test_nothing_is_promised_when_the_disk_is_full(monkeypatch):
    monkeypatch.setattr(store, "_write_through", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="full"):
        keep()
    assert not File.objects.exists()


@pytest.mark.django_db
def test_a_pdf_is_kept_with_its_measures_and_measured_once(monkeypatch):
    kept = actions.keep_pdf(samples.pdf(), name="description.pdf", by=7, at=AT)
    assert kept.measures is not None
    assert queries.measured(kept.sha256) == kept.measures
    assert queries.content(kept.sha256) == samples.pdf()
    assert queries.size(kept.sha256) == len(samples.pdf()) == kept.size
    monkeypatch.setattr(inspect_pdf, "inspect", None)
    assert actions.keep_pdf(samples.pdf(), name="again.pdf", by=8, at=AT) == kept


@pytest.mark.django_db
def test_a_file_kept_as_it_is_can_be_measured_later():
    kept = keep(samples.pdf(), media_type="application/octet-stream")
    assert queries.measured(kept.sha256) is None
    actions.keep_pdf(samples.pdf(), name="description.pdf", by=7, at=AT)
    assert queries.measured(kept.sha256).words == 400
    assert queries.download(kept.sha256, name="d.pdf", inline=True)["Content-Type"] == "application/pdf"


@pytest.mark.django_db
def test_a_download_says_what_it_is_and_lets_nothing_run():
    kept = keep(b"<script>alert(1)</script>", media_type="text/html")
    answer = queries.download(kept.sha256, name="Скоба №1.html", inline=True)
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["ETag"] == f'"{kept.sha256}"'
    assert answer["Cache-Control"] == "private, no-cache"
    assert b"".join(answer) == b"<script>alert(1)</script>"


@pytest.mark.django_db
def test_a_checked_pdf_may_be_shown_in_place():
    kept = actions.keep_pdf(samples.pdf(), name="d.pdf", by=7, at=AT)
    answer = queries.download(kept.sha256, name='a "quoted"\r\nname.pdf', inline=True)
    assert answer["Content-Disposition"].startswith("inline")
    assert "sandbox" not in answer["Content-Security-Policy"]
    assert "\n" not in answer["Content-Disposition"]


@pytest.mark.django_db
def test_an_unknown_file_is_missing():
    assert queries.measured(HELLO) is None
    for ask in (queries.content, queries.size, queries.open_file, partial(queries.download, name="x")):
        with pytest.raises(queries.Missing):
            ask(HELLO)


@pytest.mark.django_db
def test_knowing_a_hash_is_not_having_brought_the_file():
    keep(by=7)
    assert queries.was_brought(HELLO, by=7)
    assert not queries.was_brought(HELLO, by=8)


@pytest.mark.django_db
def test_a_person_who_is_forgotten_leaves_files_without_a_name():
    keep(by=7)
    keep(by=8, name="other.txt")
    assert actions.forget(7, by=1, at=AT) == 1
    assert set(Deposit.objects.values_list("depositor", "name")) == {(None, ""), (8, "other.txt")}
    assert queries.content(HELLO) == b"hello"


def test_every_field_of_the_room_is_declared():
    for holding, model in zip(privacy.HOLDS, [File, Deposit], strict=True):
        names = {field.name for field in model._meta.concrete_fields}
        assert holding.model == f"documents.{model.__name__}"
        assert not undeclared(holding, names)
        assert not phantom(holding, names)
