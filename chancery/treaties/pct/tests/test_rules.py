import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.treaties import pct
from chancery.treaties.kernel import cases
from chancery.treaties.kernel.citation import parse
from chancery.treaties.kernel.plain import BadData
from chancery.treaties.kernel.texts import text_of, texts
from chancery.treaties.pct.states import designated, elected, is_bound, receiving_offices, states

TODAY = date(2026, 11, 22)
HERE = Path(pct.__file__).parent
CODES = st.sampled_from(["", "CH", "US", "PL", "UY", "AR", "LA", "Swiss", "IB"])
WORDS = st.text(max_size=12)
DAYS = st.none() | st.dates(date(1979, 1, 1), date(2040, 1, 1))
PARTY = st.builds(
    pct.Party,
    name=WORDS,
    kind=st.sampled_from(["", "natural", "legal"]),
    address=WORDS,
    country=CODES,
    nationality=CODES,
    residence=CODES,
    applicant=st.booleans(),
    inventor=st.booleans(),
    designations=st.lists(CODES, max_size=2).map(tuple),
)
MM = st.none() | st.floats(0, 400)
WRITTEN = st.none() | st.lists(
    st.sampled_from(["1", "2/3", "1. A frame.", "2. The frame of claim 1 or 2", "Fig. 1", "12 14", "SEQ ID NO: 1", ""])
    | st.text(max_size=30),
    max_size=5,
).map("\n".join)
SHEET = st.builds(
    pct.SheetMeasure,
    width_mm=st.floats(0, 900),
    height_mm=st.floats(0, 900),
    top_mm=MM,
    left_mm=MM,
    text=WRITTEN,
    capital_mm=MM,
    spacing=MM,
)
PART = st.builds(
    pct.Part,
    kind=st.sampled_from(["", "description", "claims", "abstract", "drawings", "sequence listing"]),
    name=WORDS,
    sheets=st.integers(0, 90),
    words=st.none() | st.integers(0, 400),
    measured=st.lists(SHEET, max_size=3).map(tuple),
    language=st.sampled_from(["", "en", "fr"]),
    late=st.sampled_from(["", "missing", "correct", "erroneous"]),
    received_on=DAYS,
    incorporated=st.booleans(),
)
PLACE = st.none() | st.integers(-1, 4)
SIGNATURE = st.builds(pct.Signature, name=WORDS, capacity=WORDS, party=PLACE, agent=PLACE)
AGENT = st.builds(pct.Agent, name=WORDS, kind=st.sampled_from(["agent", "common representative"]))
DECLARATION = st.builds(
    pct.Declaration,
    item=st.sampled_from(["", "i", "ii", "iii", "iv", "v"]),
    text=WORDS,
    states=st.lists(CODES, max_size=2).map(tuple),
    signed_by=st.lists(WORDS, max_size=2).map(tuple),
)
CLAIM = st.builds(
    pct.PriorityClaim,
    office=CODES,
    number=WORDS | st.sampled_from(["PCT/US2025/000001"]),
    filed_on=DAYS,
    restoration_requested=st.booleans(),
    ceased_on=DAYS,
    document=st.sampled_from(["", "enclosed", "receiving office", "digital library"]),
    restoration_criterion=st.sampled_from(["", "due care", "unintentional"]),
)
APPLICATION = st.builds(
    pct.Application,
    receiving_office=CODES,
    searching_authority=st.sampled_from(["", "EP", "US", "KR", "CH"]),
    file_reference=WORDS,
    title=WORDS,
    language=st.sampled_from(["", "en", "sv", "ja"]),
    parties=st.lists(PARTY, max_size=3).map(tuple),
    designations_excluded=st.lists(CODES, max_size=2).map(tuple),
    priority_claims=st.lists(CLAIM, max_size=3).map(tuple),
    parts=st.lists(PART, max_size=4).map(tuple),
    agents=st.lists(AGENT, max_size=2).map(tuple),
    signatures=st.lists(SIGNATURE, max_size=2).map(tuple),
    declarations=st.lists(DECLARATION, max_size=2).map(tuple),
    parents=st.lists(st.builds(pct.Parent, number=WORDS), max_size=1).map(tuple),
    earlier_searches=st.lists(st.builds(pct.EarlierSearch, office=CODES), max_size=1).map(tuple),
    deposits=st.lists(st.builds(pct.Deposit, number=WORDS), max_size=1).map(tuple),
    incorporation_by_reference=st.booleans(),
    request_language=st.sampled_from(["", "en", "sv"]),
    abstract_figure=WORDS,
    received_on=DAYS,
    format=st.sampled_from(["", "paper", "pdf", "request coded", "all coded"]),
    request_sheets=st.none() | st.integers(0, 9),
    fee_reduction_claimed=st.none() | st.booleans(),
)
quick = settings(deadline=None, max_examples=60)


