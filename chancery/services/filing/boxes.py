"""The boxes of the request (Form PCT/RO/101) in the order of the form, and the fields that stand in each.

A field is named by its path in the application, ``parties.0.name``: forms, findings and the API all use that name.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.services.filing import choices
from chancery.services.filing.choices import Choices

Kind = Literal["line", "text", "date", "flag", "choice", "several"]
Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field. ``limit`` is the longest text that is taken, in characters; ``half`` sets it beside another one."""

    name: str
    label: Text
    kind: Kind = "line"
    help: Text = ""
    limit: int = 300
    choices: Callable[[], Choices] | None = None
    autocomplete: str = "off"
    half: bool = False
    mono: bool = False
    optional: bool = False


@dataclass(frozen=True, kw_only=True)
class Group:
    """Things of one kind that may stand several times: the form shows items ``first`` to ``last`` of the list."""

    name: str
    one: Text
    fields: tuple[Field, ...]
    add: Text
    first: int = 0
    last: int = 99

    def places(self, content: Mapping[str, Any]) -> range:
        """The places of the list that this box shows. Where there must be one, it is shown even while it is empty."""
        count = len(content.get(self.name, ()))
        return range(self.first, max(min(count, self.last + 1), 1 if self.last == self.first else 0))


@dataclass(frozen=True, kw_only=True)
class Box:
    """One box. ``owns`` are the beginnings of the field paths whose findings are shown in it."""

    slug: str
    numeral: str
    title: Text
    lead: Text = ""
    fields: tuple[Field, ...] = ()
    group: Group | None = None
    owns: tuple[str, ...] = ()

    def shown(self, content: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
        """Every field of the box with its path, for a draft with this content."""
        for field in self.fields:
            yield field.name, field
        if self.group:
            for place in self.group.places(content):
                for field in self.group.fields:
                    yield f"{self.group.name}.{place}.{field.name}", field


_STATE = _("State")

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
    Field(name="address", label=_("Address"), kind="text", limit=1000, autocomplete="street-address"),
    Field(name="country", label=_("State of the address"), kind="choice", choices=choices.states, half=True),
    Field(name="nationality", label=_("State of nationality"), kind="choice", choices=choices.states, half=True),
    Field(name="residence", label=_("State of residence"), kind="choice", choices=choices.states, half=True),
    Field(name="applicant", label=_("This person is an applicant"), kind="flag"),
    Field(name="inventor", label=_("This person is an inventor"), kind="flag"),
)

AGENT = (
    Field(name="kind", label=_("Acts as"), kind="choice", choices=choices.kinds_of_agent),
    Field(
        name="name",
        label=_("Name"),
        help=_("Family name first, in capitals, then given names; a firm by its full official name."),
    ),
    Field(name="address", label=_("Address"), kind="text", limit=1000, autocomplete="street-address"),
    Field(name="country", label=_("State of the address"), kind="choice", choices=choices.states),
)

CLAIM = (
    Field(name="office", label=_("Office of first filing"), kind="choice", choices=choices.offices, half=True),
    Field(name="number", label=_("Application number"), limit=60, half=True, mono=True),
    Field(name="filed_on", label=_("Filing date"), kind="date", help=_("Year-month-day"), half=True, mono=True),
    Field(
        name="restoration_requested",
        label=_("The receiving Office is requested to restore the right of priority"),
        kind="flag",
        help=_("Only where the twelve months are over, and for no more than two months after."),
    ),
)

