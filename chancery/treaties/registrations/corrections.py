"""What of a registration can be put right (Madrid Rule 28(1), Hague Rule 22(1), Lisbon Rule 18): each particular in it.

Fees, parties and dates of effect are not among them: these follow from what is entered, and from the law.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chancery.treaties.registrations.terms import Key

EACH = "#"
"""In a path: for each place of a list."""

PERSON = (("name", "name"), ("address", "address"), ("country", "State of the address"))
CLAIM = (("office", "Office"), ("number", "number"), ("filed_on", "date"))


def _under(way: str, what: str, parts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{way}.{name}", f"{what}, {label}") for name, label in parts)


PARTICULARS: Mapping[Key, tuple[tuple[str, str], ...]] = {
    "madrid": (
        *_under("applicants.#", "Holder", PERSON),
        *_under("representative", "Representative", PERSON),
        *_under("basis.#", "Basic mark", (("number", "number"), ("dated", "date"))),
        ("mark.words", "Words of the mark"),
        ("mark.described", "Description of the mark"),
        ("mark.colours_claimed", "Colours claimed"),
        ("mark.transliteration", "Transliteration"),
        ("mark.translation", "Translation"),
        ("mark.disclaimed", "What is not claimed"),
        *_under("goods.#", "Goods and services", (("number", "class"), ("text", "words"))),
        *_under("priorities.#", "Priority", CLAIM),
    ),
    "hague": (
        *_under("applicants.#", "Holder", PERSON),
        *_under("representative", "Representative", PERSON),
        *_under("creators.#", "Creator", PERSON[:2]),
        *_under(
            "shown.#", "Design", (("product", "product"), ("subclass", "subclass"), ("description", "description"))
        ),
        *_under("priorities.#", "Priority", CLAIM),
    ),
    "lisbon": (
        *_under("names.#", "Name", (("text", "words"), ("transliteration", "transliteration"))),
        *_under("translations.#", "Translation", (("text", "words"),)),
        *_under("beneficiaries.#", "Beneficiaries", PERSON[:2]),
        ("goods.#", "Goods"),
        ("area", "Area of production"),
        ("authority", "Competent Authority"),
    ),
}
"""Path in the application, and what it is called; by system, in the order in which an application is read."""


@dataclass(frozen=True, kw_only=True)
class Particular:
    """Something that is in the Register, with what stands there now. ``place`` is that in its list, from 1 on."""

    path: str
    label: str
    value: str
    place: int = 0


def particulars(system: Key, application: Mapping[str, Any]) -> tuple[Particular, ...]:
    """Every particular of an application, given as plain data, that a correction can put right."""
    found = (
        Particular(path=path, label=label, value="" if value is None else str(value), place=_place(path))
        for pattern, label in PARTICULARS[system]
        for path, value in _at(application, pattern.split("."))
    )
    return tuple(found)


def corrected(system: Key, application: Mapping[str, Any], path: str, text: str) -> dict[str, Any]:
    """The application with something else at a path. Raises ``KeyError`` where that is no particular of it."""
    if path not in {one.path for one in particulars(system, application)}:
        raise KeyError(path)
    changed: dict[str, Any] = _put(application, path.split("."), text)
    return changed


def _at(held: Any, steps: list[str], way: str = "") -> Iterator[tuple[str, Any]]:
    if not steps:
        yield way.removeprefix("."), held
        return
    step, rest = steps[0], steps[1:]
    if step == EACH:
        for place, one in enumerate(held or ()):
            yield from _at(one, rest, f"{way}.{place}")
    elif isinstance(held, Mapping) and step in held:
        yield from _at(held[step], rest, f"{way}.{step}")


def _put(held: Any, steps: list[str], text: str) -> Any:
    if not steps:
        return int(text) if isinstance(held, int) and text.isdigit() else text
    step, rest = steps[0], steps[1:]
    if isinstance(held, Mapping):
        return {**held, step: _put(held[step], rest, text)}
    return [_put(one, rest, text) if place == int(step) else one for place, one in enumerate(held)]


def _place(path: str) -> int:
    return next((int(step) + 1 for step in path.split(".") if step.isdigit()), 0)
