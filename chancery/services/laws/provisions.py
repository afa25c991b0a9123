"""The table of provisions: what of the law is used here, by what, and where its text, cases and numbers are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from chancery.services.laws import casebook
from chancery.services.laws.casebook import Case
from chancery.services.laws.lawbook import TREATIES, Form, Law, law
from chancery.treaties.kernel import Confidence, NotACitation, Rule
from chancery.treaties.kernel.citation import Citation, from_slug, parse
from chancery.treaties.kernel.dated import Dated, Entry
from chancery.treaties.kernel.fees import Fee
from chancery.treaties.kernel.texts import Text, text_of, texts

_NUMBERED = re.compile(
    r"(?:item )?\d+[a-z]*(?:\.\d+[a-z]*)*(?:\([a-z0-9]{1,6}(?:-[a-z0-9]{1,6})*\))*(?: \((?:19|20)\d\d\))?"
)
_FORM = re.compile(r"[A-Z]{2,4}/\d{3}")


@dataclass(frozen=True)
class Amount:
    """One dated number or list entry that rests on a provision: of which table, for whom, and what it says."""

    table: str
    of: str
    value: str
    entry: Entry


@dataclass(frozen=True, kw_only=True)
class Provision:
    """A provision with everything of the house that rests on it. All may be empty: it is then cited in passing.

    ``forms`` are those by which its acts are done or answered and its rules invite; on a form's own page, the form.
    """

    citation: Citation
    text: Text | None
    rules: tuple[Rule, ...] = ()
    limits: tuple[Any, ...] = ()
    statuses: tuple[Any, ...] = ()
    fees: tuple[Fee, ...] = ()
    amounts: tuple[Amount, ...] = ()
    acts: tuple[Any, ...] = ()
    bars: tuple[Any, ...] = ()
    forms: tuple[Form, ...] = ()
    parent: Citation | None = None
    children: tuple[Citation, ...] = ()

    @property
    def cites(self) -> str:
        return str(self.citation)

    @property
    def own_text(self) -> bool:
        """Whether the text is that of this provision, and not of one around it."""
        return self.text is not None and parse(self.text.cites) == self.citation

    @property
    def first_sentence(self) -> str:
        return re.split(r"(?<=\.)\s", self.text.text, maxsplit=1)[0] if self.text and self.own_text else ""

    @property
    def confidence(self) -> Confidence:
        return self.text.confidence if self.text else "rule"

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that test what rests on this provision. Running them takes a second or two, once a process."""
        return casebook.of(self.citation, self._results)

    @property
    def in_passing(self) -> bool:
        """Whether nothing of the tables rests on it: it is cited in a reasoning or on a page only."""
        tables = (self.rules, self.limits, self.statuses, self.fees, self.amounts, self.acts, self.bars, self.forms)
        return not any(tables) and not self.cases

    @property
    def _results(self) -> frozenset[str]:
        subjects = law(self.citation.treaty).subjects
        named = [one.slug for one in self.rules] + [one.key for one in self.limits] + [one.code for one in self.fees]
        return frozenset(named) | {name for name, cites in subjects.items() if parse(cites) == self.citation}


def table(treaty: str) -> tuple[Provision, ...]:
    """Every provision in use, in the order of the law: articles, rules, instructions, schedule, guidelines."""
    return tuple(_index(treaty).values())


def find(treaty: str, slug: str) -> Provision | None:
    """The provision at an address; one that is only mentioned has a page too. None where it cannot be one."""
    citation = _read(treaty, slug)
    if citation is None:
        return None
    return _index(treaty).get(citation) or _provision(treaty, citation)


def _read(treaty: str, slug: str) -> Citation | None:
    if treaty not in TREATIES:
        return None
    try:
        citation = from_slug(treaty, slug)
    except NotACitation:
        return None
    shape = _FORM if citation.kind == "form" else _NUMBERED
    return citation if shape.fullmatch(citation.place) and citation.slug == slug else None


@cache
def _index(treaty: str) -> dict[Citation, Provision]:
    return {citation: _provision(treaty, citation) for citation in _used(treaty)}


@cache
def _used(treaty: str) -> dict[Citation, None]:
    """Every citation of the table, in the order of the law."""
    return dict.fromkeys(sorted(set(_citations(treaty)), key=_order_of_law))


KINDS = ("art", "rule", "ai", "schedule", "guidelines", "form")


def _order_of_law(citation: Citation) -> tuple[int, Citation]:
    return KINDS.index(citation.kind), citation


def _citations(treaty: str) -> Iterator[Citation]:
    """Every citation of the treaty's own tables. Those that appear only in a reasoning are not listed."""
    its = law(treaty)
    yield from texts(treaty)
    for one in (*its.rules, *its.limits, *its.statuses, *its.acts, *its.bars, *its.fees):
        yield from _each(one.cites)
    yield from map(parse, its.subjects.values())
    for amount in _amounts(treaty):
        yield from _each(amount.entry.cites)