DECLARATION = (
    Field(name="item", label=_("Declaration as to"), kind="choice", choices=choices.declarations),
    Field(name="text", label=_("Wording"), kind="text", limit=6000),
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

BOXES: tuple[Box, ...] = (
    Box(
        slug="title",
        numeral="I",
        title=_("Title"),
        owns=("title", "language", "file_reference", "receiving_office"),
        fields=(
            Field(
                name="title",
                label=_("Title of the invention"),
                help=_("Short and precise; in English two to seven words."),
                limit=500,
            ),
            Field(
                name="language",
                label=_("Language of filing"),
                kind="choice",
                choices=choices.languages,
                help=_("The language of the description and the claims."),
            ),
            Field(
                name="file_reference",
                label=_("Your file reference"),
                limit=60,
                mono=True,
                optional=True,
                help=_("At most 25 characters, Latin letters and digits. It is printed on every letter."),
            ),
        ),
    ),
    Box(
        slug="applicant",
        numeral="II",
        title=_("Applicant"),
        lead=_("One applicant must be a resident or a national of a Contracting State."),
        owns=("parties.0", "parties"),
        group=Group(name="parties", one=_("Applicant"), fields=PARTY, add=_("Add a person"), last=0),
    ),
    Box(
        slug="parties",
        numeral="III",
        title=_("Further parties"),
        lead=_("Further applicants, and inventors who are not applicants."),
        owns=("parties.",),
        group=Group(
            name="parties", one=_("Further applicant or inventor"), fields=PARTY, add=_("Add a person"), first=1
        ),
    ),
    Box(
        slug="agent",
        numeral="IV",
        title=_("Agent"),
        lead=_(
            "An agent, or one of the applicants as common representative. Letters of the office go to this address."
        ),
        owns=("agents",),
        group=Group(name="agents", one=_("Agent or common representative"), fields=AGENT, add=_("Add an agent")),
    ),
    Box(
        slug="designations",
        numeral="V",
        title=_("Designations"),
        owns=("designations_excluded",),
        fields=(
            Field(
                name="designations_excluded",
                label=_("States left out"),
                kind="several",
                optional=True,
                choices=choices.excludable,
                help=_(
                    "Only these three can be left out, and only where an earlier application of that State is claimed: "
                    "its law would otherwise end the earlier application."
                ),
            ),
        ),
    ),
    Box(
        slug="priority",
        numeral="VI",
        title=_("Priority"),
        lead=_("An earlier application, filed in the last twelve months, whose date is to count."),
        owns=("priority_claims", "incorporation_by_reference"),
        group=Group(name="priority_claims", one=_("Priority claim"), fields=CLAIM, add=_("Add a priority claim")),
        fields=(
            Field(
                name="incorporation_by_reference",
                label=_(
                    "Elements or parts that are missing are incorporated by reference from the earlier application"
                ),
                kind="flag",
                help=_("The statement has an effect only if it is made on the day of filing."),
            ),
        ),
    ),
    Box(
        slug="search",
        numeral="VII",
        title=_("Searching authority"),
        owns=("searching_authority",),
        fields=(
            Field(
                name="searching_authority",
                label=_("International Searching Authority"),
                kind="choice",
                choices=choices.searching_authorities,
                help=_("The search fee is that of the Authority you choose."),
            ),
        ),
    ),
    Box(
        slug="declarations",
        numeral="VIII",
        title=_("Declarations"),
        lead=_("Declarations for the national phase. None is needed for the filing date."),
        owns=("declarations",),
        group=Group(name="declarations", one=_("Declaration"), fields=DECLARATION, add=_("Add a declaration")),
    ),
    Box(
        slug="documents",
        numeral="IX",
        title=_("Documents"),
        lead=_("Each part is one PDF file, sheets of A4, in the language of filing."),
        owns=("parts", "format", "request_sheets"),
    ),
    Box(
        slug="signature",
        numeral="X",
        title=_("Signature"),
        owns=("signatures",),
    ),
)

BY_SLUG = {box.slug: box for box in BOXES}
PARTS = {
    "description": _("Description"),
    "claims": _("Claims"),
    "abstract": _("Abstract"),
    "drawings": _("Drawings"),
}


def box_of(path: str) -> Box:
    """The box in which a field stands. What belongs nowhere is said in the first."""
    longest = [(len(start), box) for box in BOXES for start in box.owns if _begins(path, start)]
    return max(longest, key=lambda pair: pair[0])[1] if longest else BOXES[0]


def _begins(path: str, start: str) -> bool:
    return path == start or path.startswith(start if start.endswith(".") else f"{start}.")


def field_at(path: str) -> Field | None:
    """The field that a path names, in any box; nothing for a path that no form has."""
    return next((field for pattern, field in _PATTERNS if _fits(path.split("."), pattern)), None)


def label_of(path: str) -> Text:
    """What a path is called on the page: for the message of a conflict or a list of findings."""
    field = field_at(path)
    return field.label if field else PARTS.get(path.partition(".")[2], path)


_SIGNATURES = Group(name="signatures", one=_("Signature"), fields=SIGNATURE, add="")
_PATTERNS: list[tuple[list[str], Field]] = [
    *(([field.name], field) for box in BOXES for field in box.fields),
    *(
        ([group.name, "#", field.name], field)
        for group in (*(box.group for box in BOXES if box.group), _SIGNATURES)
        for field in group.fields
    ),
]


def _fits(path: list[str], pattern: list[str]) -> bool:
    return len(path) == len(pattern) and all(
        have == want or (want == "#" and have.isascii() and have.isdigit())
        for have, want in zip(path, pattern, strict=True)
    )
