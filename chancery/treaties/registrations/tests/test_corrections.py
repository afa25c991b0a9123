"""A correction puts right any particular of a registration, and nothing else."""

from typing import Any

import pytest

from chancery.treaties.kernel.plain import to_plain
from chancery.treaties.registrations import SYSTEMS
from chancery.treaties.registrations.corrections import EACH, PARTICULARS, corrected, particulars
from chancery.treaties.registrations.tests.test_systems import APPLIED

MORE: dict[str, dict[str, Any]] = {
    "madrid": {
        "representative": {"name": "Paul Agent"},
        "basis": [{"kind": "registration", "number": "7", "dated": "2025-06-02"}],
        "priorities": [{"office": "CH", "number": "1", "filed_on": "2025-12-01"}],
    },
    "hague": {
        "representative": {"name": "Paul Agent"},
        "creators": [{"name": "Ida Creator"}],
        "priorities": [{"office": "CH", "number": "1", "filed_on": "2025-12-01"}],
    },
    "lisbon": {"translations": [{"text": "Clear Valley", "language": "en"}], "goods": ["Cheese"]},
}


def plain(key: str) -> dict[str, Any]:
    found: dict[str, Any] = to_plain(SYSTEMS[key].application(APPLIED[key] | MORE[key]))
    return found


@pytest.mark.parametrize("key", SYSTEMS)
def test_every_particular_that_is_listed_is_there(key: Any) -> None:
    paths = {one.path for one in particulars(key, plain(key))}
    for pattern, _label in PARTICULARS[key]:
        assert pattern.replace(EACH, "0") in paths


@pytest.mark.parametrize("key", SYSTEMS)
def test_each_can_be_put_right_and_nothing_else_changes(key: Any) -> None:
    whole = plain(key)
    for one in particulars(key, whole):
        new = "2025-11-30" if one.path.endswith(("dated", "filed_on")) else "12"
        after = SYSTEMS[key].application(corrected(key, whole, one.path, new))
        values = {each.path: each.value for each in particulars(key, to_plain(after))}
        before = {each.path: each.value for each in particulars(key, whole)}
        assert {path for path in values if values[path] != before[path]} == {one.path}
        assert values[one.path] == new


@pytest.mark.parametrize("path", ["registered_on", "designations.0.party", "goods.9.text", "mark", ""])
def test_what_is_no_particular_is_not_corrected(path: str) -> None:
    with pytest.raises(KeyError):
        corrected("madrid", plain("madrid"), path, "FR")


def test_the_places_of_a_list_are_told_from_one_on() -> None:
    texts = [one for one in particulars("madrid", plain("madrid")) if one.label == "Goods and services, words"]
    assert [(one.place, one.value) for one in texts] == [(1, "lamps"), (2, "lanterns")]
