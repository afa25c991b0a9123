"""What an act after filing is judged by, and the sentences that can stand against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from chancery.treaties.hague.application import Application
from chancery.treaties.hague.happenings import LIVE, Happening, Kind, State
from chancery.treaties.hague.parties import party
from chancery.treaties.hague.protection import Protection, renewable
from chancery.treaties.hague.record import Defect, Record
from chancery.treaties.kernel.acting import bar
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.standing import bits


@dataclass(frozen=True, kw_only=True)
class Case:
    """One registration on one day: its dates, what was applied for, what happened, and where everything stands.

    ``designs`` are those that an act is asked for, as places in the list; all where none is named. ``new_owner`` is the
    party with which a new owner has a link.
    """

    record: Record
    application: Application
    happenings: tuple[Happening, ...]
    standing: Protection
    on: date
    limits: Mapping[str, tuple[TimeLimit, ...]]
    designs: tuple[int, ...] = ()
    new_owner: str = ""

    def happened(self, kind: Kind) -> bool:
        return any(one.kind == kind and one.on <= self.on for one in self.happenings)

    def told(self, rule: Defect) -> bool:
        """Whether a notice under that Rule is there and not answered."""
        return any(one.rule == rule and one.remedied_on is None for one in self.record.irregularities)


@bar("Hague Art. 10(1)")
def not_registered(case: Case) -> bool:
    """There is no international registration yet."""
    return not case.happened("registered")


@bar("Hague Art. 10(1)")
def registered(case: Case) -> bool:
    """The international registration has been made."""
    return case.happened("registered")


@bar("Hague Art. 17(2)")
def nothing_lives(case: Case) -> bool:
    """Nothing of the registration has effect any more in any party."""
    return case.happened("registered") and not case.standing.anywhere(*LIVE)


@bar("Hague Rule 14(1)")
def no_irregularity(case: Case) -> bool:
    """The International Bureau has told of no irregularity that is open."""
    return not case.told("14(1)")


@bar("Hague Rule 21(5)")
def no_irregular_request(case: Case) -> bool:
    """The International Bureau has told of no irregularity of a request that is open."""
    return not case.told("21(5)")


@bar("Hague Rule 16(2)")
def no_party_against_deferment(case: Case) -> bool:
    """The International Bureau has not told of a party that allows no deferment."""
    return not case.told("16(2)")


@bar("Hague Rule 12(3)(b)")
def no_second_part_due(case: Case) -> bool:
    """No Office has asked for a second part of its fee, or it has been paid."""
    return not case.told("12(3)")


@bar("Hague Art. 11(1)")
def not_deferred(case: Case) -> bool:
    """Publication is not deferred."""
    return case.record.publication != "deferred"


@bar("Hague Art. 10(3)")
def published(case: Case) -> bool:
    """The registration has been published."""
    return case.happened("published")


@bar("Hague Rule 16(3)")
def publication_paid(case: Case) -> bool:
    """The publication fee has been paid."""
    return case.record.publication_paid_on is not None


@bar("Hague Art. 17(3)")
def nothing_to_renew(case: Case) -> bool:
    """No design can be renewed in any party."""
    return case.happened("registered") and not renewable(case.standing)


@bar("Hague Art. 17(2)")
def design_not_to_be_renewed(case: Case) -> bool:
    """A design that is named cannot be renewed in any party that is named."""
    return bool(bits(case.designs) & ~_together(renewable(case.standing).values()))


@bar("Hague Rule 21(1)(a)")
def design_given_up(case: Case) -> bool:
    """A design that is named has no effect any more in any party that is named."""
    left = _together(case.standing.within(code, *LIVE) for code in case.standing.parties)
    return bool(bits(case.designs) & ~left)


def _together(found: Iterable[int]) -> int:
    everything = 0
    for one in found:
        everything |= one
    return everything


@bar("Hague Art. 3")
def new_owner_is_not_entitled(case: Case) -> bool:
    """The new owner has no link with a contracting party."""
    found = party(case.new_owner)
    return bool(case.new_owner) and not (found and any(day <= case.on for day in found.bound.values()))


@bar("Hague Rule 21(8)")
def nothing_transferred(case: Case) -> bool:
    """No part of the registration has been transferred to another."""
    return not case.standing.anywhere(State.TRANSFERRED)


@bar("Hague Rule 26(3)")
def nothing_pending(case: Case) -> bool:
    """Nothing waits for a decision: the publication has not been sent, or all is decided."""
    return not case.standing.anywhere(State.PENDING)


@bar("Hague Rule 18bis")
def nothing_to_grant(case: Case) -> bool:
    """Nothing is pending or refused."""
    return not case.standing.anywhere(State.PENDING, State.REFUSED)


@bar("Hague Rule 18(4)")
def nothing_refused(case: Case) -> bool:
    """Nothing is refused."""
    return not case.standing.anywhere(State.REFUSED)


@bar("Hague Art. 15")
def nothing_protected(case: Case) -> bool:
    """Nothing is protected."""
    return not case.standing.anywhere(State.PROTECTED)


@bar("Hague Rule 21bis", confidence="unverified")
def ownership_has_not_changed(case: Case) -> bool:
    """No change in ownership has been recorded."""
    return not (case.happened("ownership_changed") or case.happened("transferred"))
