"""What the boxes of the search by field propose, and what is meant by a name that is written where a code stands."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from django.utils import translation

from chancery.finder import COLLECTIONS, Everything
from chancery.services.search import naming, queries, words

PLACES = ("office", "country", "priority_country", "party", "national", "searcher")
COUNTED = ("office", "country", "status", "kind")
"""Boxes of which the index says which values there are: facets of the same name."""
HEADED = ("nice", "locarno", "vienna")
MOST = 100


def proposed(box: str, collection: str) -> list[tuple[str, str]]:
    """What may be written in a box, each with what it means: values that its records have, or the whole list."""
    if box in COUNTED:
        return [(code, _name(box, code)) for code in _there(box, collection)]
    if box == "feature":
        return list(_features().items())
    if box in HEADED:
        return naming.headings(box)
    return sorted(naming.places().items(), key=lambda one: one[1].casefold()) if box in PLACES else []


def meant(box: str, written: str) -> str:
    """The code of a name, in the reader's language or in English; what is no name stays as it is written."""
    kind = box if box not in PLACES else "place"
    if kind not in _READ:
        return written
    key = written.casefold()
    return next((found for language in _languages() if (found := _codes(kind, language).get(key))), written)


def _there(facet: str, collection: str) -> list[str]:
    among = (collection,) if collection in COLLECTIONS else None
    found = queries.engine().search(Everything(), collections=among, facets=(facet,), facet_limit=MOST, limit=0)
    return [value for value, _count in found.facets[facet]]


def _name(box: str, code: str) -> str:
    if box in PLACES:
        return naming.place(code)
    return words.facet_value(box, code)


def _languages() -> Iterable[str]:
    return dict.fromkeys((translation.get_language() or "en", "en"))


@cache
def _codes(kind: str, language: str) -> Mapping[str, str]:
    """Name, folded, to code."""
    with translation.override(language):
        return {name.casefold(): code for code, name in _READ[kind]().items()}


def _statuses() -> Mapping[str, str]:
    return {key: str(label) for key, (_tone, label) in words.STATUSES.items()}


def _kinds() -> Mapping[str, str]:
    return {key: str(label) for key, label in words.KINDS.items()}


def _features() -> Mapping[str, str]:
    return {key: str(label) for key, label in words.FEATURES.items() if key != "3-d"}


_READ: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "place": naming.places,
    "language": naming.languages,
    "status": _statuses,
    "sure": _statuses,
    "kind": _kinds,
    "provision_kind": _kinds,
    "feature": _features,
}
