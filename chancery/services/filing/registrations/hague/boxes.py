"""The boxes of an application for the registration of designs, in the order of the form DM/1."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.fields import day
from chancery.services.filing.registrations.fields import EARLIER, LANGUAGE, REACHED, REPRESENTATIVE, signature
from chancery.services.filing.registrations.hague import offered
from chancery.services.filing.shapes import Box, Field, Group

APPLICANT = (
    Field(name="name", label=_("Name"), help=_("Family name first; a legal entity by its full name.")),
    *REACHED,
)

LINK = (
    Field(name="party", label=_("Contracting party"), kind="choice", choices=offered.linked, half=True),
    Field(name="bond", label=_("The applicant"), kind="choice", choices=offered.bonds, half=True),
)

DESIGNATION = (
    Field(name="party", label=_("Contracting party"), kind="choice", choices=offered.designable),
    Field(
        name="claim",
        label=_("Claim"),
        kind="text",
        limit=1000,
        optional=True,
        help=_("Only where the party asks for one, in the words that it prescribes."),
    ),
    Field(
        name="category",
        label=_("Lower tariff"),
        kind="choice",
        choices=offered.categories,
        half=True,
        optional=True,
    ),
    Field(
        name="level",
        label=_("Level of the standard fee"),
        kind="number",
        limit=1,
        half=True,
        mono=True,
        optional=True,
        help=_("1, 2 or 3, where you know it and the list here does not."),
    ),
    Field(
        name="novelty_exception",
        label=_("A disclosure is to be disregarded there (exception to lack of novelty)"),
        kind="flag",
    ),
    Field(
        name="annexes",
        label=_("Annexes that are sent in another way than as a file here"),
        kind="several",
        choices=offered.annexes,
        optional=True,
    ),
)

DESIGN = (
    Field(
        name="product",
        label=_("Product"),
        help=_("What the design is, or what it is used with: a lamp, a textile, a graphical interface."),
    ),
    Field(
        name="subclass",
        label=_("Locarno class and subclass"),
        kind="choice",
        choices=offered.subclasses,
        half=True,
        optional=True,
        help=_("All designs are in one class. Left open: the International Bureau says it."),
    ),
    Field(
        name="dimensions",
        label=_("Dimensions"),
        kind="choice",
        choices=offered.dimensions,
        half=True,
        optional=True,
    ),
    Field(
        name="description",
        label=_("Description"),
        kind="text",
        limit=10_000,
        optional=True,
        help=_("Of what is seen, not of how it works. Words over one hundred in all cost more."),
    ),
    Field(
        name="disclaimer",
        label=_("What is shown and not claimed"),
        kind="choice",
        choices=offered.disclaimers,
        optional=True,
    ),
    Field(
        name="creators",
        label=_("Made by"),
        kind="places",
        of="creators",
        item=offered.creator_name,
        optional=True,
        help=_("Of the creators in box 4. Left open: by all of them."),
    ),
)

VIEW = (Field(name="legend", label=_("Legend"), kind="choice", choices=offered.legends, optional=True),)

CREATOR = (
    Field(name="name", label=_("Name")),
    Field(name="address", label=_("Address"), kind="text", limit=1000),
    Field(name="applicant", label=_("The creator is one of the applicants"), kind="flag"),
)

PRIORITY = (
    replace(EARLIER[0], half=True),
    *EARLIER[1:],
    Field(
        name="designs",
        label=_("For these designs"),
        kind="places",
        of="shown",
        item=offered.design_name,
        optional=True,
        help=_("Left open: for all."),
    ),
)

BOXES: tuple[Box, ...] = (
    Box(
        slug="applicant",
        numeral="1",
        title=_("Applicant"),
        lead=_("Each applicant needs a link with a contracting party; they may be with different ones."),
        owns=("language", "filed_through", "applicants", "origin", "least_developed", "received_on"),
        group=Group(
            name="applicants",
            one=_("Applicant"),
            fields=APPLICANT,
            add=_("Add an applicant"),
            groups=(
                Group(
                    name="links",
                    one=_("Link"),
                    title=_("What gives the right to file"),
                    fields=LINK,
                    add=_("Add a link"),
                ),
            ),
        ),
        fields=(
            LANGUAGE,
            Field(
                name="filed_through",
                label=_("Office through which it is filed"),
                kind="choice",
                choices=offered.offices,
                optional=True,
            ),
            Field(
                name="least_developed",
                label=_("The link is with least developed countries only: the fees are lower"),
                kind="flag",
            ),
        ),
    ),
    Box(
        slug="representative",
        numeral="2",
        title=_("Representative"),
        lead=_("One at most. Left empty: the applicant acts alone."),
        owns=("representative",),
        fields=REPRESENTATIVE,
    ),
    Box(
        slug="parties",
        numeral="3",
        title=_("Designated parties"),
        lead=_("Where the designs are to be protected, and what each party asks for beside the designs."),
        owns=("designations",),
        heads=("designations",),
        above="filing/hague/designated.html",
        piece="filing/hague/parties.html",
        group=Group(
            name="designations",
            one=_("Designated party"),
            fields=DESIGNATION,
            add=_("Add a party"),
        ),
    ),
    Box(
        slug="creators",
        numeral="4",
        title=_("Creators"),
        lead=_("Who made the designs. Some parties ask for it."),
        owns=("creators",),
        heads=("creators",),
        above="filing/hague/asked.html",
        group=Group(name="creators", one=_("Creator"), fields=CREATOR, add=_("Add a creator")),
    ),
    Box(
        slug="designs",
        numeral="5",
        title=_("Designs and their views"),
        lead=_("Up to one hundred designs of one Locarno class, each with its views in the order in which they count."),
        owns=("shown", "designs", "reproductions", "specimens", "words", "paper_pages"),
        heads=("designs", "reproductions", "specimens"),
        piece="filing/hague/designs.html",
        group=Group(
            name="shown",
            one=_("Design"),
            fields=DESIGN,
            add=_("Add a design"),
            orderly=True,
            groups=(
                Group(name="views", one=_("View"), title=_("Views"), fields=VIEW, add=_("Add a view"), orderly=True),
            ),
        ),
        fields=(
            Field(
                name="specimens",
                label=_("Specimens are sent to the International Bureau in place of views"),
                kind="flag",
                help=_("Only of two-dimensional designs, and only where publication is deferred."),
            ),
        ),
    ),
    Box(
        slug="priority",
        numeral="6",
        title=_("Priority"),
        lead=_("An earlier application, filed in the last six months, whose date is to count."),
        owns=("priorities",),
        group=Group(name="priorities", one=_("Priority claim"), fields=PRIORITY, add=_("Add a priority claim")),
    ),
    Box(
        slug="publication",
        numeral="7",
        title=_("Publication"),
        lead=_("When everybody may see the designs. Until then nobody but the Offices does."),
        owns=("publication", "chosen_on", "deferred_months"),
        above="filing/hague/publication.html",
        fields=(
            Field(name="publication", label=_("Publish"), kind="choice", choices=offered.timings),
            day("chosen_on", _("Chosen day"), optional=True),
            Field(
                name="deferred_months",
                label=_("Months of deferment"),
                kind="number",
                limit=2,
                half=True,
                mono=True,
                optional=True,
                help=_("Left open: as long as can be."),
            ),
        ),
    ),
    signature("8", "signed"),
)
