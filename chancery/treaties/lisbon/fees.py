"""What a registration, a modification and written information cost (Article 7; Rule 8). All in Swiss francs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources

from chancery.treaties.kernel.dated import Dated, load
from chancery.treaties.kernel.fees import Fee, FeeLine, FeeSheet, Running
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.step import Step
from chancery.treaties.lisbon.parties import Party, party

FREE = Money.of(0, "CHF")
FEES: dict[str, Fee] = {
    code: Fee(code=code, label=label, cites="Lisbon Rule 8(1)", fixed_by="receipt")
    for code, label in (
        ("registration", "Registration fee"),
        ("modification", "Fee for a modification"),
        ("extract", "Extract from the register"),
        ("attestation", "Attestation or other written information"),
    )
}
INDIVIDUAL = Fee(code="individual", label="Individual fee", cites="Lisbon Art. 7(4)", fixed_by="receipt")
RENEWAL = Fee(code="renewal", label="Renewal", cites="Lisbon Art. 8", fixed_by="request")


@cache
def schedule() -> dict[str, Dated]:
    """The fees, each with its amounts over time."""
    return load(resources.files(__package__).joinpath("data/schedule.toml"))


def fees(parties: Sequence[str] = (), *, on: date, least_developed: bool = False) -> FeeSheet:
    """What a registration costs, with the individual fees of the parties in which protection is not waived."""
    return FeeSheet((fee("registration", on=on, least_developed=least_developed), *individual_fees(parties, on=on)))


def fee(code: str, *, on: date, least_developed: bool = False) -> FeeLine:
    """One fee. Raises ``KeyError`` for a code that is not in ``FEES``."""
    entry = schedule()[code].at(on)
    if entry is None:
        return FEES[code].missing(f"the amount of the {FEES[code].label.lower()} on {on}", on)
    if least_developed and "least_developed" not in entry.values:
        return FEES[code].missing(f"the amount of the {FEES[code].label.lower()} for least developed countries", on)
    amount = Money.of(entry.values["least_developed" if least_developed else "amount"], entry.values["currency"])
    running = Running(amount, (Step(FEES[code].label, entry.cites, str(amount)),), entry.confidence)
    return FEES[code].line(running, on)


def individual_fees(parties: Sequence[str], *, on: date) -> tuple[FeeLine, ...]:
    """A line for each party that declared a fee of its own. The amounts are not in our data."""
    declared = [found for code in parties if (found := party(code)) and "Art. 7(4)" in found.declared]
    return tuple(_named(INDIVIDUAL.missing(f"the individual fee of {each.code}", on), each) for each in declared)


def _named(line: FeeLine, of: Party) -> FeeLine:
    """A line of a party says whose it is."""
    return replace(line, code=f"{line.code}_{of.code}", label=f"{line.label}, {of.name}")


def renewal_fee(*, on: date) -> FeeLine:
    """There is no renewal: protection lasts while there is protection in the party of origin."""
    step = Step("Protection needs no renewal while it lasts in the party of origin", "Lisbon Art. 8", str(FREE))
    return RENEWAL.line(Running(FREE, (step,)), on)
