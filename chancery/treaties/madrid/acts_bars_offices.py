"""What stands against an act of an Office: one sentence each, true or not of a case on a day."""

from chancery.treaties.kernel.acting import bar
from chancery.treaties.madrid.acts_terms import Case
from chancery.treaties.madrid.dependency import depends
from chancery.treaties.madrid.record import Designated


@bar("Madrid Rule 9(5)(d)(i)")
def nothing_to_certify(case: Case) -> bool:
    """The Office of origin has received no request."""
    return not case.happened("office_received_on")


@bar("Madrid Rule 14(1)")
def not_notified(case: Case) -> bool:
    """The International Bureau has not notified the designation."""
    return not any(one.notified_on and one.notified_on <= case.on for one in case.designations)


@bar("Madrid Art. 5(2)(c)")
def late_opposition_not_declared(case: Case) -> bool:
    """A party that is named has not declared that it refuses on oppositions after eighteen months."""
    return bool(case.named) and not all("Art. 5(2)(c)" in one.declared for one in case.named)


@bar("Madrid Rule 16(1)(a)")
def opposition_announced(case: Case) -> bool:
    """The Office has told of possible oppositions already."""
    return any(one.opposition_announced for one in case.designations)


@bar("Madrid Rule 16(1)(b)")
def opposition_not_announced(case: Case) -> bool:
    """The Office has not told of possible oppositions after eighteen months."""
    return not any(one.opposition_announced for one in case.designations)


@bar("Madrid Rule 18ter(1)")
def granted(case: Case) -> bool:
    """The Office has granted protection already."""
    return any(one.granted_on and one.granted_on <= case.on and not _corrected(case, one) for one in case.designations)


def _corrected(case: Case, one: Designated) -> bool:
    """Whether the registration was corrected in the party since the grant (Rule 28(3))."""
    return any(
        each.kind == "correction" and each.notified_on and one.granted_on and each.notified_on >= one.granted_on
        for each in case.record.changes
        if one.party in (each.parties or (one.party,))
    )


@bar("Madrid Rule 18ter(1)")
def refused(case: Case) -> bool:
    """A provisional refusal was sent; what follows it is a decision under Rule 18ter(2) or (3)."""
    return _was_refused(case)


@bar("Madrid Rule 18ter(2)")
def not_refused(case: Case) -> bool:
    """No provisional refusal was sent."""
    return not _was_refused(case)


def _was_refused(case: Case) -> bool:
    refusals = (each for one in case.designations for each in one.refusals if each.counts)
    return any(each.sent_on and each.sent_on <= case.on for each in refusals)


@bar("Madrid Rule 18ter(4)")
def decided(case: Case) -> bool:
    """The Office has decided after its refusal already; what changes that is a further decision."""
    return _was_decided(case)


@bar("Madrid Rule 18ter(4)")
def not_decided(case: Case) -> bool:
    """There is no decision or grant that a further decision could change."""
    return not _was_decided(case) and not any(one.granted_on for one in case.designations)


def _was_decided(case: Case) -> bool:
    return any(one.decided_on and one.decided_on <= case.on for one in case.designations)


@bar("Madrid Rule 18bis(1)")
def interim_told(case: Case) -> bool:
    """The Office has sent an interim status already."""
    return any(one.interim_on and one.interim_on <= case.on for one in case.designations)


@bar("Madrid Rule 19(1)")
def nothing_protected(case: Case) -> bool:
    """Nothing of what is named is protected in the parties that are named."""
    return not any(case.folded.protected(code) & case.goods for code in case.parties)


@bar("Madrid Rule 22(1)(a)")
def nothing_ceased(case: Case) -> bool:
    """The basic mark has not ceased to have effect."""
    return not case.happened("basic_ceased_on")


@bar("Madrid Art. 6(3)")
def independent(case: Case) -> bool:
    """The registration no longer depended on the basic mark, and no proceedings had begun within the five years."""
    record = case.record
    if record.registered_on is None or record.basic_ceased_on is None:
        return False
    return not depends(record.registered_on, ceased_on=record.basic_ceased_on, began_on=record.basic_proceedings_on)


@bar("Madrid Rule 22(1)(b)")
def no_proceedings(case: Case) -> bool:
    """No proceedings against the basic mark began within the five years."""
    record = case.record
    if record.registered_on is None or record.basic_proceedings_on is None:
        return True
    return not depends(record.registered_on, ceased_on=case.on, began_on=record.basic_proceedings_on)
