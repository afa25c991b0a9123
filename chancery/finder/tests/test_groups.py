"""Groups of IPC and CPC find what lies under them, by the dots of the schemes that the operator has given."""

import zipfile
from pathlib import Path

import pytest

from chancery.finder import Document, explain, groups, open_index, parse
from chancery.finder.groups import Groups

IPC = """<?xml version="1.0"?>
<revisionPeriods xmlns="http://www.wipo.int/classifications/ipc/masterfiles"><IPCScheme edition="20260101" lang="EN">
<ipcEntry kind="s" symbol="D"><ipcEntry kind="c" symbol="D06"><ipcEntry kind="u" symbol="D06F">
<ipcEntry kind="m" symbol="D06F0001000000"><textBody><title>Receptacles</title></textBody>
<ipcEntry kind="1" symbol="D06F0001020000"><ipcEntry kind="2" symbol="D06F0001040000"/></ipcEntry>
<ipcEntry kind="1" symbol="D06F0001060000"><ipcEntry kind="2" symbol="D06F0001080000"/>
<ipcEntry kind="2" symbol="D06F0001100000"><ipcEntry kind="3" symbol="D06F0001160000"/></ipcEntry></ipcEntry>
</ipcEntry>
<ipcEntry kind="g" symbol="D06F0003000000"/>
<ipcEntry kind="m" symbol="D06F0003000000"><ipcEntry kind="1" symbol="D06F0003020000"/></ipcEntry>
</ipcEntry></ipcEntry></ipcEntry></IPCScheme></revisionPeriods>
"""
CPC = """<?xml version="1.0" encoding="UTF-8"?><class-scheme scheme-type="cpc">
<classification-item level="6" sort-key="A01L1/00"><classification-symbol>A01L1/00</classification-symbol>
<classification-item level="7"><classification-symbol>A01L1/00</classification-symbol>
<classification-item level="8"><classification-symbol>A01L1/02</classification-symbol>
<classification-item level="9"><classification-symbol>A01L1/025</classification-symbol></classification-item>
</classification-item>
<classification-item level="8"><classification-symbol>A01L1/04</classification-symbol></classification-item>
</classification-item></classification-item></class-scheme>
"""
REAL = Path("../shared/data/classifications/cpc_scheme_sample_A01L.xml")


@pytest.fixture
def known(tmp_path: Path) -> Groups:
    (tmp_path / "ipc.xml").write_text(IPC)
    with zipfile.ZipFile(tmp_path / "cpc.zip", "w") as packed:
        packed.writestr("cpc-scheme-A01L.xml", CPC)
        packed.writestr("readme.txt", "no XML")
    return Groups(groups.written([tmp_path / "ipc.xml", tmp_path / "cpc.zip"]))


@pytest.mark.parametrize(
    ("scheme", "symbol", "below"),
    [
        ("ipc", "D06F 1/06", ("D06F1/08", "D06F1/10", "D06F1/16")),
        ("ipc", "D06F0001060000", ("D06F1/08", "D06F1/10", "D06F1/16")),
        ("ipc", "d06f1/02", ("D06F1/04",)),
        ("ipc", "D06F 1/16", ()),
        ("ipc", "D06F 1/00", ()),
        ("ipc", "D06F", ()),
        ("ipc", "D06F 9/99", ()),
        ("ipc", "nonsense", ()),
        ("cpc", "A01L 1/02", ("A01L1/025",)),
        ("cpc", "A01L 1/04", ()),
        ("cpc", "D06F 1/06", ()),
    ],
)
def test_below_a_group_is_what_has_more_dots(known: Groups, scheme: str, symbol: str, below: tuple[str, ...]) -> None:
    assert known.below(scheme, symbol) == below


def test_a_group_finds_what_lies_under_it(known: Groups, tmp_path: Path) -> None:
    engine = open_index(tmp_path / "index")
    symbols = ("D06F 1/02", "D06F 1/06", "D06F 1/08", "D06F 1/16")
    with engine.writing() as writer:
        writer.add(
            Document(collection="patents", key=symbol.replace(" ", ""), classes={"ipc": ("A01B 1/00", symbol)})
            for symbol in symbols
        )

    def found(text: str) -> set[str]:
        return {hit.document.key for hit in engine.search(known.widened(parse(text))).hits}

    assert found("IC:(D06F 1/06)") == {"D06F1/06", "D06F1/08", "D06F1/16"}
    assert found("class:(D06F 1/06)") == {"D06F1/06", "D06F1/08", "D06F1/16"}
    assert found("IC_EX:(D06F 1/06)") == {"D06F1/06"}
    assert found("ICF:(D06F 1/06)") == set()
    assert found("IC:D06F NOT IC:(D06F 1/06)") == {"D06F1/02"}
    assert found("cpc:(D06F 1/06)") == set()
    assert explain(known.widened(parse("IC:(D06F 1/06)")), engine).kind == "below"
    assert explain(parse("IC:(D06F 1/06)"), engine).kind == "value"


def test_what_is_asked_for_reads_the_same(known: Groups) -> None:
    assert explain(known.widened(parse("IC:(D06F 1/06)"))).clause == explain(parse("IC:(D06F 1/06)")).clause
    assert Groups().widened(parse("IC:(D06F 1/06)")) == parse("IC:(D06F 1/06)")


def test_a_scheme_is_replaced_and_the_other_stays(known: Groups, tmp_path: Path) -> None:  # noqa: ARG001 - files are there
    before = groups.written([tmp_path / "ipc.xml", tmp_path / "cpc.zip"])
    (tmp_path / "ipc.xml").write_text(IPC.replace('<ipcEntry kind="3" symbol="D06F0001160000"/>', ""))
    after = Groups(groups.written([tmp_path / "ipc.xml"], before))
    assert after.below("ipc", "D06F 1/06") == ("D06F1/08", "D06F1/10")
    assert after.below("cpc", "A01L 1/02") == ("A01L1/025",)
    assert after.schemes == ("cpc", "ipc")


@pytest.mark.parametrize("text", ["", "no XML", "<a><b></a>", "<class-scheme/>", IPC[:700]])
def test_a_file_that_is_no_scheme_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "wrong.xml").write_text(text)
    with pytest.raises(ValueError, match=r"no XML|no group"):
        groups.written([tmp_path / "wrong.xml"])


def test_the_table_is_read_again_when_it_changes(known: Groups, tmp_path: Path) -> None:
    table = tmp_path / groups.FILE
    assert groups.at(table).below("ipc", "D06F 1/06") == ()
    table.write_text("ipc\tD06F\t0:1/00 1:1/06 2:1/08\n")
    assert groups.at(table).below("ipc", "D06F 1/06") == ("D06F1/08",)
    table.write_text("ipc\tD06F\t0:1/00 1:1/06 2:1/08 2:1/10\n")
    assert groups.at(table).below("ipc", "D06F 1/06") == ("D06F1/08", "D06F1/10")
    assert known.schemes == ("cpc", "ipc")


@pytest.mark.shared
def test_a_file_of_the_cpc_as_it_is_published_is_read() -> None:
    [line] = groups.written([REAL])
    assert line.startswith("cpc\tA01L\t0:1/00 1:1/02 1:1/04 0:3/00")
    assert Groups([line]).below("cpc", "A01L 7/02") == ()
