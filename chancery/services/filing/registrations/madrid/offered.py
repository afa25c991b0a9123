"""What the form of an application for a mark offers to choose from."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from chancery.services.filing.choices import Choices
from chancery.services.filing.registrations.offered import by_name, country_name
from chancery.treaties import madrid, nice
from chancery.treaties.madrid.parties import table
from chancery.treaties.madrid.rule_9 import INTENTION, ON_A_FORM, SECOND_LANGUAGES

UNION = "EM"


def origins() -> Choices:
    """Whose Office can be the Office of origin: States of a common Office through that Office."""
    return [("", _("Choose a contracting party")), *by_name(code for code, one in table().items() if not one.through)]


def designable() -> Choices:
    """What can be designated; the day on which a party is bound, the rules look at."""
    return origins()


def kinds() -> Choices:
    return [("ordinary", _("Trade or service mark")), ("collective", _("Collective, certification or guarantee mark"))]


def kinds_of_basis() -> Choices:
    return [("", _("Choose one")), ("application", _("Application")), ("registration", _("Registration"))]


def links() -> Choices:
    """By what an applicant may file through the Office of origin (Art. 2(1))."""
    return [
        ("", _("Choose one")),
        ("national", _("is a national")),
        ("domiciled", _("is domiciled there")),
        ("established", _("has a real and effective industrial or commercial establishment there")),
    ]


def forms() -> Choices:
    """In what a mark consists."""
    return [
        ("", _("Choose one")),
        ("word", _("Words, letters or numerals")),
        ("figurative", _("A picture, with or without words")),
        ("three-dimensional", _("A three-dimensional shape")),
        ("colour", _("A colour or combination of colours as such")),
        ("sound", _("A sound")),
        ("motion", _("A motion")),
        ("multimedia", _("Image and sound together")),
        ("hologram", _("A hologram")),
        ("position", _("The position of something on the product")),
        ("pattern", _("A pattern")),
    ]


def classes() -> Choices:
    """The forty-five classes of the Nice Classification, each with a short title of our own."""
    return [
        ("", _("Choose a class")),
        *((one.symbol, f"{one.symbol}  {one.title}") for one in nice.classification().headings),
    ]


def second_languages() -> Choices:
    """Those of the Office of the European Union."""
    from chancery.services.filing.choices import language_name

    return [("", _("Choose a language")), *((code, language_name(code)) for code in SECOND_LANGUAGES)]


def good_name(good: Mapping[str, Any]) -> str:
    return f"{good.get('number') or '–'}: {good.get('text') or _('nothing yet')}"


def party_name(designation: Mapping[str, Any]) -> str:
    code = designation.get("party") or ""
    return f"{code} {country_name(code)}" if code else ""


def is_chosen_by_hand(designation: Mapping[str, Any]) -> bool:
    return not designation.get("party")


def wants_intention(designation: Mapping[str, Any]) -> bool:
    """Whether the party asks for a declaration of intention to use the mark (Rule 7(2))."""
    found = madrid.party(designation.get("party") or "")
    return found is not None and INTENTION in found.declared


def wants_form(designation: Mapping[str, Any]) -> bool:
    return designation.get("party") in ON_A_FORM


def wants_second_language(designation: Mapping[str, Any]) -> bool:
    return designation.get("party") == UNION
