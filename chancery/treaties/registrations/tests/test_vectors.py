"""Every vector of the research is a case of its system, or DIVERGENCES.md says why not."""

import csv
import re
from pathlib import Path

import pytest

TREATIES = Path(__file__).parents[2]
SYSTEMS = ("madrid", "hague", "lisbon")


@pytest.mark.shared
@pytest.mark.parametrize("table", ["fee_vectors", "time_limit_vectors"])
def test_every_vector_is_a_case_or_a_divergence(table: str, shared: Path) -> None:
    with (shared / f"facts/marks_designs_gi/{table}.csv").open(encoding="utf-8") as rows:
        vectors = {row["id"] for row in csv.DictReader(rows)}
    written = [page for system in SYSTEMS for page in (TREATIES / system).glob("cases/*.toml")]
    written += [TREATIES / system / "DIVERGENCES.md" for system in SYSTEMS]
    named = {found for page in written for found in re.findall(r"\b[FT]\d{3}\b", page.read_text(encoding="utf-8"))}
    assert vectors
    assert vectors - named == set()
