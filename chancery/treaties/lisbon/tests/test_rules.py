"""What is asked of an application: every rule is seen to hold and to be broken, and a draft is never too unfinished."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import lisbon
from chancery.treaties.kernel.citation import parse

ON = date(2026, 11, 22)
CASES = tomllib.loads((Path(__file__).parents[1] / "cases/rules.toml").read_text("utf-8"))["case"]
FULL = CASES[0]["given"]["application"]
CODES = ["", "FR", "HU", "CH", "MX", "CV", "OA", "XX"]
KINDS = ["", "appellation", "indication"]

drafts = st.builds(
    lisbon.Application,
    language=st.sampled_from(["", "fr", "it"]),
    origin=st.sampled_from(CODES),
    joint_with=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    presented_by=st.sampled_from(["", "authority", "beneficiaries"]),
    direct_declared=st.booleans(),
    kind=st.sampled_from(KINDS),
    names=st.lists(st.builds(lisbon.Denomination, text=st.text(max_size=4), latin=st.booleans()), max_size=2).map(
        tuple
    ),
    goods=st.lists(st.text(max_size=4), max_size=2).map(tuple),
    protected_by=st.none() | st.builds(lisbon.HomeProtection, dated=st.none() | st.dates()),
    link=st.none() | st.builds(lisbon.Link, quality=st.text(max_size=3)),
    waived=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
)


@pytest.mark.parametrize("rule", lisbon.RULES, ids=lambda rule: rule.slug)
def test_every_rule_is_seen_to_hold_and_to_be_broken(rule):
    seen = [case["expects"][rule.slug] for case in CASES if rule.slug in case["expects"]]
    assert [] in seen
    assert any(seen)
    assert parse(rule.cites).treaty == "lisbon"


@settings(max_examples=80, deadline=None)
@given(drafts)
def test_a_half_written_draft_is_checked_and_read_back(draft):
    assert lisbon.Application.from_dict(draft.to_dict()) == draft
    for finding in lisbon.check(draft, on=ON):
        assert finding.cites
        assert finding.message.endswith(".")


@pytest.mark.parametrize("name", sorted(set(FULL) - {"authority", "waived", "link"}))
def test_what_is_taken_away_is_missed(name):
    less = lisbon.Application.from_dict({key: value for key, value in FULL.items() if key != name})
    assert any(finding.field == name for finding in lisbon.check(less, on=ON))


@given(st.sampled_from([code for code in CODES if code]))
def test_an_indication_never_covers_more_than_an_appellation(origin):
    wide, narrow = (set(lisbon.covered(origin, kind, ON)) for kind in ("appellation", "indication"))
    assert narrow <= wide
    assert origin not in wide
