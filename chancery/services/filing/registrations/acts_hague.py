"""The later acts of a registration of designs (forms DM/2 to DM/8): what is asked for each, and what it changes."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.filing.acts.asking import wrong
from chancery.services.filing.registrations.acts_asking import Ask, Deed, Findings, copied
from chancery.services.filing.registrations.acts_shared import (
    CLAIM,
    CORRECT,
    NUMBER,
    PAPER,
    form,
    new_applicant,
    ownership,
    with_claim,
)
from chancery.services.filing.shapes import Field

DESIGNS = gettext_lazy("Designs")
READER = Field(name="reader", label=gettext_lazy("Who may see it: name and address"), kind="text", needed=True)


def _without_parties(deed: Deed) -> dict[str, Any]:
    now = copied(deed.plain)
    return {**now, "designations": [one for one in now["designations"] if one["party"] not in deed.asked.parties]}


def _one_stays(deed: Deed) -> Findings:
    if not _without_parties(deed)["designations"]:
        yield wrong(_("One party at least must stay designated."), field="parties", cites="Hague Art. 5(1)(v)")


def _some_stay(deed: Deed) -> Findings:
    if len(deed.asked.things) == len(deed.file.things):
        yield wrong(
            _("One design at least must stay. To give up all of them, renounce."),
            field="things",
            cites="Hague Rule 21(1)(a)(iv)",
        )


def _taken_over(deed: Deed) -> dict[str, Any] | None:
    if not deed.whole:
        return None
    link = {"party": deed.values["holder"], "bond": "established"}
    return copied(deed.plain) | {"applicants": [{**new_applicant(deed), "links": [link]}]}


ASKS: tuple[Ask, ...] = (
    Ask(key="remedy_irregularity", group="file", way="notice"),
    Ask(key="remedy_request", group="file", way="notice"),
    Ask(key="add_priority", group="file", sections=form(*CLAIM), change=with_claim, uploads=(PAPER,)),
    Ask(
        key="withdraw_party_for_deferment",
        group="file",
        parties="needed",
        sections=form(),
        change=_without_parties,
        judge=_one_stays,
    ),
    Ask(key="ask_for_publication", group="publication", things="some", things_label=DESIGNS, sections=form()),
    Ask(key="ask_for_an_extract", group="publication", sections=form(READER)),
    Ask(key="pay_publication_fee", group="publication", way="payment"),
    Ask(key="renounce", group="protection", parties="some", sections=form()),
    Ask(
        key="limit_designs",
        group="protection",
        parties="some",
        things="needed",
        things_label=gettext_lazy("Which designs are given up"),
        sections=form(),
        judge=_some_stay,
    ),
    Ask(key="merge", group="protection", sections=form(NUMBER)),
    *ownership(DESIGNS, _taken_over),
    Ask(
        key="renew",
        group="fees",
        parties="some",
        parties_label=gettext_lazy("For which parties it goes on"),
        things="some",
        things_label=gettext_lazy("Which designs go on"),
        sections=form(),
    ),
    Ask(key="pay_second_part", group="fees", way="payment"),
    CORRECT,
)
