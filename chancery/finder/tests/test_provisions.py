import pytest

from chancery.finder import And, Term, numbers, parse
from chancery.finder.provisions import around, find, read


@pytest.mark.parametrize(
    "written",
    [
        "PCT Rule 80.5",
        "pct rule 80.5",
        "PCT R. 80.5",
        "PCT, Rule 80.5",
        "R. 80.5 PCT",
        "Rule 80.5 PCT",
        "Rule 80.5 of the PCT",
        "Rule 80.5 of the Regulations under the PCT",
        "PCT Regulations Rule 80.5",
        "Règle 80.5 du PCT",
        "Regel 80.5 PCT",
        "Regla 80.5 del PCT",
        "Правило 80.5 PCT",
        "pct-rule-80.5",
    ],
)
def test_a_provision_is_the_same_however_it_is_cited(written):
    assert numbers.canonical(written) == "PCTRULE80.5"


@pytest.mark.parametrize(
    ("written", "law", "provision"),
    [
        ("Article 9sexies (1) (b) of the Madrid Protocol", "MADRID", "ART9SEXIES(1)(B)"),
        ("Art. 11(1)(iii)(c) PCT", "PCT", "ART11(1)(III)(C)"),
        ("Lisbon Art. 5(3) (1967)", "LISBON", "ART5(3)(1967)"),
        ("Administrative Instructions Section 207(a)", "", "AI207(A)"),
        ("Section 207(a) of the Patent Cooperation Treaty", "PCT", "AI207(A)"),
        ("Madrid Schedule of Fees item 2.1", "MADRID", "SCHEDULE2.1"),
        ("Receiving Office Guidelines 241 PCT", "PCT", "GUIDELINES241"),
        ("PCT Form IB/382", "PCT", "FORMIB382"),
        ("art 11(2)", "", "ART11(2)"),
        ("Rule 26bis.3", "", "RULE26BIS.3"),
    ],
)
def test_every_kind_of_provision_is_read(written, law, provision):
    assert read(written) == (law, provision)


@pytest.mark.parametrize(
    "written", ["PCT/IB2024/051234", "WO 2002/014184", "US9014905B1", "art 27", "article", "D2020-0001"]
)
def test_numbers_of_rights_and_plain_words_are_no_provisions(written):
    assert read(written) is None


@pytest.mark.parametrize("written", ["rule 80.5", "Art. 11 (2)", "R. 80.5", "PCT AI 207(a)", "Hague Art. 10(2)"])
def test_a_citation_is_recognised_among_words(written):
    assert parse(f"{written} holiday") == And((Term(written, "number"), Term("holiday")))


@pytest.mark.parametrize(
    "text", ["prior art 27", "art", "rules of origin", "section 3", "form 5", "hague", "rule-based 12", "article5x"]
)
def test_words_that_only_sound_like_law_stay_words(text):
    assert not any(find(text, at) for at in range(len(text)) if not at or text[at - 1] == " ")


def test_a_citation_ends_where_the_query_goes_on():
    text = "(rule 5 (a OR b))"
    assert text[1 : find(text, 1)] == "rule 5"


@pytest.mark.parametrize(
    ("written", "wider"),
    [
        ("PCT Rule 26.2(a)", "PCT Rule 26.2"),
        ("Rule 26.2 PCT", "Rule 26 PCT"),
        ("Article 9sexies (1) (b) of the Madrid Protocol", "Article 9sexies (1) of the Madrid Protocol"),
        ("PCT Rule 26", ""),
        ("PCT/IB2024/051234", ""),
    ],
)
def test_the_provision_around_one_is_cited_in_the_same_way(written, wider):
    assert around(written) == wider
