"""The table of the verification standard is complete, and every test that it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/security/asvs.md").read_text()
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")

ASKED = {  # of each section of version 5.0.0 the numbers of levels 1 and 2: "1-5" where they follow one another
    "1.1": "1-2", "1.2": "1-9", "1.3": "1-11", "1.4": "1-3", "1.5": "1-2",
    "2.1": "1-3", "2.2": "1-3", "2.3": "1-4", "2.4": "1",
    "3.2": "1-2", "3.3": "1-4", "3.4": "1-6", "3.5": "1-5", "3.7": "1-2",
    "4.1": "1-3", "4.2": "1", "4.3": "1-2", "4.4": "1-4",
    "5.1": "1", "5.2": "1-3", "5.3": "1-2", "5.4": "1-3",
    "6.1": "1-3", "6.2": "1-12", "6.3": "1-4", "6.4": "1-4", "6.5": "1-5", "6.6": "1-3", "6.8": "1-4",
    "7.1": "1-3", "7.2": "1-4", "7.3": "1-2", "7.4": "1-5", "7.5": "1-2", "7.6": "1-2",
    "8.1": "1-2", "8.2": "1-3", "8.3": "1", "8.4": "1",
    "9.1": "1-3", "9.2": "1-4",
    "10.1": "1-2", "10.2": "1-2", "10.3": "1-4", "10.4": "1-11", "10.5": "1-5", "10.6": "1-2", "10.7": "1-3",
    "11.1": "1-2", "11.2": "1-3", "11.3": "1-3", "11.4": "1-4", "11.5": "1", "11.6": "1",
    "12.1": "1-3", "12.2": "1-2", "12.3": "1-4",
    "13.1": "1", "13.2": "1-5", "13.3": "1-2", "13.4": "1-5",
    "14.1": "1-2", "14.2": "1-4", "14.3": "1-3",
    "15.1": "1-3", "15.2": "1-3", "15.3": "1-7",
    "16.1": "1", "16.2": "1-5", "16.3": "1-4", "16.4": "1-3", "16.5": "1-3",
    "17.1": "1", "17.2": "1-4", "17.3": "1-2",
}  # fmt: skip


def asked() -> set[str]:
    found = set()
    for section, numbers in ASKED.items():
        first, _dash, last = numbers.partition("-")
        found |= {f"{section}.{number}" for number in range(int(first), int(last or first) + 1)}
    return found


def test_every_requirement_of_levels_1_and_2_has_one_row():
    numbers = [number for number, *_rest in ROW.findall(PAGE)]
    assert len(asked()) == 253
    assert sorted(numbers) == sorted(asked())


@pytest.mark.parametrize(("path", "name"), sorted(set(TEST.findall(PAGE))))
def test_every_test_that_it_names_is_there(path, name):
    file = ROOT / path
    assert file.is_file()
    assert re.search(rf"^def {name}\(", file.read_text(), re.MULTILINE)


def test_every_row_says_how_or_why_not():
    assert [number for number, _level, _what, how in ROW.findall(PAGE) if len(how) < 10] == []
    assert PAGE.count("::test_") > 150


def test_what_is_missing_is_counted_as_it_stands():
    rows = [how for _number, _level, _what, how in ROW.findall(PAGE)]
    words = {"partly": "partly:", "not met": "not met:", "for the operator": "the operator's:"}
    for said, beginning in words.items():
        assert f"{sum(how.startswith(beginning) for how in rows)} {said}" in PAGE
