"""The data file is what the research table says."""

from pathlib import Path

import pytest

from chancery.treaties import nice
from chancery.treaties.kernel.compiling import rows
from chancery.treaties.nice.data.compile import HERE, classes


@pytest.mark.shared
def test_the_classes_are_those_of_the_research_table():
    table = rows(Path("../shared/facts/marks_designs_gi/nice.csv"))
    assert (HERE / "classes.toml").read_text("utf-8") == "\n".join(classes(table)) + "\n"


def test_the_edition_is_told_with_its_day():
    edition = nice.classification().edition
    assert (edition.name, edition.since.isoformat()) == ("NCL (13-2026)", "2026-01-01")
