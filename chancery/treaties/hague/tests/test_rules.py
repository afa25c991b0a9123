"""What is asked of an application: every rule is seen to hold and to be broken, and a draft is never too unfinished."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import hague
from chancery.treaties.kernel.citation import parse

ON = date(2026, 11, 22)
CASES = tomllib.loads((Path(__file__).parents[1] / "cases/rules.toml").read_text("utf-8"))["case"]
FULL = CASES[0]["given"]["application"]

measures = st.builds(
    hague.ReproductionMeasure,
    format=st.sampled_from(["", "JPG", "PNG"]),
    width=st.none() | st.integers(0, 5000),
    height=st.none() | st.integers(0, 5000),
    dpi=st.none() | st.integers(0, 600),
    size=st.none() | st.integers(0, 10**7),
)
designs = st.builds(
    hague.Design,
    product=st.text(max_size=5),
    subclass=st.sampled_from(["", "06-01", "26-05", "99-99", "six"]),
    dimensions=st.sampled_from(["", "two", "three"]),
    views=st.lists(st.builds(hague.View, measure=st.none() | measures), max_size=2).map(tuple),
)
drafts = st.builds(
    hague.Application,
    language=st.sampled_from(["", "en", "de"]),
    filed_through=st.sampled_from(["", "CH", "OA", "XX"]),
    origin=st.lists(st.sampled_from(["CH", "SN", "XX"]), max_size=2).map(tuple),
    shown=st.lists(designs, max_size=3).map(tuple),
    designations=st.lists(
        st.builds(hague.Designation, party=st.sampled_from(["EM", "US", "BE", "BX", "XX", ""])), max_size=3
    ).map(tuple),
    publication=st.sampled_from(["standard", "deferred", "chosen"]),
)


@pytest.mark.parametrize("rule", hague.RULES, ids=lambda rule: rule.slug)
def test_every_rule_is_seen_to_hold_and_to_be_broken(rule):
    seen = [case["expects"][rule.slug] for case in CASES if rule.slug in case["expects"]]
    assert [] in seen
    assert any(seen)


@pytest.mark.parametrize("rule", hague.RULES, ids=lambda rule: rule.slug)
def test_every_rule_cites_a_provision_that_can_be_read(rule):
    assert parse(rule.cites).treaty == "hague"


def test_no_two_rules_are_called_the_same():
    assert len({rule.slug for rule in hague.RULES}) == len(hague.RULES)


@settings(max_examples=80, deadline=None)
@given(drafts)
def test_a_half_written_draft_is_checked_and_read_back(draft):
    assert hague.Application.from_dict(draft.to_dict()) == draft
    for finding in hague.check(draft, on=ON):
        assert finding.cites
        assert finding.message.endswith(".")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["signed", "language", "applicants", "shown", "designations"]))
def test_what_is_taken_away_is_missed(name):
    whole = hague.Application.from_dict(FULL)
    assert hague.check(whole, on=ON) == ()
    less = hague.Application.from_dict({key: value for key, value in FULL.items() if key != name})
    assert any(finding.field == name for finding in hague.check(less, on=ON))


@settings(max_examples=40, deadline=None)
@given(drafts, st.sampled_from(["EM", "US", "VN", "RO"]))
def test_what_one_party_wants_besides_ends_no_more_than_its_designation(draft, code):
    of_parties = {rule.slug for rule in hague.RULES if rule.invites == "Hague Art. 8(2)(b)"}
    more = hague.Application(**{**vars(draft), "designations": (hague.Designation(party=code),)})
    found = [one for one in hague.check(more, on=ON) if one.rule in of_parties]
    assert all(one.severity == "raised" for one in found)


def test_the_benelux_counts_as_one_party():
    found = hague.party("BX")
    assert found is not None
    assert found.bound["1999"] == max(hague.party(code).bound["1999"] for code in ("BE", "NL", "LU"))
