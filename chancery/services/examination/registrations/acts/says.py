"""What each statement of an Office says: one row for each act of the three systems, from which its form is made.

``Says.things``: it can be for some goods and services, or designs. ``days`` and ``facts`` are what else it names.
``grounds``: it gives its grounds, each with the provision and, where there is one, the earlier right. ``answer``: it
says until when the holder can answer, and before whom.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from chancery.services.examination.registrations.words import Words

Named = tuple[str, Words]
SENT = _("Sent to the International Bureau on")
RECORDED = _("It is recorded, told to the holder, and appears in the bulletin.")


@dataclass(frozen=True, kw_only=True)
class Says:
    """One row. ``day`` is what the day of the statement is called. Names with a star must be given."""

    day: Words = SENT
    things: bool = False
    days: tuple[Named, ...] = ()
    facts: tuple[Named, ...] = ()
    flags: tuple[Named, ...] = ()
    grounds: bool = False
    answer: bool = False
    grave: bool = False
    follows: Words = RECORDED


REVIEW: tuple[Named, ...] = (
    ("review_before", _("Review or appeal before")),
    ("review_how", _("How it is asked for")),
)
REPRESENTED: Named = ("local_representative", _("A representative with an address there is needed"))
AUTHORITY: Named = ("authority*", _("Authority that decided"))
REFERENCE: Named = ("reference", _("Number of the file there"))
WAITS = _("The holder is told, with the grounds and the time for an answer. Nothing is protected there meanwhile.")
PROTECTS = _("From now on it is protected there; it appears in the bulletin.")

SAYS: dict[tuple[str, str], Says] = {
    ("madrid", "refuse"): Says(
        things=True,
        days=(("issued_on", _("Written on")),),
        facts=(("opponent", _("Name and address of the opponent")), *REVIEW, REFERENCE),
        flags=(("on_opposition", _("It rests on an opposition")), REPRESENTED),
        grounds=True,
        answer=True,
        grave=True,
        follows=WAITS,
    ),
    ("madrid", "complete_refusal"): Says(facts=REVIEW, answer=True),
    ("madrid", "grant"): Says(follows=PROTECTS),
    ("madrid", "grant_after_refusal"): Says(
        things=True, follows=_("What is named is protected; what is not named is refused for good.")
    ),
    ("madrid", "confirm_refusal"): Says(grave=True, follows=_("Nothing is protected in this party.")),
    ("madrid", "decide_further"): Says(
        day=_("Decided on"),
        things=True,
        facts=(AUTHORITY,),
        grave=True,
        follows=_("What is named is protected; what is not named is refused."),
    ),
    ("madrid", "announce_opposition"): Says(
        follows=_("A refusal on an opposition may then come after eighteen months."),
    ),
    ("madrid", "tell_opposition_dates"): Says(
        days=(("begins_on*", _("The opposition period begins on")), ("ends_on", _("It ends on"))),
    ),
    ("madrid", "tell_interim_status"): Says(follows=_("The holder is told. Nothing follows from it.")),
    ("madrid", "invalidate"): Says(day=_("Invalidated with effect from"), things=True, facts=(AUTHORITY,), grave=True),
    ("madrid", "notify_ceasing"): Says(
        day=_("The basic mark ceased to have effect on"),
        things=True,
        facts=(("why*", _("Facts and decisions")),),
        grave=True,
        follows=_("The registration is cancelled to that extent, and all that came out of it."),
    ),
    ("madrid", "notify_proceedings"): Says(
        day=_("The proceedings began on"), facts=(("why*", _("Which proceedings")),)
    ),
    ("madrid", "deny_change_in_ownership"): Says(
        days=(("recorded_on*", _("The change was recorded on")),), facts=(("why*", _("Reasons and provisions")),)
    ),
    ("madrid", "deny_limitation"): Says(
        things=True,
        days=(("recorded_on*", _("The limitation was recorded on")),),
        facts=(("why*", _("Reasons and provisions")),),
    ),
    ("madrid", "deny_licence"): Says(facts=(("why*", _("Reasons and provisions")),)),
    ("hague", "refuse"): Says(
        things=True,
        facts=(*REVIEW, REFERENCE),
        flags=(REPRESENTED,),
        grounds=True,
        answer=True,
        grave=True,
        follows=WAITS,
    ),
    ("hague", "withdraw_refusal"): Says(things=True, follows=PROTECTS),
    ("hague", "grant"): Says(things=True, follows=PROTECTS),
    ("hague", "invalidate"): Says(day=_("Invalidated with effect from"), things=True, facts=(AUTHORITY,), grave=True),
    ("hague", "ask_for_second_part"): Says(
        days=(("due*", _("To be paid by")),), follows=_("The holder is told, and pays it by that day.")
    ),
    ("hague", "deny_ownership"): Says(facts=(("why*", _("Reasons and provisions")),)),
    ("lisbon", "refuse"): Says(facts=(*REVIEW, REFERENCE), grounds=True, grave=True, follows=WAITS),
    ("lisbon", "withdraw_refusal"): Says(facts=(("extent", _("To what extent")),), follows=PROTECTS),
    ("lisbon", "grant"): Says(follows=PROTECTS),
    ("lisbon", "give_time"): Says(
        days=(("begins_on*", _("The time begins on")), ("ends_on*", _("It ends on"))),
        facts=(("user*", _("To whom it is given")),),
        follows=_("Earlier use may go on there until that day."),
    ),
    ("lisbon", "invalidate"): Says(day=_("Invalidated with effect from"), facts=(AUTHORITY,), grave=True),
}
"""By system and key of the act."""
