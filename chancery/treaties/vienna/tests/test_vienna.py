"""The Vienna Classification against the list at hand and against real marks."""

import csv
from pathlib import Path

import pytest

from chancery.treaties import vienna

SHARED = Path("../shared")


@pytest.mark.shared
def test_the_divisions_are_those_of_the_list():
    rows = csv.DictReader((SHARED / "data/classifications/vienna_classes_bpo_en.csv").open(encoding="utf-8"))
    numbers = {vienna.spell(tuple(map(int, row["code"].split(".")))) for row in rows}
    wanted = {one for one in numbers if one.count(".") == 1}
    assert {one.symbol for one in vienna.classification().headings if one.parent} == wanted


@pytest.mark.shared
def test_codes_of_real_marks_are_found_but_for_those_that_offices_add():
    tree = vienna.classification()
    rows = csv.DictReader((SHARED / "data/trademarks/euipo_marks.csv").open(encoding="utf-8"))
    codes = {code for row in rows for code in row["vienna_codes"].split(";") if code}
    lost = {code[:5] for code in codes if (found := tree.find(code)) is None or not found.parent}
    assert lost == {"26.99", "27.99", "98.04"}
