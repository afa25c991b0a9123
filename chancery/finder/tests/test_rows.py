"""Each operator, field, wildcard, range and form of date of the searches people know: what it means here, or why not.

``rows.tsv`` holds a row a spelling: the language, what is typed, and the same in our own language, or ``!`` and the
code of the refusal. ``~`` after the language: others write the same and mean another thing, so that it must be chosen.
"""

from pathlib import Path

import pytest

from chancery.finder import QueryError, as_text, explain
from chancery.finder.dialects import DIALECTS, read, write
from chancery.finder.tests.test_dialects import normal

LINES = Path(__file__).with_name("rows.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]
UNDERSTOOD = [(language.rstrip("~"), typed) for language, typed, meant in ROWS if not meant.startswith("!")]
REFUSED = [(language.rstrip("~"), typed, meant[1:]) for language, typed, meant in ROWS if meant.startswith("!")]
NAMES = [each.name for each in DIALECTS]


def answer(typed, language=""):
    try:
        return as_text(read(typed, language).query)
    except QueryError as fault:
        return f"!{fault.code}"


@pytest.mark.parametrize(("language", "typed", "meant"), ROWS)
def test_every_row_is_understood_or_refused_with_a_reason(language, typed, meant):
    assert answer(typed, language.rstrip("~")) == meant
    assert (answer(typed) == meant) != language.endswith("~"), "what it means where no language is chosen"


@pytest.mark.parametrize(("language", "typed", "code"), REFUSED)
def test_a_refusal_says_where_and_what_to_write_instead(language, typed, code):
    with pytest.raises(QueryError) as fault:
        read(typed, language)
    assert fault.value.code == code
    assert 0 <= fault.value.position <= len(typed)
    assert fault.value.message
    assert fault.value.remedy
    assert "{" not in fault.value.message + fault.value.remedy or "{" in typed


@pytest.mark.parametrize(("language", "typed"), UNDERSTOOD)
def test_every_row_is_explained_and_shown_in_every_other_language_and_back(language, typed):
    query = read(typed, language).query
    assert explain(query).meaning
    for other in NAMES:
        written = write(query, other)
        assert all(loss.told for loss in written.losses)
        there = read(written.text, other).query
        if written.losses:
            continue
        assert normal(there) == normal(query), (other, written.text)
        back = write(there, language)
        assert back.losses or normal(read(back.text, language).query) == normal(query), (other, back.text)


@pytest.mark.parametrize(("language", "typed"), UNDERSTOOD)
def test_what_a_language_says_itself_it_is_shown_again_without_a_loss(language, typed):
    query = read(typed, language).query
    written = write(query, language)
    assert written.losses == ()
    assert read(written.text, language).query == query
