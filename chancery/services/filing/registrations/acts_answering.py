"""The answer to a notice of the International Bureau: what of the application can be put right, by system."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.records.register.queries import Notice, Registration
from chancery.services.filing.acts.asking import Section, wrong
from chancery.services.filing.paths import PLACE, found
from chancery.services.filing.registrations.acts_asking import Ask, Deed, Findings, written
from chancery.services.filing.registrations.acts_lisbon import HOME
from chancery.services.filing.registrations.acts_shared import ADDED, PAPER, PERSON, plain_of
from chancery.services.filing.shapes import Field, Text

ANSWER = "answer"
TEXTS = ("authority", "area")
"""Fields of an answer that are of the application itself."""

MOVES = ("Madrid Rule 15(1)", "Hague Rule 14(2)")
"""Provisions that name what the date of the registration waits for."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the application that can be corrected: fields with ``#`` for the place in a list."""

    title: Text
    fields: tuple[Field, ...]


def _optional(*each: Field, under: str) -> tuple[Field, ...]:
    return tuple(replace(one, name=f"{under}.{one.name}", needed=False) for one in each)


PEOPLE = Part(title=_("Applicants"), fields=_optional(*PERSON, under=f"applicants.{PLACE}"))
CLAIMS = Part(
    title=_("Priority"),
    fields=(
        Field(name=f"priorities.{PLACE}.office", label=_("Office"), half=True, mono=True, limit=2),
        Field(name=f"priorities.{PLACE}.number", label=_("Number"), half=True, mono=True),
        Field(name=f"priorities.{PLACE}.filed_on", label=_("Date"), kind="date", half=True, mono=True),
    ),
)
PARTS: Mapping[str, tuple[Part, ...]] = {
    "madrid": (
        Part(
            title=_("Goods and services"),
            fields=(
                Field(name=f"goods.{PLACE}.number", label=_("Class"), kind="number", half=True, mono=True, limit=46),
                Field(name=f"goods.{PLACE}.text", label=_("Goods or services"), half=True, limit=4000),
            ),
        ),
        Part(
            title=_("The mark"),
            fields=(
                Field(name="mark.described", label=_("Description"), kind="text", limit=4000),
                Field(name="mark.colours_claimed", label=_("Colours claimed"), kind="text", limit=1000),
                Field(name="mark.transliteration", label=_("Transliteration"), limit=1000),
                Field(name="mark.translation", label=_("Translation"), limit=1000),
                Field(name="mark.disclaimed", label=_("What is not claimed"), kind="text", limit=1000),
            ),
        ),
        PEOPLE,
        CLAIMS,
    ),
    "hague": (
        Part(
            title=_("Designs"),
            fields=(
                Field(name=f"shown.{PLACE}.product", label=_("Product"), half=True),
                Field(name=f"shown.{PLACE}.subclass", label=_("Subclass"), half=True, mono=True, limit=5),
                Field(name=f"shown.{PLACE}.description", label=_("Description"), kind="text", limit=4000),
            ),
        ),
        PEOPLE,
        CLAIMS,
    ),
    "lisbon": (
        Part(
            title=_("The name"),
            fields=(
                Field(name=f"names.{PLACE}.text", label=_("Name"), half=True),
                Field(name=f"names.{PLACE}.transliteration", label=_("Transliteration"), half=True),
            ),
        ),
        Part(
            title=_("Beneficiaries"),
            fields=(
                Field(name=f"beneficiaries.{PLACE}.name", label=_("Name"), kind="text", limit=2000),
                Field(name=f"beneficiaries.{PLACE}.address", label=_("Address"), kind="text", limit=1000),
            ),
        ),
        Part(
            title=_("Authority and area"),
            fields=(
                Field(name="authority", label=_("Competent Authority"), kind="text", limit=1000),
                Field(name="area", label=_("Area of production"), kind="text", limit=10_000),
            ),
        ),
        Part(title=_("Protection at home"), fields=HOME),
        Part(
            title=_("What ties the product to its area"),
            fields=(
                Field(name="link.quality", label=_("Quality or characteristics"), kind="text", limit=10_000),
                Field(name="link.reputation", label=_("Reputation"), kind="text", limit=10_000),
            ),
        ),
    ),
}


def sections(file: Registration) -> tuple[Section, ...]:
    """The remark first; then each part of the application, folded, with a row for everything that stands in it."""
    plain = plain_of(file.application)
    shown = [
        Section(label=part.title, folded=True, fields=tuple(_rows(part, plain))) for part in PARTS[file.system.key]
    ]
    lead = _("Open what has to be put right and change it there. What you leave stays as it is.")
    return (replace(ADDED, lead=lead), *(one for one in shown if one.fields))


def _rows(part: Part, plain: Mapping[str, Any]) -> list[Field]:
    """The fields with their places, item by item. What lies in an object that is not there is left out."""
    listed = next((one.name.partition(f".{PLACE}.")[0] for one in part.fields if PLACE in one.name), "")
    if not listed:
        way = part.fields[0].name.partition(".")[0]  # an object, or a text of the application itself
        return list(part.fields) if plain.get(way) is not None else []
    count = len(list(found(plain, part.fields[0].name)))
    return [
        replace(one, name=one.name.replace(PLACE, str(place)), label=f"{place + 1}. {one.label}")
        for place in range(count)
        for one in part.fields
    ]


def _texts(_file: Registration, plain: Mapping[str, Any]) -> dict[str, Any]:
    """The texts of the application itself, that lie in no object or list of it."""
    return {name: plain[name] for name in TEXTS if name in plain}


def _put_right(deed: Deed) -> dict[str, Any] | None:
    """The application with what was changed; None where nothing was."""
    texts = {name: deed.values[name] for name in TEXTS if name in deed.values}
    return written(deed, start={**deed.plain, **texts})


def _said_something(deed: Deed) -> Findings:
    if not deed.values.get("remark") and not deed.files and _put_right(deed) is None:
        yield wrong(str(_("Change something, bring a file, or write a remark.")), field="remark")


ANSWERING = Ask(
    key=ANSWER,
    group="file",
    way="notice",
    sections=sections,
    initial=_texts,
    change=_put_right,
    uploads=(PAPER,),
    judge=_said_something,
)


def moves_the_date(notice: Notice) -> bool:
    """Whether the notice names something that the date of the registration waits for."""
    return any(one.get("cites", "").startswith(MOVES) for one in notice.findings)


def of_the_holder(notice: Notice) -> bool:
    """Whether applicant or holder may answer it. (What only the Office of origin can mend, it mends.)"""
    return "Office" not in notice.remedied_by or "applicant" in notice.remedied_by
