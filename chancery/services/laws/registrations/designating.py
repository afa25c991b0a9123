"""Whether a party can be designated on a day, and what happens there: bound, refusal, answer, fees, what it asks.

What stands against a designation is what the law's own rules say of an application that has just this designation.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.services.laws.registrations.parties import ACTS, Member, members
from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel import FeeLine, Finding, TimeLimit
from chancery.treaties.kernel.confidence import Confidence


@dataclass(frozen=True, kw_only=True)
class Case:
    """Who asks, for which party, on which day, for how many classes or designs; ``indication``: no appellation."""

    holder: str
    party: str
    on: date
    count: int = 1
    indication: bool = False


@dataclass(frozen=True)
class Said:
    """One thing that holds, what it rests on, and how sure it is."""

    text: Any
    cites: str
    confidence: Confidence = "rule"


@dataclass(frozen=True)
class Awaited:
    """A time limit there; ``occasion`` says of what, where the same limit runs for several."""

    limit: TimeLimit
    occasion: Any = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """``against``: why it cannot be designated; empty where it can. ``asks``: what the party wants besides.

    ``member`` is nothing where the code is no party of the system. ``limits`` are reckoned as if every notification
    were sent and received on the day asked about. ``deferment``: how long publication can wait, of designs only.
    """

    case: Case
    member: Member | None
    governed: tuple[Said, ...]
    against: tuple[Finding, ...]
    asks: tuple[Finding, ...]
    fees: tuple[FeeLine, ...]
    limits: tuple[Awaited, ...]
    deferment: Said | None = None

    @property
    def can(self) -> bool:
        return self.member is not None and not self.against


def answer(system: str, case: Case) -> Answer:
    """Ask the law of one of the three systems."""
    return ASKED[system](case, members(system).get(case.party))


def _madrid(case: Case, member: Member | None) -> Answer:
    classes = tuple(range(1, case.count + 1))
    plain = madrid.Application(origin=case.holder, classes=classes)
    asked = madrid.Application(
        origin=case.holder, classes=classes, designations=(madrid.Designation(party=case.party),)
    )
    against, asks = _brought(madrid.check(plain, on=case.on), madrid.check(asked, on=case.on))
    limits = madrid.time_limits(_refused(case))
    return Answer(
        case=case,
        member=member,
        governed=(_safeguard(case),),
        against=against,
        asks=asks,
        fees=_of_party(madrid.fees(asked, on=case.on).lines, case.party),
        limits=(*_kept(limits, case.party, ("refusal",)), *_answers(limits)),
    )


def _safeguard(case: Case) -> Said:
    if madrid.safeguarded(case.holder, case.party, case.on):
        text = _(
            "The Protocol, with the safeguard clause: both were bound by the Agreement too, so what the party declared"
            " on fees and on eighteen months does not hold between them."
        )
        return Said(text, "Madrid Art. 9sexies(1)(b)")
    return Said(_("The Protocol, and what the party declared under it."), "Madrid Art. 9sexies(1)(a)")


OCCASIONS = {
    False: _("A refusal of the Office’s own motion"),
    True: _("A refusal that rests on an opposition"),
}


def _refused(case: Case) -> madrid.Record:
    """A registration of that day, notified on it, with a refusal of each occasion received on it."""
    day = case.on
    refusals = tuple(
        madrid.Refusal(issued_on=day, transmitted_on=day, received_on=day, on_opposition=each) for each in OCCASIONS
    )
    told = madrid.Designated(party=case.party, since=day, notified_on=day, refusals=refusals)
    return madrid.Record(origin=case.holder, holder=case.holder, registered_on=day, designated=(told,))


def _answers(limits: Iterable[TimeLimit]) -> Iterable[Awaited]:
    """The time to answer each of the refusals, which stand in the order of the occasions."""
    answers = (one for one in limits if one.key == "answer")
    return (Awaited(one, occasion) for one, occasion in zip(answers, OCCASIONS.values(), strict=True))


def _hague(case: Case, member: Member | None) -> Answer:
    asked = hague.Application(
        origin=(case.holder,), designs=case.count, designations=(hague.Designation(party=case.party),)
    )
    shown = hague.Application(**{**vars(asked), "shown": (hague.Design(dimensions="three"),)})
    plain = hague.Application(**{**vars(shown), "designations": ()})
    against, asks = _brought(hague.check(plain, on=case.on), hague.check(shown, on=case.on))
    told = hague.Designated(party=case.party, sent_on=case.on)
    record = hague.Record(registered_on=case.on, designated=(told,))
    act = hague.governing((case.holder,), case.party, case.on)
    governed = (Said(ACTS[act], "Hague Art. 31(1)"),) if act else ()
    return Answer(
        case=case,
        member=member,
        governed=governed,
        against=against,
        asks=asks,
        fees=_of_party(hague.fees(asked, on=case.on).lines, case.party),
        limits=_kept(hague.time_limits(record), case.party, ("refusal", "longest_protection")),
        deferment=_deferment(case.party),
    )


def _deferment(code: str) -> Said | None:
    found = hague.party(code)
    if found is None:
        return None
    if not found.deferment:
        return Said(_("None: this party allows no deferment."), "Hague Art. 11(1)(b)", found.deferment_confidence)
    text = _("Up to %(months)d months, where no other party that is designated allows less.")
    cites = "Hague Art. 11(2)(a)" if found.deferment < LONGEST_DEFERMENT else "Hague Rule 16(1)"
    return Said(text % {"months": found.deferment}, cites, found.deferment_confidence)


LONGEST_DEFERMENT = 30


def _lisbon(case: Case, member: Member | None) -> Answer:
    act = lisbon.governing(case.holder, case.party, case.on)
    kind = "indication" if case.indication else "appellation"
    covered = case.party in lisbon.covered(case.holder, kind, case.on)
    told = lisbon.Notified(party=case.party, received_on=case.on)
    record = lisbon.Record(origin=case.holder, registered_on=case.on, notified=(told,))
    return Answer(
        case=case,
        member=member,
        governed=(Said(ACTS[act], "Lisbon Art. 31(1)"),) if act else (),
        against=() if covered else (_uncovered(case, act),),
        asks=(),
        fees=lisbon.individual_fees((case.party,), on=case.on),
        limits=_kept(lisbon.time_limits(record), case.party, ("refusal", "phase_out_notice")) if covered else (),
    )


def _uncovered(case: Case, act: lisbon.Act | None) -> Finding:
    if case.holder == case.party:
        return Finding("Lisbon Art. 9", "The party of origin protects the name by its own law.")
    if act is None:
        return Finding("Lisbon Art. 31(1)", "No Act binds both parties on that day.")
    return Finding("Lisbon Art. 2(1)(ii)", "An indication that is no appellation is covered under the Geneva Act only.")


ASKED: Mapping[str, Callable[[Case, Member | None], Answer]] = {
    "madrid": _madrid,
    "hague": _hague,
    "lisbon": _lisbon,
}


def _brought(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What the designation brings: what stands against the party itself, and what is asked besides."""
    known = {(one.rule, one.message) for one in before}
    new = [one for one in after if (one.rule, one.message) not in known]
    against = [one for one in (*new, *before) if one.field.endswith(".party") or one.field in WHO]
    return tuple(dict.fromkeys(against)), tuple(one for one in new if one not in against)


WHO = frozenset({"origin", "filed_through"})
"""Fields by which the holder's own party is meant: what is said there stands against every designation."""


def _of_party(lines: Iterable[FeeLine], code: str) -> tuple[FeeLine, ...]:
    return tuple(line for line in lines if line.code.endswith(f"_{code}"))


def _kept(limits: Iterable[TimeLimit], code: str, keys: tuple[str, ...]) -> tuple[Awaited, ...]:
    """Those of the party. The day itself is a supposition, so that nothing counts as done."""
    found = (one for one in limits if one.key in keys and one.office in {code, "IB"})
    return tuple(Awaited(one._replace(done_on=None)) for one in found)
