"""Schedule of Fees, item 5: the reduction by 90%, had only where every applicant qualifies.

Whether they do is asked as of the day of filing, for the fees that are paid later as well: the application must have
been filed by such applicants, and without a beneficial owner who would not qualify.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from chancery.treaties.kernel.confidence import Confidence, least
from chancery.treaties.kernel.dated import Dated, load
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application, Party
from chancery.treaties.pct.states import regional_offices

ITEM_5 = "PCT Schedule item 5"
ENTITLEMENT = "whether every applicant is entitled to the reduction by 90%"
LIST_SEEN = date(2023, 1, 1)
"""The day of the list of item 5(a) that we have: complete for the States then party to the EPC."""

Answer = Literal["yes", "no", "unknown"]


@dataclass(frozen=True)
class Reduction:
    """Whether the reduction applies. ``unknown`` is an answer: the list of States in our data is not complete."""

    applies: Answer
    steps: tuple[Step, ...] = ()
    confidence: Confidence = "rule"


@cache
def listed_states() -> dict[str, Dated]:
    """States of items 5(a) and 5(b) by ST.3 code. Complete for the States party to the EPC only."""
    table: dict[str, Dated] = load(resources.files(__package__).joinpath("data/reduction.toml"))
    return table


def reduction(application: Application, on: date) -> Reduction:
    """Whether every applicant and beneficial owner qualifies on that day; otherwise what the applicants say of it
    (Schedule of Fees, item 5).
    """
    if application.fee_reduction_claimed is False:
        return Reduction("no", (Step("The applicants do not claim the reduction by 90%", ITEM_5),))
    if application.beneficial_owners is False:
        return Reduction("no", (Step("A beneficial owner is not entitled to the reduction by 90%", ITEM_5),))
    found = [_of(party, on) for party in application.applicants]
    answers = [one.applies for one in found]
    if "no" in answers:
        decisive = next(one for one in found if one.applies == "no")
        return Reduction("no", decisive.steps, decisive.confidence)
    steps = tuple(step for one in found for step in one.steps)
    sure = least(*(one.confidence for one in found))
    if found and "unknown" not in answers:
        return Reduction("yes", (*steps, *_owners(application)), sure)
    if application.fee_reduction_claimed:
        said = Step("The applicants state that all of them, and any beneficial owner, qualify", ITEM_5)
        return Reduction("yes", (*steps, said), "practice")
    return Reduction("unknown", steps, sure)


def _owners(application: Application) -> tuple[Step, ...]:
    """What is said of those who will own the application besides the applicants: they must qualify too."""
    if application.beneficial_owners:
        return (Step("The applicants state that every beneficial owner qualifies", ITEM_5),)
    return (Step("A beneficial owner who does not qualify would cost the reduction", ITEM_5),)


def _of(party: Party, on: date) -> Reduction:
    name = party.name or "The applicant"
    if not (party.kind and party.nationality and party.residence):
        return Reduction("unknown", (Step(f"{name}: kind, nationality or residence is not given", ITEM_5),))
    if party.nationality != party.residence:
        return Reduction("no", (Step(f"{name} is not a national and a resident of one State of the list", ITEM_5),))
    state = party.residence
    entry = listed_states()[state].at(on) if state in listed_states() else None
    if entry and (entry.values["item"] == "b" or party.kind == "natural"):
        item = entry.values["item"]
        return Reduction("yes", (Step(f"{name}: {state} is in the list of item 5({item})", ITEM_5),), entry.confidence)
    if party.kind == "legal":
        text = f"{name} is a legal entity, and {state} is not in our list of least developed countries"
        return Reduction("no", (Step(text, ITEM_5),), "rule" if _in_epc(state) else "practice")
    return _outside(name, state)


def _outside(name: str, state: str) -> Reduction:
    """A natural person of a State that our list does not show: sure only where the list is complete."""
    if _in_epc(state):
        return Reduction("no", (Step(f"{name}: {state} is not in the list of item 5(a)", ITEM_5),))
    text = f"{name}: whether {state} is in the list of item 5(a) is not in our data"
    return Reduction("unknown", (Step(text, ITEM_5),))


def _in_epc(state: str) -> bool:
    return "EP" in regional_offices(state, LIST_SEEN)
