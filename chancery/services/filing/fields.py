"""What is asked of each thing in a request: a person, an agent, a priority claim, a declaration, a deposit."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.services.filing import choices
from chancery.services.filing.shapes import Field, Text


def day(name: str, label: Text, **more: Any) -> Field:
    """A date, beside a number."""
    return Field(name=name, label=label, kind="date", help=_("Year-month-day"), half=True, mono=True, **more)


def number(label: Text, **more: Any) -> Field:
    """A number of a file, beside its date."""
    return Field(name="number", label=label, limit=60, half=True, mono=True, **more)


# Pieces that stand in the forms of several things, and of the other treaties

ADDRESS = Field(name="address", label=_("Address"), kind="text", limit=1000, autocomplete="street-address")
EMAIL = Field(name="email", label=_("E-mail"), limit=254, autocomplete="email", half=True)
FILED_ON = day("filed_on", _("Filing date"))

_REACHED = (
    replace(EMAIL, optional=True),
    Field(name="phone", label=_("Telephone"), limit=60, autocomplete="tel", half=True, optional=True),
)
_COUNTRY = Field(name="country", label=_("State of the address"), kind="choice", choices=choices.states)
_REGISTERED = Field(
    name="registration",
    label=_("Registration number with the receiving Office"),
    limit=60,
    mono=True,
    optional=True,
)
_EARLIER = (
    Field(name="office", label=_("Office of first filing"), kind="choice", choices=choices.offices, half=True),
    number(_("Application number")),
    FILED_ON,
)


def _for_states(name: str, label: Text, hint: Text) -> Field:
    return Field(
        name=name,
        label=label,
        kind="codes",
        choices=choices.contracting,
        limit=700,
        mono=True,
        optional=True,
        help=hint,
    )


PARTY = (
    Field(
        name="kind",
        label=_("Natural person or legal entity"),
        kind="choice",
        choices=choices.kinds_of_person,
    ),
    Field(
        name="name",
        label=_("Name"),
        help=_("Family name first, in capitals, then given names; a legal entity by its full official name."),
        autocomplete="off",
    ),
    ADDRESS,
    replace(_COUNTRY, half=True),
    Field(name="nationality", label=_("State of nationality"), kind="choice", choices=choices.states, half=True),
    Field(name="residence", label=_("State of residence"), kind="choice", choices=choices.states, half=True),
    Field(name="applicant", label=_("This person is an applicant"), kind="flag"),
    Field(name="inventor", label=_("This person is an inventor"), kind="flag"),
    *_REACHED,
)

PARTY_FOR = (
    _REGISTERED,
    _for_states(
        "designations",
        _("Applicant only for these States"),
        _("Two-letter codes, for example US CN. Left empty: for all designated States (Rule 4.5(d))."),
    ),
)

AGENT = (
    Field(name="kind", label=_("Acts as"), kind="choice", choices=choices.kinds_of_agent),
    Field(
        name="name",
        label=_("Name"),
        help=_("Family name first, in capitals, then given names; a firm by its full official name."),
    ),
    ADDRESS,
    _COUNTRY,
    *_REACHED,
    Field(
        name="power_of_attorney",
        label=_("A power of attorney signed by all applicants is there"),
        kind="answer",
        choices=choices.answers,
        help=_("Not needed for filing. A withdrawal that an agent signs is taken only with it (Rule 90.5(d))."),
        optional=True,
    ),
)

AGENT_REGISTERED = (_REGISTERED,)

CLAIM = (
    *_EARLIER,
    Field(
        name="filed_for",
        label=_("State for which a regional application was filed"),
        kind="choice",
        choices=choices.states,
        optional=True,
        help=_("Only where the regional Office has a State that is not of the Paris Union (Rule 4.10(b)(ii))."),
    ),
    Field(
        name="restoration_requested",
        label=_("The receiving Office is requested to restore the right of priority"),
        kind="flag",
        help=_("Only where the twelve months are over, and for no more than two months after."),
    ),
    Field(
        name="restoration_criterion",
        label=_("Criterion for restoring it"),
        kind="choice",
        choices=choices.criteria,
        optional=True,
    ),
    Field(
        name="restoration_reasons",
        label=_("Why the application was not filed in time"),
        kind="text",
        limit=10_000,
        optional=True,
        help=_("Without reasons the right of priority cannot be restored. They can also follow within the two months."),
    ),
    Field(
        name="document",
        label=_("Certified copy (priority document)"),
        kind="choice",
        choices=choices.ways_of_documents,
        optional=True,
    ),
    Field(
        name="access_code",
        label=_("Access code of the digital library"),
        limit=20,
        mono=True,
        optional=True,
        help=_("Four characters; the Office of first filing gave it to you."),
    ),
)

EARLIER_SEARCH = (
    replace(_EARLIER[0], label=_("Office that searched")),
    *_EARLIER[1:],
    Field(
        name="same",
        label=_("That application is the same as this one, but perhaps for its language"),
        kind="flag",
    ),
)

PARENT = (
    Field(name="kind", label=_("To be treated as"), kind="choice", choices=choices.kinds_of_parent),
    Field(name="state", label=_("State"), kind="choice", choices=choices.states, half=True),
    number(_("Number of the parent")),
    FILED_ON,
)

DECLARATION = (
    Field(name="item", label=_("Declaration as to"), kind="choice", choices=choices.declarations),
    Field(name="text", label=_("Wording"), kind="text", limit=6000),
)

DECLARED_FOR = (
    _for_states(
        "states",
        _("Made for these States"),
        _("Two-letter codes, for example US CN. Left empty: for all designated States."),
    ),
    Field(
        name="signed_by",
        label=_("Signed by the inventors"),
        kind="lines",
        limit=300,
        optional=True,
        help=_("For declaration (iv) only: each inventor who has signed its wording, one name a line."),
    ),
)

DEPOSIT = (
    Field(name="institution", label=_("Depositary institution"), limit=300),
    Field(name="address", label=_("Address of the institution"), kind="text", limit=1000),
    day("deposited_on", _("Date of the deposit")),
    number(_("Accession number")),
)

SIGNATURE = (
    Field(name="name", label=_("Name of the person who signs"), autocomplete="name"),
    Field(
        name="capacity",
        label=_("Capacity"),
        help=_("For example: applicant, agent, managing director of the applicant."),
        autocomplete="organization-title",
    ),
)
