"""What the form of a design application offers to choose from."""

from typing import Any

from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.saying import said
from chancery.records.register import queries as rights
from chancery.services.filing.choices import Choices
from chancery.services.filing.registrations.hague.annexes import ANNEXES
from chancery.services.filing.registrations.offered import by_name
from chancery.treaties import hague, locarno
from chancery.treaties.hague.parties import table


def linked() -> Choices:
    """The parties with which an applicant can have a link: States of a common Office too."""
    return [("", _("Choose a contracting party")), *by_name(table())]


def bonds() -> Choices:
    return [
        ("", _("Choose one")),
        ("national", _("is a national")),
        ("domiciled", _("is domiciled there")),
        ("established", _("has a real and effective establishment there")),
        ("resident", _("has the habitual residence there")),
    ]


def offices() -> Choices:
    """Through which an application may be filed; the International Bureau where none is chosen."""
    open_ones = [code for code, one in table().items() if not one.office_closed]
    return [("", _("None: directly with the International Bureau")), *by_name(open_ones)]


def designable() -> Choices:
    """What can be designated on the office's day."""
    return [("", _("Choose a contracting party")), *by_name(one.code for one in hague.designable(clock.today()))]


def subclasses() -> Choices:
    """The subclasses of Locarno under the titles of their classes."""
    headings = locarno.classification().headings
    inside: dict[str, list[tuple[str, str]]] = {}
    for one in headings:
        if one.parent:
            inside.setdefault(one.parent, []).append((one.symbol, f"{one.symbol}  {said(one.title)}"))
    classes = [(f"{one.symbol}  {said(one.title)}", inside[one.symbol]) for one in headings if one.symbol in inside]
    return [("", _("Not said")), *classes]


def dimensions() -> Choices:
    return [("", _("Not said")), ("three", _("Three-dimensional")), ("two", _("Two-dimensional"))]


def legends() -> Choices:
    """The legends of Administrative Instruction 405."""
    return [("", _("None")), *((key, str(words)) for key, words in rights.LEGENDS.items())]


def disclaimers() -> Choices:
    return [
        ("", _("Nothing is disclaimed")),
        ("words", _("In words, in the description")),
        ("broken lines", _("By broken lines")),
        ("shading", _("By shading or colouring")),
    ]


def categories() -> Choices:
    return [
        ("", _("None")),
        ("small", _("Small entity (United States of America)")),
        ("micro", _("Micro entity (United States of America)")),
        ("reduced", _("Reduced, by the law of the party")),
    ]


def annexes() -> Choices:
    return [(key, f"{key}: {words}") for key, words in ANNEXES.items()]


def timings() -> Choices:
    return [
        ("standard", _("Twelve months after the registration")),
        ("immediate", _("At once after the registration")),
        ("chosen", _("On a day that I choose")),
        ("deferred", _("Deferred")),
    ]


def creator_name(creator: Any) -> str:
    return creator.get("name") or _("a creator without a name")


def design_name(design: Any) -> str:
    return design.get("product") or _("a design without a product")
