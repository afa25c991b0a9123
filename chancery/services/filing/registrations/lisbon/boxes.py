"""The boxes of an application of the Lisbon system, in the order of Rule 5(2) of the Common Regulations."""

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.fields import day
from chancery.services.filing.registrations import offered as shared
from chancery.services.filing.registrations.fields import LANGUAGE, signature
from chancery.services.filing.registrations.lisbon import offered
from chancery.services.filing.shapes import Box, Field, Group

ORIGIN = (
    Field(name="kind", label=_("What is to be registered"), kind="choice", choices=offered.kinds),
    Field(name="origin", label=_("Contracting party of origin"), kind="choice", choices=offered.parties),
    Field(
        name="joint_with",
        label=_("Together with these parties, where the area lies in several"),
        kind="several",
        choices=offered.several_parties,
        optional=True,
    ),
    LANGUAGE,
    Field(
        name="least_developed",
        label=_("The party of origin is a least developed country: the fee is lower"),
        kind="flag",
    ),
)

PRESENTED = (
    Field(name="presented_by", label=_("Presented by"), kind="choice", choices=offered.presenters),
    Field(
        name="authority",
        label=_("Competent Authority"),
        kind="text",
        limit=1000,
        help=_("Name and address. Needed where it presents the application."),
    ),
    Field(
        name="direct_declared",
        label=_("The party of origin has declared that beneficiaries may apply themselves"),
        kind="flag",
    ),
)

BENEFICIARY = (
    Field(
        name="name",
        label=_("Name"),
        help=_("By name, or collectively: the producers of the area."),
    ),
    Field(name="address", label=_("Address"), kind="text", limit=1000, optional=True),
)

NAME = (
    Field(name="text", label=_("Name"), help=_("As it stands in an official language of the party of origin.")),
    Field(name="language", label=_("Language of the name"), kind="choice", choices=shared.any_language),
    Field(name="latin", label=_("It is written in Latin letters"), kind="flag"),
    Field(
        name="transliteration",
        label=_("Transliteration into Latin letters"),
        optional=True,
        help=_("After the sounds of the language of the application."),
    ),
)

TRANSLATION = (
    Field(name="language", label=_("Language of the translation"), kind="choice", choices=shared.any_language),
    Field(name="text", label=_("Translation")),
)

HOME = (
    Field(name="protected_by.kind", label=_("Protected by"), kind="choice", choices=offered.protections),
    Field(name="protected_by.title", label=_("Title of the law or decision"), limit=500, optional=True),
    Field(name="protected_by.number", label=_("Number"), limit=120, half=True, mono=True, optional=True),
    day("protected_by.dated", _("Date"), optional=True),
)

LINK = (
    Field(name="link.quality", label=_("Quality or characteristics"), kind="text", limit=10_000, optional=True),
    Field(name="link.reputation", label=_("Reputation"), kind="text", limit=10_000, optional=True),
    Field(
        name="link.natural_factors",
        label=_("Natural factors: soil, climate, breeds"),
        kind="text",
        limit=10_000,
        optional=True,
    ),
    Field(
        name="link.human_factors",
        label=_("Human factors: knowledge, methods"),
        kind="text",
        limit=10_000,
        optional=True,
    ),
)

BOXES: tuple[Box, ...] = (
    Box(
        slug="origin",
        numeral="1",
        title=_("Party of origin"),
        owns=("kind", "origin", "joint_with", "language", "least_developed", "received_on"),
        fields=ORIGIN,
    ),
    Box(
        slug="presenter",
        numeral="2",
        title=_("Who presents it"),
        lead=_("The Competent Authority; the beneficiaries themselves only where their party lets them."),
        owns=("presented_by", "authority", "direct_declared"),
        fields=PRESENTED,
    ),
    Box(
        slug="beneficiaries",
        numeral="3",
        title=_("Beneficiaries"),
        lead=_("Who may use the name."),
        owns=("beneficiaries",),
        heads=("beneficiaries",),
        group=Group(name="beneficiaries", one=_("Beneficiary"), fields=BENEFICIARY, add=_("Add a beneficiary")),
    ),
    Box(
        slug="names",
        numeral="4",
        title=_("The name"),
        lead=_("The appellation or indication itself, in each official language in which it exists."),
        owns=("names", "generic"),
        heads=("names",),
        group=Group(name="names", one=_("Name"), fields=NAME, add=_("Add the name in another language")),
        fields=(
            Field(
                name="generic",
                label=_("Elements that are not claimed"),
                kind="text",
                limit=1000,
                optional=True,
                help=_("Words in the name that are generic, such as the kind of product."),
            ),
        ),
    ),
    Box(
        slug="translations",
        numeral="5",
        title=_("Translations"),
        lead=_("In as many languages as you want. They help others to recognize the name."),
        owns=("translations",),
        group=Group(name="translations", one=_("Translation"), fields=TRANSLATION, add=_("Add a translation")),
    ),
    Box(
        slug="goods",
        numeral="6",
        title=_("Goods and area"),
        owns=("goods", "area"),
        fields=(
            Field(
                name="goods",
                label=_("Goods"),
                kind="lines",
                limit=500,
                help=_("One good a line: cheese; wine; pottery."),
            ),
            Field(
                name="area",
                label=_("Geographical area of production"),
                kind="text",
                limit=10_000,
                help=_("So that its borders are known."),
            ),
        ),
    ),
    Box(
        slug="protection",
        numeral="7",
        title=_("Protection at home"),
        lead=_("The registration, the law or the decision by which the name is protected in the party of origin."),
        owns=("protected_by",),
        heads=("protected_by",),
        fields=HOME,
    ),
    Box(
        slug="link",
        numeral="8",
        title=_("Link with the area"),
        lead=_("What the product owes to its area. Some parties ask for it; without it there is no protection there."),
        owns=("link",),
        heads=("link",),
        fields=LINK,
    ),
    Box(
        slug="parties",
        numeral="9",
        title=_("Parties"),
        owns=("waived", "intended"),
        above="filing/lisbon/covered.html",
        fields=(
            Field(
                name="waived",
                label=_("Protection is not wanted in"),
                kind="several",
                choices=offered.several_parties,
                optional=True,
            ),
            Field(
                name="intended",
                label=_("It is intended to use the name, or to control its use, in the parties that ask for this"),
                kind="flag",
            ),
        ),
    ),
    signature("10", "signed"),
)
