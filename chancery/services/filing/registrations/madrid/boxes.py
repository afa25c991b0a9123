"""The boxes of an application for the international registration of a mark, in the order of the form MM2 (Rule 9)."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from chancery.services.filing import choices
from chancery.services.filing.fields import day, number
from chancery.services.filing.registrations import offered as shared
from chancery.services.filing.registrations.fields import EARLIER, LANGUAGE, REACHED, REPRESENTATIVE, signature
from chancery.services.filing.registrations.madrid import offered
from chancery.services.filing.shapes import Box, Field, Group

ORIGIN = (
    Field(
        name="origin",
        label=_("Office of origin"),
        kind="choice",
        choices=offered.origins,
        help=_(
            "The Office where the basic mark stands. The application goes through it; it certifies and sends it on."
        ),
    ),
    replace(LANGUAGE, half=True),
    Field(
        name="least_developed",
        label=_("Every applicant comes from a least developed country: the basic fee is a tenth"),
        kind="flag",
    ),
)

APPLICANT = (
    Field(
        name="kind",
        label=_("Natural person or legal entity"),
        kind="choice",
        choices=choices.kinds_of_person,
        optional=True,
    ),
    Field(
        name="name",
        label=_("Name"),
        help=_("As it stands in the basic mark. Family name first; a legal entity by its full official name."),
    ),
    *REACHED,
    Field(
        name="link",
        label=_("Why this applicant may file through the Office of origin: in its territory the applicant"),
        kind="choice",
        choices=offered.links,
    ),
    Field(
        name="linked_in",
        label=_("State of an organization in which that link lies"),
        kind="choice",
        choices=shared.countries,
        optional=True,
        help=_("Only where the Office of origin is that of an organization, such as the European Union."),
    ),
    Field(
        name="legal_form",
        label=_("Legal nature of the entity"),
        limit=100,
        half=True,
        optional=True,
        help=_("Some parties ask for it: for example, corporation."),
    ),
    Field(
        name="formed_in",
        label=_("State under whose law it is made"),
        kind="choice",
        choices=shared.countries,
        half=True,
        optional=True,
    ),
)

BASIS = (
    Field(name="kind", label=_("The basic mark is"), kind="choice", choices=offered.kinds_of_basis, half=True),
    number(_("Number")),
    day("dated", _("Date")),
    Field(
        name="holder",
        label=_("In whose name it stands"),
        optional=True,
        help=_("Only where it is not that of the applicant, letter by letter."),
    ),
    Field(
        name="classes",
        label=_("Its classes"),
        kind="numbers",
        limit=46,
        mono=True,
        optional=True,
        help=_("For example 9 35 42. Goods and services of this application must be covered by it."),
    ),
)

PRIORITY = (
    *EARLIER,
    Field(
        name="goods",
        label=_("Claimed only for these goods and services"),
        kind="places",
        of="goods",
        item=offered.good_name,
        optional=True,
        help=_("None ticked: for all."),
    ),
)

MARK = (
    Field(name="mark.form", label=_("The mark is"), kind="choice", choices=offered.forms),
    Field(name="kind", label=_("Kind of mark"), kind="choice", choices=offered.kinds),
    Field(
        name="mark.words",
        label=_("Its words, letters or numerals"),
        kind="text",
        limit=1000,
        optional=True,
        help=_("Exactly as in the basic mark. It is what one will find the mark by."),
    ),
    Field(
        name="mark.standard_characters",
        label=_("The mark is to be regarded as one in standard characters"),
        kind="flag",
        help=_("Words alone, whatever their script: then no picture is needed."),
    ),
    Field(
        name="mark.described",
        label=_("Description of the mark"),
        kind="text",
        limit=5000,
        optional=True,
        help=_("In words what is seen or heard. For a sound, motion, position or pattern it says what is protected."),
    ),
    Field(
        name="mark.colours_claimed",
        label=_("Colours claimed"),
        limit=500,
        optional=True,
        help=_("For example: red (ring), white (letters). Left empty: no colour is claimed."),
    ),
    Field(
        name="colour",
        label=_("The mark is shown in colour"),
        kind="flag",
        help=_("It costs the higher basic fee, whether or not colours are claimed."),
    ),
    Field(
        name="mark.latin",
        label=_("The mark has only Latin letters and Arabic or Roman numerals, or none"),
        kind="flag",
    ),
    Field(
        name="mark.transliteration",
        label=_("Transliteration"),
        limit=500,
        optional=True,
        help=_("Of other letters and numerals, by the phonetics of the language of the application."),
    ),
    Field(name="mark.translation", label=_("Translation of its words"), limit=1000, optional=True),
    Field(
        name="mark.disclaimed",
        label=_("Elements for which no protection is asked"),
        kind="text",
        limit=1000,
        optional=True,
    ),
)

GOOD = (
    Field(name="number", label=_("Class"), kind="number", choices=offered.classes, limit=2, half=True),
    Field(name="text", label=_("Goods or services"), limit=2000, half=True),
)

DESIGNATION = (
    Field(
        name="party",
        label=_("Contracting party"),
        kind="choice",
        choices=offered.designable,
        when=offered.is_chosen_by_hand,
    ),
    Field(
        name="goods",
        label=_("Limited there to these goods and services"),
        kind="places",
        of="goods",
        item=offered.good_name,
        optional=True,
        help=_("None ticked: protection is asked for all. A limitation can lower the fee of the party."),
    ),
    Field(
        name="intends_use",
        label=_("The applicant intends to use the mark there, or to let it be used with consent"),
        kind="flag",
        when=offered.wants_intention,
    ),
    Field(
        name="form_signed",
        label=_("The declaration of intention to use, form MM18, is signed and goes along"),
        kind="flag",
        when=offered.wants_form,
    ),
    Field(
        name="second_language",
        label=_("Second language before the Office of the European Union"),
        kind="choice",
        choices=offered.second_languages,
        when=offered.wants_second_language,
    ),
)

BOXES: tuple[Box, ...] = (
    Box(
        slug="origin",
        numeral="1",
        title=_("Office of origin"),
        lead=_("An international application rests on a mark that stands, or is applied for, at home."),
        owns=("origin", "language", "least_developed", "certification", "received_on"),
        fields=ORIGIN,
    ),
    Box(
        slug="applicants",
        numeral="2",
        title=_("Applicants"),
        lead=_("Each applicant needs a link with the territory of the Office of origin; the links may differ."),
        owns=("applicants",),
        group=Group(name="applicants", one=_("Applicant"), fields=APPLICANT, add=_("Add an applicant")),
    ),
    Box(
        slug="representative",
        numeral="4",
        title=_("Representative"),
        lead=_("One at most, before the International Bureau. Leave it empty where there is none."),
        owns=("representative",),
        fields=REPRESENTATIVE,
    ),
    Box(
        slug="basis",
        numeral="5",
        title=_("Basic mark"),
        lead=_("For five years the international registration depends on it."),
        owns=("basis",),
        group=Group(name="basis", one=_("Basic mark"), fields=BASIS, add=_("Add a basic mark")),
    ),
    Box(
        slug="priority",
        numeral="6",
        title=_("Priority"),
        lead=_("An earlier application for the mark, of the last six months, whose date is to count."),
        owns=("priorities",),
        above="filing/piece/priority_end.html",
        group=Group(name="priorities", one=_("Priority claim"), fields=PRIORITY, add=_("Add a priority claim")),
    ),
    Box(
        slug="mark",
        numeral="7",
        title=_("The mark"),
        lead=_("It must be the same as the basic mark: the Office of origin certifies that."),
        owns=("mark", "kind", "colour"),
        heads=("mark.reproductions",),
        about=_("About the mark"),
        piece="filing/madrid/mark.html",
        fields=MARK,
    ),
    Box(
        slug="goods",
        numeral="10",
        title=_("Goods and services"),
        lead=_("In precise words, by class of the Nice Classification, in the order of the classes."),
        owns=("goods", "classes"),
        about=_("The list"),
        piece="filing/madrid/goods.html",
        group=Group(name="goods", one=_("Goods or services"), fields=GOOD, add=_("Add an empty line"), last=299),
    ),
    Box(
        slug="designations",
        numeral="11",
        title=_("Designated parties"),
        lead=_("Where the mark is to be protected. The basic mark's own party cannot be among them."),
        owns=("designations",),
        about=_("What differs by party"),
        piece="filing/madrid/designations.html",
        group=Group(
            name="designations",
            one=_("Designated party"),
            fields=DESIGNATION,
            add=_("Add a party by hand"),
            last=199,
            called=offered.party_name,
        ),
    ),
    signature("12", "signatures"),
)
