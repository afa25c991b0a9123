"""The Locarno Classification against the list at hand and against real designs."""

import json
from pathlib import Path

import pytest

from chancery.treaties import locarno

SHARED = Path("../shared")


@pytest.mark.shared
def test_the_subclasses_are_those_of_the_list_that_are_not_vacant():
    (listed,) = json.loads((SHARED / "data/classifications/bpo_locarno_classes.json").read_text("utf-8"))
    wanted = {
        f"{one['ClassCode']}-{sub['SubClassCode']}"
        for one in listed["Classification"]
        for sub in one["LocarnoSubClasses"]
        if "vacant" not in sub["SubClassDescription"]
    }
    assert {one.symbol for one in locarno.classification().headings if one.parent} == wanted


def test_a_subclass_of_an_earlier_edition_is_told_and_found_by_its_class():
    tree = locarno.classification()
    assert tree.get("23-02") is None
    assert tree.find("23-02").symbol == "23"
    assert [one.what for one in tree.moved("23-02")] == ["Sanitary appliances"]