@quick
@given(APPLICATION)
def test_a_half_written_draft_can_always_be_checked_and_priced(application):
    findings = pct.check(application, on=TODAY)
    fields = set(application.to_dict()) | {"parts"}
    assert all(finding.field.split(".")[0] in fields for finding in findings)
    sheet = pct.fees(application, on=TODAY)
    assert all(total.amount >= 0 for total in sheet.totals)
    assert {line.code for line in sheet.lines} == {"transmittal", "international_filing", "search"}


@quick
@given(APPLICATION)
def test_an_application_survives_the_journey_through_json(application):
    assert pct.Application.from_dict(application.to_dict()) == application


def test_an_unknown_field_is_refused_by_name():
    with pytest.raises(BadData, match=r"parties\.0\.nationalty.*did you mean 'nationality'"):
        pct.Application.from_dict({"parties": [{"nationalty": "CH"}]})


def test_every_case_file_holds():
    assert [result for result in cases.run(HERE) if not result.passed] == []


def _expectations():
    for file in (HERE / "cases").glob("*.toml"):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            yield from case["expects"].items()


@pytest.mark.parametrize("rule", pct.RULES, ids=lambda rule: rule.slug)
def test_every_rule_has_a_case_that_satisfies_it_and_one_that_does_not(rule):
    expected = [fields for slug, fields in _expectations() if slug == rule.slug]
    assert [] in expected
    assert any(expected)


@pytest.mark.parametrize("limit", pct.LIMITS, ids=lambda limit: limit.key)
def test_every_time_limit_says_who_what_and_under_which_provision(limit):
    assert limit.act.endswith(".")
    assert limit.actor
    assert parse(limit.cites).treaty == "pct"


def test_every_provision_that_is_cited_anywhere_has_a_text():
    sources = [*HERE.glob("*.py"), *HERE.glob("data/*.toml"), *HERE.parent.glob("kernel/*.py")]
    pattern = re.compile(r'"(PCT (?:Rule|Art\.|AI|RO Guidelines|Schedule) [^"]+)"')
    cited = {parse(text) for file in sources for text in pattern.findall(file.read_text("utf-8"))}
    assert len(cited) > 100
    assert cited - texts("pct").keys() == set()


def test_a_citation_without_a_text_of_its_own_has_that_of_the_provision_around_it():
    assert text_of("PCT Rule 80.5(a)").cites == "PCT Rule 80.5"
    assert text_of("PCT Rule 999") is None


def test_rules_are_named_once_and_written_as_sentences():
    assert len({rule.slug for rule in pct.RULES}) == len(pct.RULES)
    assert all(rule.message.endswith(".") for rule in pct.RULES)


def test_there_are_158_states_and_uruguay_is_not_elected():
    assert len(states()) == len(designated(TODAY)) == 158
    assert "UY" in designated(TODAY)
    assert "UY" not in elected(TODAY)
    assert not is_bound("UY", date(2025, 1, 6))
    assert set(designated(TODAY)) - set(designated(TODAY, excluded=("DE", "JP"))) == {"DE", "JP"}


def test_each_state_offers_the_bureau_as_receiving_office():
    assert all(receiving_offices(code, TODAY)[-1] == "IB" for code in states())
    assert receiving_offices("CH", TODAY) == ("CH", "EP", "IB")
    assert receiving_offices("LI", TODAY) == ("CH", "EP", "IB")
    assert receiving_offices("SN", TODAY) == ("OA", "IB")


def test_what_was_noted_from_memory_is_marked_so_in_the_result():
    application = pct.Application(
        format="paper",
        parties=(pct.Party(name="A", kind="legal", nationality="CH", residence="CH"),),
        searching_authority="EP",
        priority_claims=(pct.PriorityClaim(office="ER"),),
    )
    marks = {line.code: line.confidence for line in pct.fees(application, on=TODAY).lines}
    assert marks == {"transmittal": "unverified", "international_filing": "rule", "search": "unverified"}
    findings = pct.check(application, on=TODAY)
    assert {f.confidence for f in findings if f.rule == "earlier_applications_are_of_the_union"} == {"unverified"}
