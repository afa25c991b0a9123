"""What an act after filing is judged by, and the sentences that can stand against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chancery.treaties.kernel.acting import bar
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.lisbon.happenings import LIVE, Happening, Kind, State
from chancery.treaties.lisbon.protection import Protection
from chancery.treaties.lisbon.record import Record


@dataclass(frozen=True, kw_only=True)
class Case:
    """One registration on one day: its dates, what happened, and where it stands in each party."""

    record: Record
    happenings: tuple[Happening, ...]
    standing: Protection
    on: date
    limits: Mapping[str, tuple[TimeLimit, ...]]

    def happened(self, kind: Kind) -> bool:
        return any(one.kind == kind and one.on <= self.on for one in self.happenings)


@bar("Lisbon Art. 6(1)")
def not_registered(case: Case) -> bool:
    """There is no international registration yet."""
    return not case.happened("registered")


@bar("Lisbon Art. 8(2)")
def cancelled(case: Case) -> bool:
    """The registration has been cancelled."""
    return case.happened("cancelled")


@bar("Lisbon Rule 6(1)", confidence="unverified")
def no_irregularity(case: Case) -> bool:
    """The International Bureau has told of no irregularity that is open."""
    return case.record.irregularity_notified_on is None or case.record.remedied_on is not None


@bar("Lisbon Rule 6(1)(d)", confidence="unverified")
def no_fee_told(case: Case) -> bool:
    """The International Bureau has told of no individual fee that is open."""
    return all(one.paid_on is not None for one in case.record.fee_notices)


@bar("Lisbon Rule 16(1)")
def nothing_to_renounce(case: Case) -> bool:
    """The registration has effect in no party."""
    return not case.standing.anywhere(*LIVE)


@bar("Lisbon Rule 16(2)", confidence="unverified")
def nothing_renounced(case: Case) -> bool:
    """Protection is renounced in no party."""
    return not case.standing.anywhere(State.RENOUNCED)


@bar("Lisbon Art. 15(1)")
def nothing_pending(case: Case) -> bool:
    """No party has still to decide: it has not been notified, or its time has passed."""
    return not case.standing.anywhere(State.PENDING)


@bar("Lisbon Art. 16")
def nothing_refused(case: Case) -> bool:
    """No party has refused."""
    return not case.standing.anywhere(State.REFUSED)


@bar("Lisbon Art. 18")
def nothing_to_grant(case: Case) -> bool:
    """In no party protection is pending or refused."""
    return not case.standing.anywhere(State.PENDING, State.REFUSED)


@bar("Lisbon Art. 19(1)")
def nothing_protected(case: Case) -> bool:
    """The registration is protected in no party."""
    return not case.standing.anywhere(State.PROTECTED)


@bar("Lisbon Art. 17(1)")
def refused_everywhere(case: Case) -> bool:
    """Time is given by a party that has not refused, or has withdrawn its refusal."""
    return not case.standing.anywhere(State.PENDING, State.PROTECTED)
