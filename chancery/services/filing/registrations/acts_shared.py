"""Pieces of forms that the systems share: persons, a new owner, a licence, parties and things, words."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register.queries import Registration
from chancery.services.filing.acts.asking import Section, Upload, wrong
from chancery.services.filing.acts.making import under
from chancery.services.filing.choices import Choices
from chancery.services.filing.registrations.acts_asking import Ask, Deed, Findings, copied, written
from chancery.services.filing.registrations.offered import countries
from chancery.services.filing.shapes import Field, Text
from chancery.treaties.kernel.plain import to_plain

ONLY_FOR_YOU = gettext_lazy("Optional. The office writes here; it is never published.")

NAME = Field(name="name", label=gettext_lazy("Name"), needed=True)
ADDRESS = Field(name="address", label=gettext_lazy("Address"), kind="text", limit=1000, needed=True)
COUNTRY = Field(name="country", label=gettext_lazy("State of the address"), kind="choice", choices=countries, half=True)
EMAIL = Field(name="email", label=gettext_lazy("E-mail"), help=ONLY_FOR_YOU, half=True)
NEW_EMAIL = replace(
    EMAIL,
    help=gettext_lazy(
        "Optional, and never published. Who has an account with it here acts on what becomes a registration of its own."
    ),
)
PERSON = (NAME, ADDRESS, COUNTRY, EMAIL)

REMARK = Field(name="remark", label=gettext_lazy("Remark"), kind="text", limit=1000, optional=True)
ADDED = Section(fields=(REMARK,))
"""At the end of every form."""


def words(label: Text, *, name: str = "words", needed: bool = True) -> Field:
    """A text of the person's own."""
    return Field(name=name, label=label, kind="text", limit=4000, needed=needed, optional=not needed)


def form(*fields: Field) -> Any:
    """The plainest form: some fields, whatever the file, and a remark."""
    section = Section(fields=(*fields, REMARK))
    return lambda _file: (section,)


POWER = Upload(
    kind="power of attorney",
    label=gettext_lazy("Appointment, signed by the holder"),
    help=gettext_lazy("Where the holder does not ask in person."),
)
EVIDENCE = Upload(kind="evidence", label=gettext_lazy("Evidence"), needed=True)
PAPER = Upload(kind="paper", label=gettext_lazy("A paper that goes with it"))
NUMBER = Field(name="other", label=gettext_lazy("Number of the other registration"), needed=True, mono=True)
"""The registration with which one is merged."""

CORRECT = Ask(
    key="correct",
    group="mending",
    sections=form(words(gettext_lazy("What is wrong, and what should stand there"))),
    uploads=(PAPER,),
)

# The holder, and the representative


def _applicants(file: Registration) -> tuple[Section, ...]:
    return tuple(
        Section(label=one.name or _("Holder"), fields=under(f"applicants.{place}", PERSON))
        for place, one in enumerate(file.application.applicants)
    )


def _anything_new(deed: Deed) -> Findings:
    if written(deed) is None:
        yield wrong(_("Nothing has been changed yet."))


CHANGE_NAME = Ask(
    key="change_name",
    group="people",
    sections=lambda file: (*_applicants(file), ADDED),
    change=written,
    judge=_anything_new,
)


def _represented(deed: Deed) -> dict[str, Any] | None:
    """The application with another representative: what stood there before falls out."""
    said = {one.name: deed.values[f"representative.{one.name}"] for one in PERSON}
    return copied(deed.plain) | {"representative": said}


REPRESENTATIVE = under("representative", PERSON)
APPOINT = Ask(
    key="appoint_representative",
    group="people",
    sections=lambda _file: (Section(fields=REPRESENTATIVE), ADDED),
    initial=lambda _file, _plain: {one.name: "" for one in REPRESENTATIVE},
    uploads=(POWER,),
    change=_represented,
)
CHANGE_REPRESENTATIVE = Ask(
    key="change_representative",
    group="people",
    sections=lambda _file: (Section(fields=REPRESENTATIVE), ADDED),
    change=lambda deed: written(deed, start=copied(deed.plain) | {"representative": _agent(deed.plain)}),
    judge=_anything_new,
)


def _agent(plain: Mapping[str, Any]) -> dict[str, Any]:
    return dict(plain.get("representative") or dict.fromkeys((one.name for one in PERSON), ""))


# A new owner


def ownership(things_label: Text, change: Callable[[Deed], dict[str, Any] | None]) -> tuple[Ask, ...]:
    """What is asked about holder and representative, of marks and designs alike; ``change`` writes a new owner."""
    transfer = Ask(
        key="change_ownership",
        group="people",
        parties="some",
        things="some",
        things_label=things_label,
        sections=owner,
        uploads=(PAPER,),
        change=change,
    )
    return (transfer, CHANGE_NAME, APPOINT, CHANGE_REPRESENTATIVE)


def _members(file: Registration) -> Choices:
    return [("", _("Choose a party")), *((one.code, f"{one.code} {one.name}") for one in file.system.members())]


def owner(file: Registration) -> tuple[Section, ...]:
    """Who takes the registration over, and the party with which the new owner has a link."""
    choices = _members(file)
    link = Field(
        name="holder",
        label=_("Contracting party with which the new owner has a link"),
        kind="choice",
        choices=lambda: choices,
        help=_("By nationality, domicile, or a real and effective establishment there."),
        needed=True,
    )
    person = tuple(replace(one, name=f"new_{one.name}") for one in (NAME, ADDRESS, COUNTRY, NEW_EMAIL))
    return (Section(label=_("The new owner"), fields=(*person, link)), ADDED)


def new_applicant(deed: Deed) -> dict[str, Any]:
    """The new owner as applicants are written, without a link."""
    return {name: deed.values[f"new_{name}"] for name in ("name", "address", "country", "email")}


# Licences

KINDS = {
    "exclusive": gettext_lazy("Exclusive: nobody else, not even the holder"),
    "sole": gettext_lazy("Sole: nobody else but the holder"),
    "plain": gettext_lazy("Neither exclusive nor sole"),
}


def _kinds() -> Choices:
    return [("", _("Choose one")), *((key, str(label)) for key, label in KINDS.items())]


LICENCE = (
    Field(name="licensee", label=gettext_lazy("Licensee"), needed=True),
    Field(name="licensee_address", label=gettext_lazy("Address of the licensee"), kind="text", limit=1000, needed=True),
    Field(name="licence", label=gettext_lazy("What it is"), kind="choice", choices=_kinds, needed=True),
    Field(
        name="licence_until", label=gettext_lazy("Until, where it has an end"), kind="date", optional=True, half=True
    ),
    Field(name="territory", label=gettext_lazy("Part of the territory"), optional=True, half=True),
)

# Priority

CLAIM = (
    Field(name="office", label=gettext_lazy("Earlier filing at"), kind="choice", choices=countries, half=True),
    Field(name="number", label=gettext_lazy("Its number"), half=True, mono=True),
    Field(name="filed_on", label=gettext_lazy("Its date"), kind="date", needed=True, half=True, mono=True),
)


def with_claim(deed: Deed) -> dict[str, Any]:
    """The application with one more claim of priority."""
    claim = {one.name: deed.values[one.name] for one in CLAIM}
    return copied(deed.plain) | {"priorities": [*copied(deed.plain["priorities"]), claim]}


def plain_of(application: Any) -> dict[str, Any]:
    """An application as plain data: lists, texts and numbers."""
    return copied(to_plain(application))
