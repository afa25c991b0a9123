"""The later acts of a mark (forms MM4 to MM24): what is asked for each, and what it makes of the application."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.filing.acts.asking import Section, Upload, wrong
from chancery.services.filing.registrations.acts_asking import Ask, Deed, Findings, copied
from chancery.services.filing.registrations.acts_shared import (
    ADDED,
    CORRECT,
    EVIDENCE,
    LICENCE,
    NUMBER,
    PAPER,
    form,
    new_applicant,
    ownership,
    words,
)
from chancery.services.filing.shapes import Field
from chancery.treaties import madrid

GOODS = gettext_lazy("Goods and services")
USE = Field(
    name="intends_use",
    label=gettext_lazy("The holder intends to use the mark in the parties that want this declared"),
    kind="flag",
)
FOR_USE = Upload(kind="declaration of use", label=gettext_lazy("Signed declaration on the form of the party"))


def _designated(deed: Deed) -> dict[str, Any]:
    """The parties asked for stand among the designations, with the goods and services that are ticked."""
    now = copied(deed.plain)
    new = [
        {"party": code, "goods": list(deed.asked.things), "intends_use": bool(deed.values["intends_use"])}
        for code in deed.asked.parties
    ]
    kept = [one for one in now["designations"] if one["party"] not in deed.asked.parties]
    return {**now, "designations": [*kept, *new]}


def _converted(deed: Deed) -> dict[str, Any]:
    now = copied(deed.plain)
    new = [{"party": code, "goods": list(deed.asked.things)} for code in deed.asked.parties]
    return {**now, "designations": [*now["designations"], *new]}


def _wants_use(deed: Deed) -> Findings:
    """What the rules of the application say of the designations that are new."""
    then = madrid.Application.from_dict(_designated(deed))
    new = set(deed.asked.parties)
    for place, one in enumerate(then.designations):
        if one.party in new and not one.intends_use:
            yield from (
                wrong(found.message, field="intends_use", cites=found.cites)
                for found in madrid.check(then, on=deed.on)
                if found.field == f"designations.{place}.intends_use" and found.severity != "hint"
            )


def _intended(deed: Deed) -> dict[str, Any] | None:
    now = copied(deed.plain)
    for one in now["designations"]:
        if one["party"] in deed.asked.parties:
            one["intends_use"] = one["form_signed"] = True
    return None if now == deed.plain else now


def _taken_over(deed: Deed) -> dict[str, Any] | None:
    """The whole goes to the new owner; of a part nothing changes here, it becomes a registration of its own."""
    if not deed.whole:
        return None
    return copied(deed.plain) | {"applicants": [new_applicant(deed)]}


def _narrower(deed: Deed) -> Findings:
    if len(deed.asked.things) == len(deed.file.things):
        yield wrong(
            _("Something must stay on the list. To give up everything, renounce the party or cancel."),
            field="things",
            cites="Madrid Rule 25(1)(a)(ii)",
        )


def _not_everything(deed: Deed) -> Findings:
    if len(deed.asked.parties) > 1:
        yield wrong(_("Choose one party."), field="parties", cites="Madrid Rule 27bis(1)")
    yield from _narrower(deed)


def _seniority(_file: Any) -> tuple[Section, ...]:
    state = Field(name="state", label=_("Member State or Benelux"), needed=True, half=True)
    number = Field(name="earlier", label=_("Number of the earlier registration"), needed=True, half=True, mono=True)
    since = Field(name="effective", label=_("Date from which it had effect"), kind="date", needed=True, mono=True)
    return (Section(fields=(state, number, since)), ADDED)


ASKS: tuple[Ask, ...] = (
    # What the application leaves open
    Ask(key="claim_seniority", group="file", sections=_seniority, uploads=(PAPER,)),
    Ask(key="declare_intention", group="file", parties="needed", sections=form(), uploads=(FOR_USE,), change=_intended),
    Ask(key="remedy_application", group="file", way="notice"),
    Ask(key="mend_limitation", group="file", way="notice"),
    Ask(key="comment_on_translation", group="file", way="notice"),
    Ask(key="remedy_subsequent", group="file", way="notice"),
    Ask(key="remedy_change", group="file", way="notice"),
    Ask(key="pay_missing_fees", group="fees", way="payment"),
    # Where, and for what
    Ask(
        key="designate",
        group="protection",
        parties="new",
        parties_label=gettext_lazy("Which parties"),
        things="some",
        things_label=GOODS,
        sections=form(USE),
        uploads=(FOR_USE,),
        change=_designated,
        judge=_wants_use,
    ),
    Ask(
        key="convert",
        group="protection",
        parties="new",
        parties_label=gettext_lazy("Which member States"),
        things="some",
        things_label=GOODS,
        sections=form(),
        change=_converted,
    ),
    Ask(
        key="limit_goods",
        group="protection",
        parties="some",
        things="needed",
        things_label=gettext_lazy("Which goods and services are taken out"),
        sections=form(
            words(
                gettext_lazy("The narrower words for what stays, where some are wanted"), name="wording", needed=False
            )
        ),
        judge=_narrower,
    ),
    Ask(key="renounce", group="protection", parties="needed", sections=form()),
    Ask(key="cancel", group="protection", things="some", things_label=GOODS, sections=form()),
    Ask(
        key="divide",
        group="protection",
        parties="one",
        things="needed",
        things_label=gettext_lazy("Which goods and services are divided off"),
        sections=form(),
        judge=_not_everything,
    ),
    Ask(key="merge_divided", group="protection", parties="one", sections=form(NUMBER)),
    Ask(key="merge_transferred", group="protection", sections=form(NUMBER)),
    Ask(key="continue_effect", group="protection", parties="new", sections=form()),
    # Holder, representative, licensee
    *ownership(GOODS, _taken_over),
    Ask(
        key="record_licence", group="people", parties="some", things="some", things_label=GOODS, sections=form(*LICENCE)
    ),
    Ask(
        key="amend_licence",
        group="people",
        parties="some",
        things="some",
        things_label=GOODS,
        sections=form(*LICENCE, words(gettext_lazy("Which licence, and what is new of it"))),
    ),
    Ask(key="cancel_licence", group="people", sections=form(words(gettext_lazy("Which licence")))),
    Ask(key="restrict", group="people", parties="some", sections=form(words(gettext_lazy("What the restriction is")))),
    Ask(
        key="lift_restriction", group="people", parties="some", sections=form(words(gettext_lazy("Which restriction")))
    ),
    # Term and fees
    Ask(
        key="renew",
        group="fees",
        parties="some",
        parties_label=gettext_lazy("For which parties it goes on"),
        sections=form(),
    ),
    Ask(key="pay_rest_of_renewal", group="fees", way="payment"),
    Ask(key="pay_second_part", group="fees", way="payment"),
    # What went wrong, or came late
    CORRECT,
    Ask(
        key="continue_processing",
        group="mending",
        sections=form(words(gettext_lazy("Which time limit was missed, and the act that is done now"))),
        uploads=(PAPER,),
    ),
    Ask(
        key="excuse_delay",
        group="mending",
        sections=form(words(gettext_lazy("What caused the delay, and which act is done now"))),
        uploads=(EVIDENCE,),
    ),
    # At the Offices
    Ask(key="answer_refusal", group="offices", way="elsewhere"),
    Ask(key="note_replacement", group="offices", way="elsewhere"),
    Ask(key="transform", group="offices", way="elsewhere"),
)
