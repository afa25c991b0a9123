"""The terms that this office's own register has accepted, as a table that the assistant reads.

What is told is public: goods and services of published registrations of marks. Who holds them is counted, not told.
"""

from collections import defaultdict
from collections.abc import Iterator

from chancery.finder.goods.folding import folded
from chancery.finder.goods.sources import parted
from chancery.finder.goods.suggestion import Name
from chancery.records.register import queries as register

EVERYTHING = 10_000_000
AT_ONCE = 500


def names(source: str) -> list[Name]:
    """Each term once in a class and language, by class, with the number of holders who have it."""
    holders: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    written: dict[tuple[int, str, str], str] = {}
    for number, language, term, whose in _terms():
        key = (number, language, folded(term))
        written.setdefault(key, term)
        holders[key].add(whose)
    return [
        Name(text, language, number, len(holders[number, language, key]), source)
        for (number, language, key), text in sorted(written.items())
    ]


def _terms() -> Iterator[tuple[int, str, str, str]]:
    """Class, language, term and holder of every term of the published registrations."""
    seen = register.printed_last("madrid", limit=EVERYTHING)
    files = list(dict.fromkeys(one.number for one in seen if one.what == "registration"))
    for start in range(0, len(files), AT_ONCE):
        for file in register.registrations(files[start : start + AT_ONCE]).values():
            yield from _of(file)


def _of(file: register.Registration) -> Iterator[tuple[int, str, str, str]]:
    if file.erased:
        return
    for good in file.application.goods:
        for term in parted(good.text):
            yield good.number, file.application.language, term, " ".join(file.holders)
