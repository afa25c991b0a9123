"""The boxes of the request (Form PCT/RO/101) in the order of the form, and the fields that stand in each.

A field is named by its path in the application, ``parties.0.name``: forms, findings and the API all use that name.
"""

from django.utils.translation import gettext_lazy as _

from chancery.services.filing import choices
from chancery.services.filing.fields import (
    AGENT,
    AGENT_REGISTERED,
    CLAIM,
    DECLARATION,
    DECLARED_FOR,
    DEPOSIT,
    EARLIER_SEARCH,
    PARENT,
    PARTY,
    PARTY_FOR,
)
from chancery.services.filing.shapes import Box, Field, Group

BOXES: tuple[Box, ...] = (
    Box(
        slug="title",
        numeral="I",
        title=_("Title"),
        owns=("title", "language", "request_language", "file_reference", "receiving_office"),
        heads=("receiving_office",),
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
                half=True,
            ),
            Field(
                name="request_language",
                label=_("Language of the request"),
                kind="choice",
                choices=choices.languages_of_request,
                help=_("Only where it is not the language of filing: a language of publication."),
                half=True,
                optional=True,
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
        owns=("parties.0", "parties", "fee_reduction_claimed", "beneficial_owners"),
        below="filing/piece/reduction.html",
        group=Group(name="parties", one=_("Applicant"), fields=(*PARTY, *PARTY_FOR), add=_("Add a person"), last=0),
        fields=(
            Field(
                name="fee_reduction_claimed",
                label=_("Does every applicant qualify for the reduction of fees by 90%?"),
                kind="answer",
                choices=choices.answers,
                optional=True,
                help=_(
                    "Each applicant, also those of box III, must be a natural person, national and resident of one "
                    "State of the list; or anyone, also a company, national and resident of a least developed country."
                ),
            ),
            Field(
                name="beneficial_owners",
                label=_("Does everyone who will own the invention besides them qualify too?"),
                kind="answer",
                choices=choices.answers,
                optional=True,
                help=_(
                    "Whoever is to own it on the day of filing counts: an employer, an assignee, a partner. Leave it "
                    "open where there is nobody else."
                ),
            ),
        ),
    ),
    Box(
        slug="parties",
        numeral="III",
        title=_("Further parties"),
        lead=_("Further applicants, and inventors who are not applicants."),
        owns=("parties.",),
        group=Group(
            name="parties",
            one=_("Further applicant or inventor"),
            fields=(*PARTY, *PARTY_FOR),
            add=_("Add a person"),
            first=1,
        ),
    ),
    Box(
        slug="agent",
        numeral="IV",
        title=_("Agent"),
        lead=_(
            "An agent, or one of the applicants as common representative. Letters of the office go to this address."
        ),
        owns=("agents", "correspondence_address"),
        group=Group(
            name="agents",
            one=_("Agent or common representative"),
            fields=(*AGENT, *AGENT_REGISTERED),
            add=_("Add an agent"),
        ),
        fields=(
            Field(
                name="correspondence_address",
                label=_("Address for correspondence"),
                kind="text",
                limit=1000,
                optional=True,
                help=_("Only where there is no agent, and letters are to go elsewhere than to the first applicant."),
            ),
        ),
    ),
    Box(
        slug="designations",
        numeral="V",
        title=_("Designations"),
        owns=("designations_excluded", "parents"),
        above="filing/piece/designated.html",
        group=Group(
            name="parents",
            one=_("Earlier application or grant"),
            fields=PARENT,
            add=_("Add an earlier application or grant"),
            title=_("Continuation or addition"),
            lead=_("Only where this application is to continue, or to add to, an earlier one in some State."),
        ),
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
        above="filing/piece/priority_end.html",
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
        owns=("searching_authority", "earlier_searches"),
        group=Group(
            name="earlier_searches",
            one=_("Earlier search"),
            fields=EARLIER_SEARCH,
            add=_("Add an earlier search"),
            title=_("Earlier search"),
            lead=_("A search that was made before, whose results the Authority is asked to use."),
        ),
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
        group=Group(
            name="declarations", one=_("Declaration"), fields=(*DECLARATION, *DECLARED_FOR), add=_("Add a declaration")
        ),
    ),
    Box(
        slug="deposits",
        numeral="134",
        title=_("Biological material"),
        lead=_(
            "Form PCT/RO/134: where the description refers to deposited biological material. What is missing can "
            "follow within sixteen months of the priority date (Rule 13bis.4(a))."
        ),
        owns=("deposits",),
        group=Group(name="deposits", one=_("Deposit"), fields=DEPOSIT, add=_("Add a deposit")),
    ),
    Box(
        slug="documents",
        numeral="IX",
        title=_("Documents"),
        lead=_("Each part is one PDF file, sheets of A4, in the language of filing; a sequence listing is XML."),
        owns=("parts", "format", "request_sheets", "abstract_figure"),
        heads=("parts",),
        piece="filing/piece/documents.html",
        about=_("About the documents"),
        fields=(
            Field(
                name="abstract_figure",
                label=_("Figure to be published with the abstract"),
                limit=20,
                mono=True,
                optional=True,
                help=_("The number of one figure of the drawings, for example 2 (Rule 8.2)."),
            ),
        ),
    ),
    Box(
        slug="signature",
        numeral="X",
        title=_("Signature"),
        owns=("signatures",),
        heads=("signatures",),
        piece="filing/piece/signature.html",
    ),
)

BY_SLUG = {box.slug: box for box in BOXES}
PARTS = {
    "description": _("Description"),
    "claims": _("Claims"),
    "abstract": _("Abstract"),
    "drawings": _("Drawings"),
    "sequence listing": _("Sequence listing"),
}
OPTIONAL_PARTS = frozenset({"drawings", "sequence listing"})
XML_PARTS = frozenset({"sequence listing"})
"""Parts that come as an XML file after WIPO Standard ST.26; all others are PDF files."""
