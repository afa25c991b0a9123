"""Withdrawals (PCT Rule 90bis); that of a priority claim stands with the priority claims."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register.events import Withdrawn
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, fields, wrong
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties.pct import states

CONDITION = Field(
    name="only_if_unpublished",
    label=gettext_lazy("Only if it prevents the international publication"),
    kind="flag",
    help=gettext_lazy("Where it comes too late for that, it has no effect, and the application goes on."),
)


def _withdrawn(deed: Deed) -> Withdrawn:
    return Withdrawn(
        **deed.with_files,
        offices=tuple(deed.values.get("offices", ())),
        only_if_unpublished=bool(deed.values.get("only_if_unpublished")),
    )


def designated(right: Right) -> tuple[str, ...]:
    """The States that are designated still."""
    day = right.filing_date or right.received_on
    return states.designated(day, excluded=right.designations_gone) if day else ()


def _states(codes: tuple[str, ...], label: str) -> tuple[Section, ...]:
    offered: Choices = sorted(((code, choices.state_name(code)) for code in codes), key=lambda pair: pair[1])
    field = Field(name="offices", label=label, kind="several", choices=lambda: offered, needed=True)
    return (Section(fields=(field,)),)


def _not_all(deed: Deed) -> Findings:
    if set(deed.values["offices"]) >= set(designated(deed.right)):
        message = _("To withdraw every designation is to withdraw the application: use that act instead.")
        yield wrong(message, field="offices", cites="PCT Rule 90bis.2(d)")


def _elected(right: Right) -> tuple[str, ...]:
    return right.demand.elected if right.demand and right.demand.stands else ()


def _no_supplementary(right: Right) -> Findings:
    if all(one.withdrawn_on for one in right.supplementary):
        yield wrong(_("No supplementary search is asked for."), cites="PCT Rule 90bis.3bis(a)")


ASKS = (
    Ask(key="withdraw_application", group="withdrawals", event=_withdrawn, sections=fields(CONDITION)),
    Ask(
        key="withdraw_designations",
        group="withdrawals",
        event=_withdrawn,
        sections=lambda right: _states(designated(right), _("States whose designation is withdrawn")),
        judge=_not_all,
    ),
    Ask(key="withdraw_sis", group="withdrawals", event=_withdrawn, bars=_no_supplementary),
    Ask(key="withdraw_demand", group="withdrawals", event=_withdrawn),
    Ask(
        key="withdraw_elections",
        group="withdrawals",
        event=_withdrawn,
        sections=lambda right: _states(_elected(right), _("States whose election is withdrawn")),
    ),
    Ask(key="withdraw_publication_request", group="publication", event=_withdrawn),
)
