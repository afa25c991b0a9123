"""Early publication, licences, and the way into the national phase (PCT Art. 21(2)(b), 22)."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import EarlyPublicationRequested, LicensingIndicated, NationalPhaseReported
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, fields, wrong
from chancery.services.filing.acts.withdrawals import designated
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties.pct import states

PUBLISH_EARLY = Ask(
    key="publish_early",
    group="publication",
    event=lambda deed: EarlyPublicationRequested(**deed.with_files),
)

TERMS = Field(
    name="terms",
    label=gettext_lazy("Terms"),
    kind="text",
    limit=4000,
    needed=True,
    help=gettext_lazy("Everyone can read them: exclusive or not, in which States, whom to ask."),
)

INDICATE_LICENSING = Ask(
    key="indicate_licensing",
    group="publication",
    event=lambda deed: LicensingIndicated(**deed.with_files, available=True, terms=deed.values["terms"]),
    sections=fields(TERMS),
    initial=lambda right: {"terms": right.licensing or ""},
)


def _not_offered(right: Right) -> Findings:
    if right.licensing is None:
        yield wrong(_("No licences are offered."), cites="PCT Form IB/382")


WITHDRAW_LICENSING = Ask(
    key="withdraw_licensing",
    group="publication",
    event=lambda deed: LicensingIndicated(**deed.with_files, available=False),
    bars=_not_offered,
)

# National phase


def offices(right: Right) -> Choices:
    """Where one can still enter: regional Offices, then those States whose national route is open."""
    day = right.filing_date or right.received_on
    assert day is not None
    entered = {one.office for one in right.national if one.what == "entered"}
    codes = designated(right)
    regional = sorted({office for code in codes for office in states.regional_offices(code, day)} - entered)
    national = [code for code in codes if code not in entered and states.routes(code, day).national]
    named = sorted(((code, choices.state_name(code)) for code in national), key=lambda pair: pair[1])
    return [
        ("", _("Choose an Office")),
        (_("Regional Offices"), [(code, f"{code}  {choices.REGIONAL.get(code, '')}") for code in regional]),
        (_("States"), named),
    ]


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
)

ASKS = (PUBLISH_EARLY, INDICATE_LICENSING, WITHDRAW_LICENSING, ENTER_NATIONAL_PHASE)
