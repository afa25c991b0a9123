"""What changed between two versions of the notice, and whether it is material.

Material is what somebody who knew the earlier version would have wanted to know: another kind of data, purpose, basis,
recipient, period or whose data it is; a table, store, cookie or processor that is new and brings such. The rest (a
citation, a new name of a field on terms that stood there before, less than before) is told in the history alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import msgspec
from django.utils.translation import gettext_lazy

from chancery.core.personal import Field
from chancery.records.privacy.notice import Notice
from chancery.records.privacy.wording import PART, in_words

ASPECTS = {
    "category": gettext_lazy("kind of data"),
    "subject": gettext_lazy("whose data"),
    "purpose": gettext_lazy("what for"),
    "basis": gettext_lazy("basis"),
    "keep": gettext_lazy("how long"),
    "disposal": gettext_lazy("on erasure"),
    "recipients": gettext_lazy("who else sees it"),
    "cites": gettext_lazy("law"),
}
OTHERS = {
    "new": gettext_lazy("new"),
    "gone": gettext_lazy("no longer kept"),
    "country": gettext_lazy("country"),
    "name": gettext_lazy("name of the office"),
    "contact": gettext_lazy("whom to write to"),
    "officer": gettext_lazy("data protection officer"),
    "authority": gettext_lazy("where to complain"),
}
IMMATERIAL = frozenset({"cites"})
WHOLE = frozenset({"new", "gone"})


@dataclass(frozen=True, kw_only=True)
class Change:
    """One difference. ``where`` is the table, store, cookie or processor; ``aspect`` what of it changed."""

    where: str
    what: str
    names: tuple[str, ...]
    aspect: str
    before: str
    after: str
    material: bool


def changes(old: Notice, new: Notice) -> tuple[Change, ...]:
    """Everything that differs, what is material first."""
    found = [*_of_tables(old, new), *_of_stores(old, new), *_of_things(old, new), *_of_office(old, new)]
    return tuple(sorted(_together(found), key=lambda one: not one.material))


def words() -> dict[str, object]:
    """What each aspect is called."""
    return {**ASPECTS, **OTHERS}


def is_material(found: Iterable[Change]) -> bool:
    return any(one.material for one in found)


def _of_tables(old: Notice, new: Notice) -> Iterator[Change]:
    before, after = _fields(old), _fields(new)
    titles = _titles(old) | _titles(new)
    known: dict[str, list[Field]] = {}
    for (model, _name), terms in before.items():
        known.setdefault(model, []).append(terms)
    for model, name in dict.fromkeys([*before, *after]):
        change = partial(Change, where=model, what=titles[model], names=(name,))
        was, now = before.get((model, name)), after.get((model, name))
        if was and now:
            yield from _of_terms(change, was, now)
        elif now:
            material = not any(_alike(now, one) for one in known.get(model, ()))
            yield change(aspect="new", before="", after=now.purpose, material=material)
        elif was:
            yield change(aspect="gone", before=was.purpose, after="", material=False)


def _fields(told: Notice) -> dict[tuple[str, str], Field]:
    return {(model, name): terms for room in told.rooms for model, name, terms in room.terms()}


def _titles(told: Notice) -> dict[str, str]:
    return {holding.model: holding.what for room in told.rooms for holding in room.holdings}


def _of_terms(change: Callable[..., Change], was: Field, now: Field) -> Iterator[Change]:
    for aspect in ASPECTS:
        one, other = getattr(was, aspect), getattr(now, aspect)
        if not _same(one, other):
            yield change(aspect=aspect, before=in_words(one), after=in_words(other), material=aspect not in IMMATERIAL)


def _alike(one: Field, other: Field) -> bool:
    """Whether they say the same in all that is material."""
    return all(_same(getattr(one, aspect), getattr(other, aspect)) for aspect in ASPECTS if aspect not in IMMATERIAL)


def _same(one: object, other: object) -> bool:
    """As their kept forms: a version that was read has lists where the declarations have tuples."""
    return msgspec.json.encode(one) == msgspec.json.encode(other)


def _of_stores(old: Notice, new: Notice) -> Iterator[Change]:
    before, after = ({one.key: one for one in told.personal_stores} for told in (old, new))
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        change = partial(Change, where=key, what=(now or before[key]).what, names=())
        if was and was.terms and now and now.terms:
            yield from _of_terms(change, was.terms, now.terms)
        elif now and now.terms:
            yield change(aspect="new", before="", after=now.terms.purpose, material=True)
        elif was and was.terms:
            yield change(aspect="gone", before=was.terms.purpose, after="", material=False)


def _of_things(old: Notice, new: Notice) -> Iterator[Change]:
    """Cookies and processors: a new one, or another purpose or place of it, is material; one that goes is not."""
    for before, after in ((_cookies(old), _cookies(new)), (_processors(old), _processors(new))):
        for name in dict.fromkeys([*before, *after]):
            yield from _of_thing(partial(Change, where=name, what=name, names=()), before.get(name), after.get(name))


def _of_thing(
    change: Callable[..., Change], was: Mapping[str, str] | None, now: Mapping[str, str] | None
) -> Iterator[Change]:
    if now is None:
        yield change(aspect="gone", before=_whole(was), after="", material=False)
    elif was is None:
        yield change(aspect="new", before="", after=_whole(now), material=True)
    else:
        for aspect in [one for one in now if now[one] != was[one]]:
            yield change(aspect=aspect, before=was[aspect], after=now[aspect], material=True)


def _whole(thing: Mapping[str, str] | None) -> str:
    return "; ".join(words for words in (thing or {}).values() if words)


def _cookies(told: Notice) -> dict[str, dict[str, str]]:
    return {one.name: {"purpose": one.purpose, "keep": one.lifetime} for one in told.cookies}


def _processors(told: Notice) -> dict[str, dict[str, str]]:
    return {
        one.name: {"purpose": one.does, "country": one.country, "category": ", ".join(one.holds)}
        for one in told.processors
    }


def _of_office(old: Notice, new: Notice) -> Iterator[Change]:
    """Who answers is told, but is not material by itself: the data and their use are what they were."""
    for aspect in ("name", "contact", "officer", "authority"):
        before, after = getattr(old.office, aspect), getattr(new.office, aspect)
        if before != after:
            what = new.office.name
            yield Change(where="office", what=what, names=(), aspect=aspect, before=before, after=after, material=False)


def _together(found: Iterable[Change]) -> list[Change]:
    """The same change of several fields of one table, once; so too what is new in it, and what is gone."""
    together: dict[tuple[object, ...], list[Change]] = {}
    for one in found:
        words = () if one.aspect in WHOLE else (one.before, one.after)
        together.setdefault((one.where, one.aspect, one.material, *words), []).append(one)
    return [_as_one(several) for several in together.values()]


def _as_one(several: Sequence[Change]) -> Change:
    return replace(
        several[0],
        names=tuple(name for one in several for name in one.names),
        before=PART.join(dict.fromkeys(one.before for one in several)),
        after=PART.join(dict.fromkeys(one.after for one in several)),
    )
