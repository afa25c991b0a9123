"""The later acts of an appellation or indication: what is asked for each, and what it makes of the registration."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register.queries import Registration
from chancery.services.filing.acts.asking import Section, wrong
from chancery.services.filing.acts.making import under
from chancery.services.filing.registrations.acts_asking import Ask, Deed, Findings, written
from chancery.services.filing.registrations.acts_shared import ADDED, CORRECT, PAPER, form, words
from chancery.services.filing.shapes import Field

BENEFICIARY = (
    Field(name="name", label=gettext_lazy("Name, or who they are collectively"), kind="text", limit=2000, needed=True),
    Field(name="address", label=gettext_lazy("Address"), kind="text", limit=1000, optional=True),
)
HOME = under(
    "protected_by",
    (
        Field(name="title", label=gettext_lazy("The act by which it is protected at home"), optional=True),
        Field(name="number", label=gettext_lazy("Its number"), optional=True, half=True, mono=True),
        Field(name="dated", label=gettext_lazy("Its date"), kind="date", optional=True, half=True, mono=True),
    ),
)


def _modified(file: Registration) -> tuple[Section, ...]:
    authority = Field(name="whole.authority", label=_("Competent Authority"), optional=True)
    area = Field(name="whole.area", label=_("Area of production"), kind="text", limit=10_000, optional=True)
    people = tuple(
        Section(
            label=_("Beneficiaries") if place == 0 else _("Further beneficiaries"),
            fields=under(f"beneficiaries.{place}", BENEFICIARY),
        )
        for place in range(len(file.application.beneficiaries))
    )
    home = (Section(label=_("Protection at home"), fields=HOME, folded=True),) if file.application.protected_by else ()
    return (*people, Section(label=_("Authority and area"), fields=(authority, area)), *home, ADDED)


WHOLE = ("authority", "area")


def _modified_at_first(_file: Registration, plain: Mapping[str, Any]) -> dict[str, Any]:
    return {f"whole.{name}": plain[name] for name in WHOLE}


def _modification(deed: Deed) -> dict[str, Any] | None:
    """The application as it stands afterwards. Name and goods are not modified (Lisbon Rule 15(1))."""
    data = written(deed, start={**deed.plain, "whole": dict.fromkeys(WHOLE, "")})
    if data is None:
        return None
    whole = data.pop("whole")
    data |= whole
    return None if data == deed.plain else data


def _anything_new(deed: Deed) -> Findings:
    if _modification(deed) is None:
        yield wrong(_("Nothing has been changed yet."))


ASKS: tuple[Ask, ...] = (
    Ask(key="remedy_irregularity", group="file", way="notice"),
    Ask(
        key="modify",
        group="file",
        sections=_modified,
        initial=_modified_at_first,
        change=_modification,
        judge=_anything_new,
        uploads=(PAPER,),
    ),
    Ask(key="pay_individual_fee", group="fees", way="payment"),
    Ask(key="renounce", group="protection", parties="needed", sections=form()),
    Ask(key="withdraw_renunciation", group="protection", parties="needed", sections=form()),
    Ask(key="cancel", group="protection", sections=form(words(gettext_lazy("Why it is asked for"), needed=False))),
    CORRECT,
    Ask(key="ask_for_an_extract", group="papers", sections=form()),
    Ask(key="ask_for_an_attestation", group="papers", sections=form(words(gettext_lazy("What is to be attested")))),
)
