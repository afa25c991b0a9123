"""What can be done after filing: by the authority or the beneficiaries, and by the authorities of other parties."""

from collections.abc import Sequence
from datetime import date

from chancery.treaties.kernel.acting import Act, Bar, Possible, by_key, judged
from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.lisbon import acts_bars as bars
from chancery.treaties.lisbon.acts_bars import Case
from chancery.treaties.lisbon.fees import fee
from chancery.treaties.lisbon.happenings import Happening
from chancery.treaties.lisbon.limits import time_limits
from chancery.treaties.lisbon.protection import protection
from chancery.treaties.lisbon.record import Record

ORIGIN = "Competent Authority or beneficiaries"
OTHER = "Competent Authority of another party"
LIVING: tuple[Bar[Case], ...] = (bars.not_registered, bars.cancelled)

ACTS: tuple[Act[Case], ...] = (
    Act(
        key="remedy_irregularity",
        title="Remedy an irregularity of the application",
        cites="Lisbon Rule 6(1)",
        who=ORIGIN,
        limit="irregularity",
        confidence="unverified",
        says="Without it the application is rejected.",
        bars=(bars.no_irregularity,),
    ),
    Act(
        key="pay_individual_fee",
        title="Pay the individual fee of a party",
        cites="Lisbon Art. 7(4)",
        who=ORIGIN,
        limit="individual_fee",
        confidence="unverified",
        says="Without it protection is taken as renounced in that party.",
        bars=(bars.no_fee_told,),
    ),
    Act(
        key="modify",
        title="Modify the registration",
        cites="Lisbon Rule 15(1)",
        who=ORIGIN,
        fee="modification",
        form="Modification",
        says="Beneficiaries, their names and addresses, the area of production, the authority, the act by which the "
        "name is protected at home. The name and the goods are not modified.",
        confidence="unverified",
        bars=LIVING,
    ),
    Act(
        key="renounce",
        title="Renounce protection in one or more parties",
        cites="Lisbon Rule 16(1)",
        who=ORIGIN,
        form="Modification",
        confidence="unverified",
        bars=(*LIVING, bars.nothing_to_renounce),
    ),
    Act(
        key="withdraw_renunciation",
        title="Withdraw a renunciation",
        cites="Lisbon Rule 16(2)",
        who=ORIGIN,
        fee="modification",
        form="Modification",
        confidence="unverified",
        says="The party is notified, and may refuse from then on.",
        bars=(*LIVING, bars.nothing_renounced),
    ),
    Act(
        key="cancel",
        title="Have the registration cancelled",
        cites="Lisbon Art. 8(2)",
        who=ORIGIN,
        says="The party of origin must ask for it where the name is no longer protected at home.",
        bars=LIVING,
    ),
    Act(
        key="correct",
        title="Have an error in the register corrected",
        cites="Lisbon Rule 18",
        who=ORIGIN,
        confidence="unverified",
        bars=LIVING,
    ),
    Act(
        key="ask_for_an_extract",
        title="Ask for an extract from the register",
        cites="Lisbon Rule 8(1)",
        who="anyone",
        fee="extract",
        bars=(bars.not_registered,),
    ),
    Act(
        key="ask_for_an_attestation",
        title="Ask for an attestation or other written information",
        cites="Lisbon Rule 8(1)",
        who="anyone",
        fee="attestation",
        bars=(bars.not_registered,),
    ),
    Act(
        key="refuse",
        title="Refuse the effects of the registration",
        cites="Lisbon Art. 15(1)",
        who=OTHER,
        limit="refusal",
        form="Refusal / withdrawal of refusal",
        says="With the grounds, and the earlier right where it rests on one. A refusal may be for a part only.",
        bars=(*LIVING, bars.nothing_pending),
    ),
    Act(
        key="withdraw_refusal",
        title="Withdraw a refusal",
        cites="Lisbon Art. 16",
        who=OTHER,
        form="Refusal / withdrawal of refusal",
        bars=(*LIVING, bars.nothing_refused),
    ),
    Act(
        key="grant",
        title="State that protection is granted",
        cites="Lisbon Art. 18",
        who=OTHER,
        form="Grant of protection",
        bars=(*LIVING, bars.nothing_to_grant),
    ),
    Act(
        key="give_time",
        title="Give others time to end their use",
        cites="Lisbon Art. 17(1)",
        who=OTHER,
        limit="phase_out_notice",
        confidence="unverified",
        says="Under the Geneva Act up to fifteen years, under the Act of 1967 up to two.",
        bars=(*LIVING, bars.refused_everywhere),
    ),
    Act(
        key="invalidate",
        title="Tell of an invalidation",
        cites="Lisbon Art. 19(1)",
        who=OTHER,
        says="It is final, and the beneficiaries have been heard.",
        bars=(*LIVING, bars.nothing_protected),
    ),
)
"""The table of contents of what can be done after filing."""

BARS: tuple[Bar[Case], ...] = tuple(dict.fromkeys(bar for one in ACTS for bar in one.bars))
"""Every sentence that can stand against an act, once."""

_BY_KEY = {one.key: one for one in ACTS}


def act(key: str) -> Act[Case]:
    """An act by its key. Raises ``KeyError`` for a key that is none."""
    return _BY_KEY[key]


def acts(
    record: Record,
    happenings: Sequence[Happening] = (),
    *,
    on: date,
    least_developed: bool = False,
    calendars: Calendars = of_office,
) -> tuple[Possible[Case], ...]:
    """Every act, possible or not on that day. ``least_developed``: the party of origin is a least developed country."""
    case = case_of(record, happenings, on, calendars)
    return tuple(_judged(one, case, least_developed) for one in ACTS)


def possible(
    key: str,
    record: Record,
    happenings: Sequence[Happening] = (),
    *,
    on: date,
    least_developed: bool = False,
    calendars: Calendars = of_office,
) -> Possible[Case]:
    """Whether one act can be done on that day. Raises ``KeyError`` for a key that is none."""
    return _judged(act(key), case_of(record, happenings, on, calendars), least_developed)


def case_of(record: Record, happenings: Sequence[Happening], on: date, calendars: Calendars = of_office) -> Case:
    """Everything that an act, or a status, is judged by."""
    return Case(
        record=record,
        happenings=tuple(happenings),
        standing=protection(happenings, on=on, calendars=calendars),
        on=on,
        limits=by_key(time_limits(record, calendars=calendars)),
    )


def _judged(one: Act[Case], case: Case, least_developed: bool) -> Possible[Case]:
    reduced = least_developed and one.fee == "modification"
    return judged(one, case, fee(one.fee, on=case.on, least_developed=reduced) if one.fee else None)
