"""What one sign means in the field it stands in: the leaves of the query model."""

from datetime import date, timedelta

from chancery.finder import dates, fields, lexer
from chancery.finder.fields import Field
from chancery.finder.lexer import Sign
from chancery.finder.query import (
    ANY,
    Everything,
    Fuzzy,
    Near,
    Phrase,
    Present,
    Query,
    QueryError,
    Range,
    Term,
    Wildcard,
)
from chancery.finder.words import has_cjk, tokens

MOST_NEAR = 20
"""The largest distance that NEAR takes."""

MOST_STARS = 8
"""The most ``*`` in one word: each makes the list of words dearer to read."""


def leaf(sign: Sign, scope: Field | None) -> Query:
    """The leaf that a word, phrase or recognised number means; ``scope`` is the field named before it."""
    if sign.wild:
        _check_pattern(sign)
    if scope is None:
        return Term(sign.text, sign.kind) if sign.kind in ("number", "class") else _in_words(sign, ANY)
    if sign.wild and sign.text.strip("*?") == "":
        return Everything() if scope.name == ANY else Present(scope.name)
    if scope.kind == "date":
        return _date(sign, scope)
    if scope.kind == "words":
        return _in_words(sign, scope.name)
    return _value(sign, scope)


def _in_words(sign: Sign, field: str) -> Query:
    if sign.kind == "phrase":
        return _phrase(sign, field)
    if sign.wild:
        return _wildcard(sign, field)
    if sign.distance is not None:
        return _fuzzy(sign, field)
    return Term(sign.text, field)


def _phrase(sign: Sign, field: str) -> Query:
    found = tokens(sign.text)
    if not found:
        raise QueryError("There is no word between the quotation marks", sign.start, "Write a word there.")
    if sign.distance is None:
        return Term(sign.text, field, exact=True) if len(found) == 1 else Phrase(sign.text, field)
    if len(found) != 2:
        remedy = "Put exactly two words there, or leave out the ~ and the number."
        raise QueryError("Nearness is measured between two words", sign.start, remedy)
    return Near(found[0], found[1], _near_distance(sign.distance, sign.start), field)


def _check_pattern(sign: Sign) -> None:
    if sign.distance is not None:
        remedy = "Leave out the ~, or the * and ?."
        raise QueryError("A word is approximate or has wildcards, not both", sign.start, remedy)
    if sign.text.count("*") > MOST_STARS:
        remedy = "Leave out the * between letters that matter little."
        raise QueryError(f"A word takes at most {MOST_STARS} times *", sign.start, remedy)


def _wildcard(sign: Sign, field: str) -> Query:
    if sign.text.strip("*?") == "":
        return Everything() if field == ANY else Present(field)
    if has_cjk(sign.text.strip("*")) and any(wild in sign.text.strip("*") for wild in lexer.WILD):
        remedy = "Write the characters without * and ?; they are found wherever they stand together."
        raise QueryError("Wildcards cannot stand between Chinese, Japanese or Korean characters", sign.start, remedy)
    return Wildcard(sign.text, field)


def _fuzzy(sign: Sign, field: str) -> Query:
    if sign.distance not in (1, 2):
        remedy = f"Write {sign.text}~ or {sign.text}~2."
        raise QueryError("A word may differ by one or two letters", sign.start, remedy)
    if len(tokens(sign.text)) != 1:
        raise QueryError("Only one word can be looked for approximately", sign.start, "Leave out the ~.")
    return Fuzzy(sign.text, field, sign.distance)


def _value(sign: Sign, scope: Field) -> Query:
    """The value of a number, class or code field; quotation marks only hold it together."""
    if sign.distance is not None:
        remedy = "Leave out the ~, or use * and ? for the places that are open."
        raise QueryError(f"“{scope.name}” cannot be looked for approximately", sign.start, remedy)
    if not tokens(sign.text):
        raise QueryError("There is nothing to look for between the quotation marks", sign.start, "Write a value.")
    return Wildcard(sign.text, scope.name) if sign.wild else Term(sign.text, scope.name)


def near(left: Query, right: Query, sign: Sign) -> Query:
    """Two single words joined by NEAR."""
    words = [part for part in (left, right) if isinstance(part, Term) and len(tokens(part.text)) == 1]
    if len(words) != 2 or any(fields.get(word.field).kind != "words" for word in words):
        raise QueryError("NEAR joins two single words", sign.start, "Write one word on each side of it.")
    if words[0].field != words[1].field:
        remedy = "Write the field once: title:(solar NEAR panel)."
        raise QueryError("Both words of NEAR must be in one field", sign.start, remedy)
    distance = _near_distance(sign.distance or 0, sign.start)
    return Near(tokens(words[0].text)[0], tokens(words[1].text)[0], distance, words[0].field)


def _near_distance(distance: int, at: int) -> int:
    if not 1 <= distance <= MOST_NEAR:
        raise QueryError(f"NEAR takes a distance from 1 to {MOST_NEAR}", at, "Use AND for words further apart.")
    return distance


def _date(sign: Sign, scope: Field) -> Query:
    if sign.wild or sign.distance is not None:
        remedy = f"A year or month stands for all its days: write {scope.name}:2000 or {scope.name}:2000-02."
        raise QueryError("Dates take no wildcards", sign.start, remedy)
    first, last = _span(sign.text, sign.start)
    return Range(scope.name, first, last)


def span(sign: Sign, scope: Field) -> Query:
    """``[a TO b]``; ``*`` leaves an end open."""
    low = None if sign.text == "*" else _span(sign.text, sign.start)[0]
    high = None if sign.high == "*" else _span(sign.high, sign.start)[1]
    if low is None and high is None:
        return Present(scope.name)
    if low and high and low > high:
        raise QueryError("The range ends before it begins", sign.start, f"Write [{sign.high} TO {sign.text}].")
    return Range(scope.name, low, high)


def comparison(sign: Sign, scope: Field) -> Query:
    """``>=2000`` and its like."""
    first, last = _span(sign.high, sign.start)
    try:
        low, high = _open_range(sign.text, first, last)
    except OverflowError:
        raise QueryError("No date lies beyond this one", sign.start, "Write a date between 1 and 9999.") from None
    return Range(scope.name, low, high)


def _open_range(operator: str, first: date, last: date) -> tuple[date | None, date | None]:
    if operator == ">=":
        return first, None
    if operator == "<=":
        return None, last
    day = timedelta(days=1)
    return (last + day, None) if operator == ">" else (None, first - day)


def _span(text: str, at: int) -> tuple[date, date]:
    found = dates.span(text.strip())
    if found is None:
        raise QueryError(f"“{text}” is not a date", at, f"Write it in one of these forms: {dates.FORMS}.")
    return found
