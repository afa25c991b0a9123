"""The way into the national phase: which Offices are open, and until when each of them is (PCT Art. 22, 39)."""

from datetime import date

from django.utils.translation import gettext as _

from chancery.core.event import Event
from chancery.records.register.events import NationalPhaseReported
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, wrong
from chancery.services.filing.acts.withdrawals import designated
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties import pct
from chancery.treaties.pct import states


def _regional(right: Right) -> list[str]:
    """The regional Offices through which a designated State is entered, but those that were entered."""
    day, entered = _day(right), _entered_before(right)
    return sorted({office for code in designated(right) for office in states.regional_offices(code, day)} - entered)


def _national(right: Right) -> list[str]:
    """The designated States whose national route is open, by name, but those that were entered."""
    day, entered = _day(right), _entered_before(right)
    codes = [code for code in designated(right) if code not in entered and states.routes(code, day).national]
    return sorted(codes, key=choices.state_name)


def _day(right: Right) -> date:
    day = right.filing_date or right.received_on
    assert day is not None  # an act is asked for only once something has been received
    return day


def _entered_before(right: Right) -> set[str]:
    return {one.office for one in right.national if one.what == "entered"}


def limits(right: Right) -> tuple[pct.NationalLimit, ...]:
    """Until when each Office can be entered, of the Chapter that governs this case; the next one first."""
    found = pct.national_limits(right.record, (*_regional(right), *_national(right)))
    return tuple(sorted((one for one in found if one.applies), key=_order))


def _order(one: pct.NationalLimit) -> tuple[date, str]:
    return (one.due if isinstance(one.due, date) else date.max, one.office)


def offices(right: Right) -> Choices:
    """Where one can still enter, each with its own last day: regional Offices first, then States by name."""
    due = {one.asked: one.due for one in limits(right)}

    def called(code: str, name: str) -> str:
        day = due.get(code)
        return _("{office}, until {day}").format(office=f"{code}  {name}", day=day) if isinstance(day, date) else name

    return [
        ("", _("Choose an Office")),
        (
            _("Regional Offices"),
            [(code, called(code, str(choices.REGIONAL.get(code, "")))) for code in _regional(right)],
        ),
        (_("States"), [(code, called(code, choices.state_name(code))) for code in _national(right)]),
    ]


def _regional_name(code: str) -> str:
    return str(choices.REGIONAL.get(code, ""))


def _entry(right: Right) -> tuple[Section, ...]:
    office = Field(name="office", label=_("Office"), kind="choice", choices=lambda: offices(right), needed=True)
    on = Field(
        name="on", label=_("Entered on"), kind="date", help=_("Year-month-day"), needed=True, half=True, mono=True
    )
    number = Field(name="number", label=_("Number given there"), limit=60, optional=True, half=True, mono=True)
    lead = _(
        "The entry itself is made with that Office, by its fee and, where needed, a translation. Here you tell the "
        "International Bureau, so that the file and its time limits know of it."
    )
    return (Section(lead=lead, fields=(office, on, number)),)


def _entered(deed: Deed) -> Event:
    values = deed.values
    return NationalPhaseReported(office=values["office"], what="entered", on=values["on"], number=values["number"])


def _judge_entry(deed: Deed) -> Findings:
    entered, filed = date.fromisoformat(deed.values["on"]), deed.right.filing_date
    if entered > deed.on:
        yield wrong(_("This day has not come yet."), field="on")
    if filed and entered < filed:
        message = _("The application was filed on {day}; nobody entered before.").format(day=filed.isoformat())
        yield wrong(message, field="on", cites="PCT Art. 22(1)")


ENTER_NATIONAL_PHASE = Ask(
    key="enter_national_phase",
    group="national",
    event=_entered,
    sections=_entry,
    judge=_judge_entry,
    limits=limits,
)

ASKS = (ENTER_NATIONAL_PHASE,)
