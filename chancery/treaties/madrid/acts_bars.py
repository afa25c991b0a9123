"""What stands against an act: one sentence each, true or not of a case on a day."""

from datetime import date

from chancery.treaties.kernel.acting import bar
from chancery.treaties.madrid.acts_terms import Case
from chancery.treaties.madrid.happenings import State
from chancery.treaties.madrid.parties import party
from chancery.treaties.madrid.renewal import dropped

UNION = "EM"
UNION_MEMBERS = frozenset(
    (
        *("AT", "BG", "BX", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR"),
        *("HR", "HU", "IE", "IT", "LT", "LV", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
"""The member States of the European Union that are bound by the Protocol, three of them as Benelux. From memory."""
ON_A_FORM = "US"
CONTINUED = frozenset({"11(2)", "11(3)", "12(7)", "20bis(2)", "24(5)", "26(2)", "27bis(3)", "34(3)", "39(1)"})
"""The Rules of whose time limits continued processing can be asked for (Rule 5bis(1)(a))."""


# The application and the registration


@bar("Madrid Art. 2(2)")
def registered(case: Case) -> bool:
    """The mark is registered already."""
    return case.registered


@bar("Madrid Art. 3(4)")
def not_registered(case: Case) -> bool:
    """The mark is not registered yet."""
    return not case.registered


@bar("Madrid Rule 11(5)")
def abandoned(case: Case) -> bool:
    """The application is considered abandoned."""
    return case.happened("abandoned_on")


@bar("Madrid Rule 25(1)(a)(v)")
def cancelled(case: Case) -> bool:
    """The registration has been cancelled."""
    return case.happened("cancelled_on")


@bar("Madrid Rule 30(3)")
def lapsed(case: Case) -> bool:
    """The registration was not renewed."""
    return case.happened("lapsed_on")


PENDING = (registered, abandoned)
"""For an act on an application that is pending."""

STANDING = (not_registered, cancelled, lapsed)
"""For an act on a registration that stands."""


# Parties


@bar("Madrid Art. 3ter")
def not_designated(case: Case) -> bool:
    """A party that is named is not designated."""
    return not case.designated.issuperset(case.asked.parties)


@bar("Madrid Rule 25(1)(a)")
def nothing_left(case: Case) -> bool:
    """Nothing of what is named is left in the parties that are named."""
    return bool(case.folded.parties) and not any(case.live(code) & case.goods for code in case.parties)


@bar("Madrid Art. 3bis")
def own_party(case: Case) -> bool:
    """The party of the holder cannot be designated."""
    return (case.record.holder or case.record.origin or case.application.origin) in case.asked.parties


@bar("Madrid Art. 3ter(2)")
def cannot_be_designated(case: Case) -> bool:
    """What is named is not bound by the Protocol, or can only be designated through a common Office."""
    known = [party(code) for code in case.asked.parties]
    return any(one is None or bool(one.through) or not one.bound(case.on) for one in known)


@bar("Madrid Art. 14(5)")
def registered_before_accession(case: Case) -> bool:
    """A party that is named does not take registrations from before the Protocol was in force there."""
    day = case.record.registered_on
    excluding = [one for one in case.named if "Art. 14(5)" in one.declared]
    return any(day is not None and one.since is not None and day < one.since for one in excluding)


@bar("Madrid Art. 3ter(2)")
def designated_already(case: Case) -> bool:
    """A party that is named is designated for all of it already."""
    return any(
        code in case.folded.parties and not _wanted(case, code) & ~case.live(code) for code in case.asked.parties
    )


def _wanted(case: Case, code: str) -> int:
    """What the designation would be for: what is asked; failing that, all that is registered."""
    if case.asked.goods:
        return case.goods
    listed = len(case.application.goods)
    return (1 << listed) - 1 if listed else sum(case.folded.parties[code])


@bar("Madrid Rule 25(1)(a)(v)", confidence="unverified")
def cancelled_goods(case: Case) -> bool:
    """Goods and services that were cancelled cannot come back."""
    gone = [states[State.CANCELLED] | states[State.CEASED] for states in case.folded.parties.values()]
    named = case.goods if case.asked.goods else 0
    return any(taken & named for taken in gone)


@bar("Madrid Rule 9(5)(g)")
def union_not_designated(case: Case) -> bool:
    """The European Union is not designated."""
    return UNION not in case.designated


@bar("Madrid Rule 24(7)")
def union_designation_stands(case: Case) -> bool:
    """The designation of the European Union has not been withdrawn, refused or ended, not even in part."""
    states = case.folded.parties.get(UNION)
    return bool(states) and sum(states or ()) == case.live(UNION)


@bar("Madrid Rule 24(7)", confidence="unverified")
def not_of_the_union(case: Case) -> bool:
    """A State that is named is not a member of the European Union."""
    return not UNION_MEMBERS.issuperset(case.asked.parties)


@bar("Madrid Art. 9quinquies")
def nothing_fell(case: Case) -> bool:
    """In no party that is named anything was cancelled with the basic mark."""
    fell = {code for code, states in case.folded.parties.items() if states[State.CEASED]}
    return bool(case.folded.parties) and not fell.intersection(case.parties)


@bar("Madrid Rule 9(5)(f)")
def no_form_for_intention(case: Case) -> bool:
    """No designated party wants the declaration of intention to use the mark on a form of its own."""
    return ON_A_FORM not in case.designated


# Changes


@bar("Madrid Art. 9")
def new_owner_is_not_entitled(case: Case) -> bool:
    """The new owner has no link with a contracting party."""
    found = party(case.asked.new_owner)
    return bool(case.asked.new_owner) and not (found and found.bound(case.on))


@bar("Madrid Art. 9")
def new_owner_of_part(case: Case) -> bool:
    """The part that changes hands becomes a registration of its own, with the number and a letter."""
    return bool(case.asked.goods) or bool(case.designated.difference(case.asked.parties) and case.asked.parties)


@bar("Madrid Rule 25(1)(a)(iii)")
def renounced_everywhere(case: Case) -> bool:
    """Protection in every party is given up by a cancellation, not by a renunciation."""
    return bool(case.designated) and case.designated.issubset(case.asked.parties)


@bar("Madrid Rule 25(1)(a)(ii)")
def renounced_in_part(case: Case) -> bool:
    """Some goods and services are given up by a limitation, not by a renunciation."""
    return bool(case.asked.goods)


@bar("Madrid Rule 25(1)(a)(v)")
def cancelled_for_some_parties(case: Case) -> bool:
    """A cancellation is for all parties; in some of them protection is given up by a renunciation or a limitation."""
    return bool(case.asked.parties) and not case.designated.issubset(case.asked.parties)


@bar("Madrid Rule 20bis(6)")
def licence_without_effect(case: Case) -> bool:
    """In a party that is named the recording of a licence in the International Register has no effect."""
    return case.declared("Rule 20bis(6)(a)", "Rule 20bis(6)(b)")


@bar("Madrid Rule 20bis(1)")
def no_licence(case: Case) -> bool:
    """No licence is recorded."""
    return not case.happened("licence_recorded_on")


@bar("Madrid Rule 20(1)")
def not_restricted(case: Case) -> bool:
    """No restriction of the holder's right of disposal is recorded."""
    return not case.happened("restricted_on")


@bar("Madrid Rule 27bis(1)")
def not_one_party(case: Case) -> bool:
    """A division is for one designated party, through its Office."""
    return len(case.asked.parties) > 1


@bar("Madrid Rule 27bis(6)")
def division_is_not_offered(case: Case) -> bool:
    """A party that is named does not divide registrations."""
    return case.declared("Rule 27bis(6)", "Rule 40(6), 27bis(1)")


@bar("Madrid Rule 27ter(2)(b)")
def merger_is_not_offered(case: Case) -> bool:
    """A party that is named does not merge registrations that came of a division."""
    return case.declared("Rule 27ter(2)(b)", "Rule 40(6), 27ter(2)(a)")


@bar("Madrid Rule 27ter(2)(a)")
def not_divided(case: Case) -> bool:
    """The registration did not come of a division."""
    return case.record.came_of != "division"


@bar("Madrid Rule 27ter(1)")
def not_partly_transferred(case: Case) -> bool:
    """The registration did not come of a partial change in ownership."""
    return case.record.came_of != "partial change"


@bar("Madrid Rule 3(2)")
def not_represented(case: Case) -> bool:
    """No representative is appointed."""
    return case.application.representative is None


# Time


@bar("Madrid Rule 5bis(1)(a)")
def not_open_to_continued_processing(case: Case) -> bool:
    """The time limit that was missed is not one of those for which the law offers continued processing."""
    return case.happened("missed_on") and case.record.missed not in CONTINUED


@bar("Madrid Rule 28")
def office_error_too_late(case: Case) -> bool:
    """An error of an Office is no longer corrected; one of the International Bureau is."""
    return any(case.on > one.due for one in case.limits.get("correction", ()) if isinstance(one.due, date))


@bar("Madrid Rule 30(2)(b)")
def kept_without_a_refusal(case: Case) -> bool:
    """Only a party that has refused everything is kept by a statement."""
    may_stay = {one.party for one in dropped(case.folded) if one.may_stay}
    return not may_stay.issuperset(case.asked.keep)


@bar("Madrid Rule 30(2)(b)")
def drops_out(case: Case) -> bool:
    """A party that has refused everything is not renewed, unless the holder asks to keep it."""
    return any(one.may_stay and one.party not in case.asked.keep for one in dropped(case.folded))


@bar("Madrid Rule 30(1)")
def renewed_early(case: Case) -> bool:
    """What is paid more than six months before the due date is treated as paid six months before it."""
    return any(case.on < one.due for one in case.limits.get("renewal_notice", ()) if isinstance(one.due, date))
