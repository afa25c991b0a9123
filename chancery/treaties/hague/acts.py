"""What can be done after filing: by applicant and holder, and by the Offices of designated parties."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chancery.treaties.hague import acts_bars as bars
from chancery.treaties.hague.acts_bars import Case
from chancery.treaties.hague.application import Application
from chancery.treaties.hague.fees import publication_fees
from chancery.treaties.hague.fees_later import later_fee
from chancery.treaties.hague.happenings import Happening
from chancery.treaties.hague.limits import time_limits
from chancery.treaties.hague.protection import protection
from chancery.treaties.hague.record import Record
from chancery.treaties.kernel.acting import Act, Bar, Possible, by_key, judged
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.fees import FeeLine

LIVING: tuple[Bar[Case], ...] = (bars.not_registered, bars.nothing_lives)
OFFICE = "Office of the designated party"

APPLICANT: tuple[Act[Case], ...] = (
    Act(
        key="remedy_irregularity",
        title="Remedy an irregularity of the application",
        cites="Hague Rule 14(1)",
        who="applicant",
        limit="irregularity",
        says="What Rule 14(2) names moves the filing date to the day on which it is remedied.",
        bars=(bars.no_irregularity,),
    ),
    Act(
        key="add_priority",
        title="Add or correct a claim of priority",
        cites="Hague Rule 22bis(1)",
        who="applicant",
        limit="priority_addition",
        confidence="unverified",
        bars=(bars.published,),
    ),
    Act(
        key="withdraw_party_for_deferment",
        title="Withdraw a party that allows no deferment",
        cites="Hague Rule 16(2)",
        who="applicant",
        limit="withdraw_for_deferment",
        says="Otherwise the request for deferment is disregarded.",
        bars=(bars.no_party_against_deferment, bars.published),
    ),
)

HOLDER: tuple[Act[Case], ...] = (
    Act(
        key="ask_for_publication",
        title="Ask for publication before the deferment ends",
        cites="Hague Art. 11(4)(a)",
        who="holder",
        says="Deferment ends for all designs, or for those that are named.",
        bars=(*LIVING, bars.not_deferred, bars.published),
    ),
    Act(
        key="ask_for_an_extract",
        title="Let a third party see an unpublished registration",
        cites="Hague Art. 11(4)(b)",
        who="holder",
        says="The Bureau gives an extract to, or lets look, those whom the holder names.",
        bars=(*LIVING, bars.not_deferred, bars.published),
    ),
    Act(
        key="pay_publication_fee",
        title="Pay the publication fee after a deferment",
        cites="Hague Rule 16(3)",
        who="holder",
        limit="publication_fee",
        fee="publication",
        bars=(*LIVING, bars.not_deferred, bars.publication_paid),
    ),
    Act(
        key="pay_second_part",
        title="Pay the second part of a designation fee",
        cites="Hague Rule 12(3)(c)",
        who="holder",
        limit="second_part",
        bars=(*LIVING, bars.no_second_part_due),
    ),
    Act(
        key="change_ownership",
        title="Record a change in ownership",
        cites="Hague Rule 21(1)(a)(i)",
        who="holder or new owner",
        fee="ownership",
        form="DM/2",
        says="For all or some parties and designs. The new owner has a link with a contracting party. A part that "
        "changes hands becomes a registration of its own, with a capital letter after the number.",
        bars=(*LIVING, bars.design_given_up, bars.new_owner_is_not_entitled),
    ),
    Act(
        key="change_name",
        title="Record a change of name or address",
        cites="Hague Rule 21(1)(a)(ii)",
        who="holder",
        fee="name",
        form="DM/6",
        bars=LIVING,
    ),
    Act(
        key="renounce",
        title="Renounce in some or all parties",
        cites="Hague Rule 21(1)(a)(iii)",
        who="holder",
        fee="renunciation",
        form="DM/3",
        says="All designs end in the parties that are named. During a deferment they stay unpublished (Art. 11(5)).",
        bars=LIVING,
    ),
    Act(
        key="limit_designs",
        title="Limit to some of the designs",
        cites="Hague Rule 21(1)(a)(iv)",
        who="holder",
        fee="limitation",
        form="DM/5",
        says="The others end in the parties that are named. During a deferment they stay unpublished (Art. 11(5)).",
        bars=(*LIVING, bars.design_given_up),
    ),
    Act(
        key="remedy_request",
        title="Remedy an irregularity of a request",
        cites="Hague Rule 21(5)",
        who="holder",
        limit="change_irregularity",
        bars=(*LIVING, bars.no_irregular_request),
    ),
    Act(
        key="merge",
        title="Merge registrations after a partial change in ownership",
        cites="Hague Rule 21(8)",
        who="holder",
        bars=(*LIVING, bars.nothing_transferred),
    ),
    Act(
        key="correct",
        title="Have an error in the register corrected",
        cites="Hague Rule 22(1)",
        who="holder",
        says="An Office may refuse the effects of a correction as it may those of a registration (Rule 22(2)).",
        bars=LIVING,
    ),
    Act(
        key="renew",
        title="Renew",
        cites="Hague Rule 24",
        who="holder",
        limit="renewal",
        form="DM/4",
        says="For five years, up to the longest protection of each party; parties and designs may be left out.",
        bars=(*LIVING, bars.nothing_to_renew, bars.design_not_to_be_renewed),
    ),
    Act(
        key="appoint_representative",
        title="Appoint a representative",
        cites="Hague Rule 3(2)",
        who="applicant or holder",
        fee="representative",
        form="DM/7",
    ),
    Act(
        key="change_representative",
        title="Record a change of the representative's name or address",
        cites="Hague Rule 3(5)",
        who="representative",
        fee="representative",
        form="DM/8",
    ),
)

OFFICES: tuple[Act[Case], ...] = (
    Act(
        key="refuse",
        title="Refuse the effects of the registration",
        cites="Hague Rule 18(1)",
        who=OFFICE,
        limit="refusal",
        says="With all grounds, the designs concerned, and how and until when it can be reviewed. Form and contents "
        "that the Act provides for are no ground (Art. 12(1)).",
        bars=(bars.not_registered, bars.nothing_pending),
    ),
    Act(
        key="withdraw_refusal",
        title="Withdraw a refusal",
        cites="Hague Rule 18(4)",
        who=OFFICE,
        bars=(bars.not_registered, bars.nothing_refused),
    ),
    Act(
        key="grant",
        title="State that protection is granted",
        cites="Hague Rule 18bis",
        who=OFFICE,
        bars=(bars.not_registered, bars.nothing_to_grant),
    ),
    Act(
        key="invalidate",
        title="Tell of an invalidation",
        cites="Hague Rule 20",
        who=OFFICE,
        says="The holder must have been heard in good time (Art. 15(1)).",
        bars=(bars.not_registered, bars.nothing_protected),
    ),
    Act(
        key="ask_for_second_part",
        title="Ask for the second part of the fee",
        cites="Hague Rule 12(3)(b)",
        who=OFFICE,
        bars=(bars.not_registered, bars.nothing_to_grant),
    ),
    Act(
        key="deny_ownership",
        title="Declare that a change in ownership has no effect",
        cites="Hague Rule 21bis",
        who=OFFICE,
        form="DM/9",
        confidence="unverified",
        bars=(*LIVING, bars.ownership_has_not_changed),
    ),
)

ACTS: tuple[Act[Case], ...] = (*APPLICANT, *HOLDER, *OFFICES)
"""The table of contents of what can be done after filing."""

BARS: tuple[Bar[Case], ...] = tuple(dict.fromkeys(bar for one in ACTS for bar in one.bars))
"""Every sentence that can stand against an act, once."""

_BY_KEY = {one.key: one for one in ACTS}


def act(key: str) -> Act[Case]:
    """An act by its key. Raises ``KeyError`` for a key that is none."""
    return _BY_KEY[key]


def acts(
    record: Record,
    application: Application,
    happenings: Sequence[Happening] = (),
    *,
    on: date,
    calendars: Calendars = of_office,
) -> tuple[Possible[Case], ...]:
    """Every act, possible or not on that day."""
    case = _case(record, application, happenings, on, calendars)
    return tuple(judged(one, case, _fee(one, case)) for one in ACTS)


def possible(
    key: str,
    record: Record,
    application: Application,
    happenings: Sequence[Happening] = (),
    *,
    on: date,
    designs: Sequence[int] = (),
    new_owner: str = "",
    calendars: Calendars = of_office,
) -> Possible[Case]:
    """Whether one act can be done on that day, for ``designs`` (all where none is named). Raises ``KeyError``.

    ``new_owner`` is the party with which a new owner has a link.
    """
    case = _case(record, application, happenings, on, calendars)
    case = replace(case, designs=tuple(designs), new_owner=new_owner)
    return judged(act(key), case, _fee(act(key), case))


def _case(
    record: Record, application: Application, happenings: Sequence[Happening], on: date, calendars: Calendars
) -> Case:
    return Case(
        record=record,
        application=application,
        happenings=tuple(happenings),
        standing=protection(happenings, designs=application.designs, on=on, calendars=calendars),
        on=on,
        limits=by_key(time_limits(record, calendars=calendars)),
    )


def _fee(one: Act[Case], case: Case) -> FeeLine | None:
    """The fee of an act; renewal has a sheet of its own, a second part depends on its party."""
    if not one.fee:
        return None
    if one.fee == "publication":
        return publication_fees(case.application, on=case.on)[0]
    return later_fee(one.fee, on=case.on)
