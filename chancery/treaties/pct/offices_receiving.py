"""Rules 18 and 19: with which Office an application may be filed, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.dated import load
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Party
from chancery.treaties.pct.states import is_bound, receiving_offices, regional_offices, states

OWN_LAW = Step(
    "A State may require that inventions made there are filed with its own Office first, or ask leave to file abroad",
    "PCT Art. 27(8)",
)
ONE_IS_ENOUGH = Step("With several applicants it is enough that one of them may file there", "PCT Rule 19.2")


@dataclass(frozen=True)
class ReceivingOffice:
    """An Office with which one may file, and the reasoning: through which State, and as what."""

    code: str
    steps: tuple[Step, ...]
    confidence: Confidence


@dataclass(frozen=True)
class Competence:
    """Where one may file. ``offices`` is empty where nobody is of a Contracting State, and ``steps`` then say why."""

    offices: tuple[ReceivingOffice, ...]
    steps: tuple[Step, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The ST.3 codes of the Offices, in the order of the States named, the International Bureau last."""
        return tuple(office.code for office in self.offices)


def competent_receiving_offices(nationality: str, residence: str, on: date) -> Competence:
    """With which Offices a national and resident of these States may file on that day (Rule 19.1), with the reasons.

    Either may be empty. A real establishment counts as residence, and an entity is a national of the State under
    whose law it is constituted (Rule 18.1).
    """
    return competent_for((Party(nationality=nationality, residence=residence),), on)


def competent_for(applicants: Iterable[Party], on: date) -> Competence:
    """The same for several applicants, of whom one who may file there is enough (Rule 19.2)."""
    people = tuple(applicants)
    ties = tuple(dict.fromkeys(tie for party in people for tie in _ties(party)))
    found: dict[str, ReceivingOffice] = {}
    for state, link in ties:
        for office in _through(state, link, on):
            found.setdefault(office.code, office)
    last = found.pop("IB", None)
    offices = (*found.values(), *((last,) if last else ()))
    if not offices:
        return Competence((), tuple(_nobody(ties, on)))
    return Competence(offices, (*((ONE_IS_ENOUGH,) if len(people) > 1 else ()), OWN_LAW))


def _ties(party: Party) -> Iterator[tuple[str, str]]:
    """The States of a party, each with the tie: residence before nationality, as Rule 19.1(a) has them."""
    if party.residence:
        yield party.residence, "residence"
    if party.nationality:
        yield party.nationality, "nationality"


PLACE = {"residence": "PCT Rule 19.1(a)(i)", "nationality": "PCT Rule 19.1(a)(ii)"}


def _through(code: str, tie: str, on: date) -> Iterator[ReceivingOffice]:
    """The Offices that are open through one State."""
    if not is_bound(code, on):
        return
    state = states()[code]
    bound = Step(f"{state.name} is the State of {tie}; bound since {state.bound}", "PCT Art. 9(1)")
    for office in receiving_offices(code, on):
        how, sure = _role(office, code, tie, on)
        yield ReceivingOffice(office, (bound, how), least(state.confidence, sure))


def _role(office: str, code: str, tie: str, on: date) -> tuple[Step, Confidence]:
    """As what an Office may be chosen, and how sure that is."""
    if office == code:
        return Step(f"{office} is the Office of that State", PLACE[tie]), "practice"
    if office == "IB" and not _acts_for(office, code, on):
        return Step("The International Bureau is open to all of a Contracting State", "PCT Rule 19.1(a)(iii)"), "rule"
    if office in regional_offices(code, on):
        text = f"{office} is a regional Office of that State, where its law lets it take international applications"
        return Step(text, PLACE[tie]), least("practice", states()[code].routes_confidence)
    return Step(f"{office} acts for that State", "PCT Rule 19.1(b)"), "practice"


def _acts_for(office: str, code: str, on: date) -> bool:
    acting = _data()["acting"].get(code)
    return bool(acting) and any(entry.holds(on) and entry.values["office"] == office for entry in acting.entries)


def _nobody(ties: Iterable[tuple[str, str]], on: date) -> Iterator[Step]:
    """Why there is no Office: what each State named lacks."""
    named = False
    for code, tie in ties:
        named = True
        state = states().get(code)
        if state is None:
            yield Step(f"{code}, the State of {tie}, is not a Contracting State", "PCT Art. 9(1)")
        else:
            yield Step(f"{state.name} is bound only since {state.bound}, after {on}", "PCT Art. 9(1)")
    if not named:
        yield Step("Neither residence nor nationality is given", "PCT Rule 19.1(a)")


@cache
def _data() -> dict[str, Any]:
    return load(resources.files(__package__).joinpath("data/offices_receiving.toml"))
