"""``chancery classes``: a scheme is taken, and searches follow it at once; a wrong file changes nothing."""

from pathlib import Path

from rich.console import Console

from chancery.finder.tests.test_groups import CPC, IPC
from chancery.services.search.queries import Question
from chancery.site import schemes

BELOW = ("D06F1/08", "D06F1/10", "D06F1/16")


def below() -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(Question(text="IC:(D06F 1/06)").parsed(), "below", ())
    return found


def test_a_scheme_is_taken_and_followed_at_once(tmp_path: Path) -> None:
    console = Console(record=True)
    (tmp_path / "ipc.xml").write_text(IPC)
    (tmp_path / "cpc.xml").write_text(CPC)
    assert below() == ()
    assert schemes.take([tmp_path / "ipc.xml"], console) == 0
    assert below() == BELOW
    assert schemes.take([tmp_path / "cpc.xml"], console) == 0
    assert below() == BELOW
    told = console.export_text()
    assert "IPC: 9 groups" in told
    assert "CPC: 4 groups" in told


def test_a_wrong_file_is_said_and_changes_nothing(tmp_path: Path) -> None:
    console = Console(record=True)
    (tmp_path / "ipc.xml").write_text(IPC)
    schemes.take([tmp_path / "ipc.xml"], console)
    (tmp_path / "ipc.xml").write_text("no XML")
    assert schemes.take([tmp_path / "ipc.xml"], console) == 1
    assert "no XML" in console.export_text()
    assert below() == BELOW
