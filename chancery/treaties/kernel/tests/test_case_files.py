from datetime import date
from pathlib import Path

import pytest

from chancery.treaties.kernel import cases
from chancery.treaties.kernel.explain import explain, explain_facts
from chancery.treaties.kernel.explain import main as explain_main
from chancery.treaties.kernel.plain import BadData

HOLDS = """
[[case]]
name = "A twelve-month priority period that ends on a Saturday runs to the next working day"
on = 2009-08-17
given = { earlier_filing = 2008-08-15, office = "US" }
expects = { priority_period = 2009-08-17 }
source = "…"
"""


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "some.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_case_that_holds_ends_with_zero(tmp_path, capsys):
    assert cases.main([str(file(tmp_path, HOLDS))]) == 0
    assert capsys.readouterr().out == "1 cases, 1 hold, 0 do not\n"


def test_a_case_that_does_not_hold_ends_with_one_and_says_why(tmp_path, capsys):
    assert (
        cases.main([str(file(tmp_path, HOLDS.replace("priority_period = 2009-08-17", "priority_period = 2009-08-15")))])
        == 1
    )
    assert "expected 2009-08-15 (Sat), found 2009-08-17 (Mon)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("treaty = ", "cannot be read"),
        ('treaty = "berne"\n[[case]]\n', "'berne' is not one of hague, lisbon, madrid, pct"),
        ('treaty = "pct"\n', "it is no case file"),
        ('[[case]]\nname = "x"\n', "it expects nothing"),
        ('[[case]]\nname = "x"\nexpect = {}\nexpects = {}\n', "unknown expect"),
        ('[[case]]\nname = "x"\ngiven = { nonsense = 1 }\nexpects = {}\n', "there is no such field"),
        ('[[case]]\nname = "x"\nexpects = { nonsense = 1 }\n', "nothing is said of it"),
        (
            '[[case]]\nname = "x"\ngiven = { application = { titel = "" } }\non = 2026-01-01\nexpects = {}\n',
            "did you mean 'title'",
        ),
        ('[[case]]\nname = "x"\ngiven = { start = 2026-01-01, period = "some time" }\nexpects = {}\n', "30 months"),
        ('[[case]]\nname = "x"\non = 2026-01-01\ngiven = { fees = ["tithe"] }\nexpects = {}\n', "'tithe' is no fee"),
        ('[[case]]\nname = "x"\ngiven = { receipt = "yesterday" }\nexpects = {}\n', "YYYY-MM-DD"),
    ],
)
def test_a_file_that_is_wrong_is_a_case_that_fails_and_never_a_traceback(tmp_path, text, says):
    (result,) = cases.run(file(tmp_path, text))
    assert not result.passed
    assert says in result.differences[0]


def test_a_place_without_cases_is_a_wrong_call(tmp_path, capsys):
    assert cases.main([str(tmp_path)]) == 2
    assert "there are no case files" in capsys.readouterr().err
    assert cases.main([]) == 2


def test_a_folder_runs_every_case_file_below_it(tmp_path):
    (tmp_path / "a" / "cases").mkdir(parents=True)
    (tmp_path / "a" / "cases" / "one.toml").write_text(HOLDS, "utf-8")
    (tmp_path / "a" / "other.toml").write_text("not a case file", "utf-8")
    assert [result.passed for result in cases.run(tmp_path)] == [True]


FACTS = """
treaty = "pct"
on = 2026-11-22
[application]
title = "Folding bicycle"
language = "en"
searching_authority = "EP"
format = "request coded"
[[application.parties]]
name = "Weber AG"
kind = "legal"
nationality = "CH"
residence = "CH"
[[application.priority_claims]]
office = "CH"
filed_on = 2025-11-24
"""


def test_an_explanation_names_each_finding_fee_and_time_limit_with_its_citation(tmp_path):
    text = explain(file(tmp_path, FACTS))
    for part in (
        "PREVENTS FILING at parts.description",
        "[PCT Art. 11(1)(iii)(d)]",
        "International filing fee: CHF 1,130 [PCT Rule 15.1]",
        "until 2026-11-24 [PCT Rule 2.4(a)]",
        "Expected on 2027-05-27",
        "not determinable: the date of receipt",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({}, "the day is missing"),
        ({"on": date(2026, 1, 1), "treaty": "berne"}, "write treaty"),
        ({"on": date(2026, 1, 1), "treaty": "pct", "aplication": {}}, "there is no such part"),
        ({"on": date(2026, 1, 1), "treaty": "pct", "record": {"recieved_on": 1}}, "did you mean 'received_on'"),
    ],
)
def test_facts_that_are_wrong_are_refused_with_the_remedy(facts, says):
    with pytest.raises(BadData, match=says):
        explain_facts(facts)


def test_the_command_ends_with_two_when_the_facts_cannot_be_read(tmp_path, capsys):
    assert explain_main([str(tmp_path / "none.toml")]) == 2
    assert explain_main([str(file(tmp_path, "on ="))]) == 2
    assert explain_main([str(file(tmp_path, FACTS))]) == 0
    assert explain_main([]) == 2
    assert "Usage" in capsys.readouterr().err
