"""The table of provisions: what of the law is used here, by what, and where its text, cases and numbers are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from chancery.services.laws import casebook
from chancery.services.laws.casebook import Case
from chancery.treaties import pct
from chancery.treaties.kernel import Confidence, NotACitation, Rule
from chancery.treaties.kernel.citation import Citation, from_slug, parse
from chancery.treaties.kernel.dated import Dated, Entry
from chancery.treaties.pct.acts import Bar
from chancery.treaties.pct.fees_tables import tables
from chancery.treaties.pct.offices import searching_authorities
from chancery.treaties.pct.reduction import listed_states

TREATIES: Mapping[str, Any] = {"pct": pct}
"""The treaties that this installation knows, by the word that stands in an address."""

FEES = {code: fee.cites for code, fee in pct.FEES.items()}
"""The fees that are computed, with the provision each rests on."""

_NUMBERED = re.compile(r"(?:item )?\d+[a-z]*(?:\.\d+[a-z]*)*(?:\([a-z0-9]{1,6}(?:-[a-z0-9]{1,6})*\))*")
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
    text: pct.Text | None
    rules: tuple[Rule, ...] = ()
    limits: tuple[pct.Limit, ...] = ()
    statuses: tuple[pct.Status, ...] = ()
    fees: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    acts: tuple[pct.Act, ...] = ()
    bars: tuple[Bar, ...] = ()
    forms: tuple[pct.Form, ...] = ()
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
        return casebook.of(self._results)

    @property
    def _results(self) -> frozenset[str]:
        named = [one.slug for one in self.rules] + [one.key for one in self.limits] + list(self.fees)
        return frozenset(named) | {name for name, cites in casebook.SUBJECTS.items() if parse(cites) == self.citation}


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
    return dict.fromkeys(sorted(set(_citations(TREATIES[treaty])), key=_order_of_law))


KINDS = ("art", "rule", "ai", "schedule", "guidelines", "form")


def _order_of_law(citation: Citation) -> tuple[int, Citation]:
    return KINDS.index(citation.kind), citation


def _citations(law: Any) -> Iterator[Citation]:
    """Every citation of the treaty's own tables. Those that appear only in a reasoning are not listed."""
    yield from law.texts()
    for one in (*law.RULES, *law.LIMITS, *law.STATUSES, *law.ACTS, *law.BARS):
        yield parse(one.cites)
    yield from map(parse, (*FEES.values(), *casebook.SUBJECTS.values()))
    yield from (parse(amount.entry.cites) for amount in _amounts() if amount.entry.cites)


def _provision(treaty: str, citation: Citation) -> Provision:
    uses = _uses(treaty)
    return Provision(
        citation=citation,
        text=TREATIES[treaty].text_of(citation),
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
    law = TREATIES[treaty]
    return {
        "rules": _by_citation((one.cites, one) for one in law.RULES),
        "limits": _by_citation((one.cites, one) for one in law.LIMITS),
        "statuses": _by_citation((one.cites, one) for one in law.STATUSES),
        "fees": _by_citation((cites, name) for name, cites in FEES.items()),
        "amounts": _by_citation((one.entry.cites, one) for one in _amounts() if one.entry.cites),
        "acts": _by_citation(_acts(law)),
        "bars": _by_citation((one.cites, one) for one in law.BARS),
        "forms": _by_citation(_forms(law)),
        "within": _within(_used(treaty)),
    }


def _acts(law: Any) -> Iterator[tuple[str, pct.Act]]:
    """Each act under the provision it rests on, and under the forms by which it is done or answered."""
    for one in law.ACTS:
        cited = [one.cites, *(law.form(number).cites for number in (one.form, one.answered_by) if law.form(number))]
        yield from ((cites, one) for cites in dict.fromkeys(cited))


def _forms(law: Any) -> Iterator[tuple[str, pct.Form]]:
    """Each form under its own citation, and under the acts done or answered by it and the rules that invite by it."""
    for form in law.forms().values():
        yield form.cites, form
    named = [(one.cites, number) for one in law.ACTS for number in (one.form, one.answered_by)]
    named += [(rule.cites, rule.invites) for rule in law.RULES]
    yield from ((cites, law.form(number)) for cites, number in named if law.form(number))


def _by_citation(those: Iterable[tuple[str, Any]]) -> dict[Citation, list[Any]]:
    found: dict[Citation, list[Any]] = {}
    for cites, one in those:
        found.setdefault(parse(cites), []).append(one)
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
def _amounts() -> tuple[Amount, ...]:
    trees = {**tables(), "searching_authority": searching_authorities(), "reduction": listed_states()}
    return tuple(amount for name, tree in trees.items() for amount in _grown(name, (), tree))


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
    return "; ".join(shown + [f"{key} {value}" for key, value in values.items()])
