"""What is asked of an application: every rule is needed, and none stumbles over a half-written draft."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import madrid
from chancery.treaties.kernel.cases import run
from chancery.treaties.kernel.citation import parse
from chancery.treaties.madrid import rules

ON = date(2026, 11, 22)
HERE = Path(madrid.__file__).parent
CASES = [case for file in (HERE / "cases").glob("*.toml") for case in tomllib.loads(file.read_text("utf-8"))["case"]]
WORDS = st.text(max_size=12)
CODES = st.sampled_from(["", "CH", "DE", "EM", "BX", "BE", "US", "SA", "XX"])
MAYBE_CM = st.none() | st.floats(0, 99)
PLACES = st.lists(st.integers(-2, 6), max_size=2).map(tuple)
DAYS = st.none() | st.dates(date(1995, 1, 1), date(2040, 1, 1))
drafts = st.builds(
    madrid.Application,
    origin=CODES,
    language=st.sampled_from(["", "en", "fr", "de"]),
    colour=st.booleans(),
    applicants=st.lists(
        st.builds(madrid.Applicant, name=WORDS, address=WORDS, link=st.sampled_from(["", "national"])), max_size=2
    ).map(tuple),
    representative=st.none() | st.builds(madrid.Representative, name=WORDS, email=WORDS),
    basis=st.lists(st.builds(madrid.BasicMark, number=WORDS, dated=DAYS, holder=WORDS), max_size=2).map(tuple),
    mark=st.builds(
        madrid.Mark,
        form=st.sampled_from(["", "word", "figurative", "sound", "colour"]),
        words=WORDS,
        standard_characters=st.booleans(),
        colours_claimed=WORDS,
        latin=st.booleans(),
        reproductions=st.lists(
            st.builds(
                madrid.Reproduction, format=WORDS, width_cm=st.none() | st.floats(0, 99), size=st.integers(0, 10**8)
            ),
            max_size=2,
        ).map(tuple),
    ),
    goods=st.lists(st.builds(madrid.Good, number=st.integers(-3, 60), text=WORDS), max_size=4).map(tuple),
    priorities=st.lists(st.builds(madrid.PriorityClaim, office=CODES, filed_on=DAYS), max_size=2).map(tuple),
    designations=st.lists(
        st.builds(madrid.Designation, party=CODES, goods=st.lists(st.integers(-2, 6), max_size=2).map(tuple)),
        max_size=3,
    ).map(tuple),
    certification=st.builds(madrid.Certification, signed=st.booleans(), received_on=DAYS),
)


@settings(max_examples=80, deadline=None)
@given(drafts)
def test_a_draft_can_always_be_checked_and_read_back(draft):
    for finding in madrid.check(draft, on=ON):
        assert finding.message.endswith((".", "”."))
        assert str(parse(finding.cites)) == finding.cites
    assert madrid.Application.from_dict(draft.to_dict()) == draft


@pytest.mark.parametrize("rule", madrid.RULES, ids=lambda rule: rule.slug)
def test_every_rule_has_a_case_that_it_breaks_and_one_that_it_passes(rule):
    expected = [case["expects"][rule.slug] for case in CASES if rule.slug in case["expects"]]
    assert [] in expected
    assert any(expected)


@pytest.mark.parametrize("rule", madrid.RULES, ids=lambda rule: rule.slug)
def test_without_a_rule_a_case_of_law_no_longer_holds(rule, monkeypatch):
    monkeypatch.setattr(rules, "RULES", tuple(one for one in madrid.RULES if one is not rule))
    assert [result for result in run(HERE / "cases" / "rules.toml") if not result.passed]


def test_every_case_file_holds():
    assert [result for result in run(HERE) if not result.passed] == []


def test_a_complete_application_has_no_findings():
    application = madrid.Application(
        origin="CH",
        language="en",
        applicants=(
            madrid.Applicant(
                name="Helvetia Uhren AG",
                address="Uhrenweg 1, Biel",
                country="CH",
                email="a@example.org",
                link="national",
            ),
        ),
        basis=(madrid.BasicMark(kind="registration", number="700001", dated=date(2024, 5, 6), classes=(14,)),),
        mark=madrid.Mark(form="word", words="ORIGO", standard_characters=True),
        goods=(madrid.Good(14, "wrist watches"),),
        designations=(madrid.Designation(party="JP"), madrid.Designation(party="US", form_signed=True)),
    )
    assert madrid.check(application, on=ON) == ()
