"""Backups of a real store, by real processes: killed in the middle, and while others write."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[3]

FILL = """
import itertools, sys
from chancery.site import cli
cli.setup()
from django.core.management import call_command
from chancery.core import clock, ledger
from chancery.records.register.events import RecordImported
call_command("migrate", verbosity=0, interactive=False)
def one(n):
    return ("marks/%d" % n, RecordImported(collection="marks", key=str(n), facts={"title": "x" * 2000}, source="test"))
ledger.append_many([one(n) for n in range(8000)], at=clock.now())
for n in itertools.count(8000) if "on" in sys.argv else ():
    ledger.append_many([one(n)], at=clock.now())
    print(ledger.size(), flush=True)
"""
ROOT_AT = """
from chancery.site import cli
cli.setup()
import sys
from chancery.core import ledger
print(ledger.root(int(sys.argv[1])).hex())
"""
ROOT_IN = """
from chancery.site import cli
cli.setup()
import sys
from pathlib import Path
from chancery.records.privacy import ring
from chancery.site.backup.checking import check
found = check(Path(sys.argv[1]), ring.current(), tell=lambda *_: None)
print(found.entries, found.root.hex())
"""


class Office:
    """A data folder of its own, and processes that use it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.backups = folder / "apart"
        self.environment = {
            **os.environ,
            "CHANCERY_DATA": str(folder),
            "CHANCERY_BACKUPS": str(self.backups),
            "CHANCERY_DEMO": "no",
            "CHANCERY_DATABASE": "",
        }

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        command = [sys.executable, *arguments]
        return subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)  # noqa: S603

    def do(self, *arguments: str) -> str:
        process = self.start(*arguments)
        said, trouble = process.communicate(timeout=120)
        assert process.returncode == 0, trouble
        return said

    def whole(self) -> list[Path]:
        return sorted(self.backups.glob("*.backup"))


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "office")


def test_a_backup_that_is_killed_leaves_nothing_that_looks_whole(office):
    office.do("-c", FILL)
    for patience in (0.0, 0.05, 0.2):
        process = office.start("-m", "chancery", "backup")
        while not list(office.backups.glob("*.partial")) and process.poll() is None:
            time.sleep(0.002)
        time.sleep(patience)
        assert process.poll() is None, "it was quicker than its killer"
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if list(office.backups.glob("*.partial")):  # else it was whole and was being read back
            assert office.whole() == []
    for left in office.whole():
        left.unlink()
    office.do("-m", "chancery", "backup")
    assert len(office.whole()) == 1
    assert list(office.backups.rglob("*.partial")) == []


def test_a_backup_made_while_others_write_is_one_moment_and_holds_nobody_up(office):
    writer = office.start("-c", FILL, "on")
    writer.stdout.readline()
    before = int(writer.stdout.readline())
    office.do("-m", "chancery", "backup")
    writer.send_signal(signal.SIGTERM)
    after = int(writer.communicate()[0].split()[-1])
    entries, root = office.do("-c", ROOT_IN, str(office.whole()[0])).split()
    assert before <= int(entries) < after - 20
    assert office.do("-c", ROOT_AT, entries).strip() == root


def test_a_restore_that_is_killed_is_not_an_office_until_it_is_done_again(office, tmp_path):
    office.do("-c", FILL)
    office.do("-m", "chancery", "backup")
    fresh = Office(tmp_path / "fresh")
    fresh.environment["CHANCERY_BACKUP_KEYS"] = str(office.folder / "backup-keys")
    process = fresh.start("-m", "chancery", "restore", str(office.whole()[0]))
    while not (fresh.folder / "restoring").exists() and process.poll() is None:
        time.sleep(0.002)
    time.sleep(0.3)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    served = fresh.start("-m", "chancery", "serve", "--port", "8149")
    said, _trouble = served.communicate(timeout=60)
    assert served.returncode == 1
    assert "cut off" in said
    assert "as in the backup" in fresh.do("-m", "chancery", "restore", str(office.whole()[0])).replace("\n", " ")
    assert not (fresh.folder / "restoring").exists()