def _each(cites: str) -> Iterator[Citation]:
    """The citations of a list written with semicolons; none of an empty one."""
    return (parse(part) for part in cites.split(";") if part.strip())


def _provision(treaty: str, citation: Citation) -> Provision:
    uses = _uses(treaty)
    return Provision(
        citation=citation,
        text=text_of(citation),
        rules=tuple(uses["rules"].get(citation, ())),
        limits=tuple(uses["limits"].get(citation, ())),
        statuses=tuple(uses["statuses"].get(citation, ())),
        fees=tuple(uses["fees"].get(citation, ())),
        amounts=tuple(uses["amounts"].get(citation, ())),
        acts=tuple(uses["acts"].get(citation, ())),
        bars=tuple(uses["bars"].get(citation, ())),
        forms=tuple(dict.fromkeys(uses["forms"].get(citation, ()))),
        parent=next((one for one in _around(citation) if one in _used(treaty)), None),
        children=tuple(uses["within"].get(citation, ())),
    )


@cache
def _uses(treaty: str) -> dict[str, dict[Citation, list[Any]]]:
    """What rests on each provision, by kind; and what stands ``within`` it and is next to it in the table."""
    its = law(treaty)
    return {
        "rules": _by_citation((one.cites, one) for one in its.rules),
        "limits": _by_citation((one.cites, one) for one in its.limits),
        "statuses": _by_citation((one.cites, one) for one in its.statuses),
        "fees": _by_citation((one.cites, one) for one in its.fees),
        "amounts": _by_citation((one.entry.cites, one) for one in _amounts(treaty)),
        "acts": _by_citation(_acts(its)),
        "bars": _by_citation((one.cites, one) for one in its.bars),
        "forms": _by_citation(_forms(its)),
        "within": _within(_used(treaty)),
    }


def _acts(its: Law) -> Iterator[tuple[str, Any]]:
    """Each act under the provision it rests on, and under the forms by which it is done or answered."""
    for one in its.acts:
        forms = filter(None, map(its.named, _numbers(one)))
        cited = [one.cites, *(form.cites for form in forms if form.cites)]
        yield from ((cites, one) for cites in dict.fromkeys(cited))


def _forms(its: Law) -> Iterator[tuple[str, Form]]:
    """Each form under its own citation, and under the acts done or answered by it and the rules that invite by it."""
    yield from ((form.cites, form) for form in its.forms.values() if form.cites)
    named = [(one.cites, number) for one in its.acts for number in _numbers(one)]
    named += [(rule.cites, rule.invites) for rule in its.rules]
    yield from ((cites, form) for cites, number in named if (form := its.named(number)))


def _numbers(act: Any) -> tuple[str, ...]:
    """The forms of an act: that by which it is done and, in the PCT, that by which it is answered."""
    return act.form, getattr(act, "answered_by", "")


def _by_citation(those: Iterable[tuple[str, Any]]) -> dict[Citation, list[Any]]:
    found: dict[Citation, list[Any]] = {}
    for cites, one in those:
        for each in _each(cites):
            found.setdefault(each, []).append(one)
    return found


def _within(used: Mapping[Citation, None]) -> dict[Citation, list[Any]]:
    """Each provision of the table under the one that stands next around it, and under those between, that are only
    mentioned.
    """
    found: dict[Citation, list[Any]] = {}
    for one in used:
        for around in _around(one):
            found.setdefault(around, []).append(one)
            if around in used:
                break
    return found


def _around(citation: Citation) -> Iterator[Citation]:
    """The provisions around this one, the closest first."""
    around = citation.parent
    while around is not None:
        yield around
        around = around.parent


# Dated numbers and lists


@cache
def _amounts(treaty: str) -> tuple[Amount, ...]:
    return tuple(amount for name, tree in law(treaty).amounts.items() for amount in _grown(name, (), tree))


def _grown(name: str, place: tuple[str, ...], tree: Any) -> Iterator[Amount]:
    if isinstance(tree, Dated):
        for entry in sorted(tree.entries, key=lambda one: one.since, reverse=True):
            yield Amount(name, " / ".join(place), _value(entry), entry)
        return
    for key, branch in tree.items():
        yield from _grown(name, (*place, key), branch)


def _value(entry: Entry) -> str:
    """What an entry says, on one line: ``1330 CHF; sheet 15; pdf 100``, or the name of an Authority."""
    values = dict(entry.values)
    currency = values.pop("currency", "")
    first = next((key for key in ("amount", "base", "name") if key in values), "")
    shown = [f"{values.pop(first)} {currency}".strip()] if first else []
    return "; ".join(shown + [f"{key.replace('_', ' ')} {value}" for key, value in values.items()])
