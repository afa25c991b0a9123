"""Acts of the international search (PCT Art. 19; Rules 13ter, 38, 40, 45bis)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register.events import ClaimsAmended, SupplementarySearchRequested
from chancery.records.register.queries import Right
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, fields, wrong
from chancery.services.filing.acts.making import paper
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties.pct import offices_authorities

STATEMENT_WORDS = 500  # PCT Rule 46.4(a)
LETTER = Upload(
    kind="letter",
    label=gettext_lazy("Letter"),
    help=gettext_lazy("It says what is changed, and where each change rests in the application as filed."),
    needed=True,
)
STATEMENT = Field(
    name="statement",
    label=gettext_lazy("Statement"),
    kind="text",
    limit=6000,
    optional=True,
    help=gettext_lazy("At most 500 words, published with the claims. It must not speak ill of the search report."),
)


def _short_statement(deed: Deed) -> Findings:
    count = len(deed.values["statement"].split())
    if count > STATEMENT_WORDS:
        message = _("The statement has {count} words; at most {most} are taken. Shorten it.")
        yield wrong(message.format(count=count, most=STATEMENT_WORDS), field="statement", cites="PCT Rule 46.4(a)")


AMEND_19 = Ask(
    key="amend_claims_19",
    group="search",
    event=lambda deed: ClaimsAmended(**deed.with_files, article="19", statement=deed.values["statement"]),
    sections=fields(STATEMENT),
    uploads=(
        Upload(
            kind="claims",
            label=gettext_lazy("All claims as amended"),
            help=gettext_lazy("The complete set, in sheets that take the place of the claims as filed."),
            needed=True,
        ),
        LETTER,
    ),
    judge=_short_statement,
)

# Search

LISTING = Ask(
    key="furnish_sequence_listing",
    group="search",
    event=paper,
    uploads=(
        Upload(
            kind="sequence listing",
            label=gettext_lazy("Sequence listing"),
            help=gettext_lazy("An XML file after WIPO Standard ST.26."),
            needed=True,
            xml=True,
        ),
    ),
)

INVENTIONS = Field(
    name="inventions",
    label=gettext_lazy("For which inventions"),
    limit=300,
    needed=True,
    help=gettext_lazy("As the Authority numbers them, for example: 2, 4 and 5."),
)
PROTEST = Field(
    name="protest",
    label=gettext_lazy("Reasons for the protest"),
    kind="text",
    limit=6000,
    optional=True,
    help=gettext_lazy("Only where you pay under protest: why the inventions are one, or the fees too high."),
)

ADDITIONAL_FEES = Ask(
    key="pay_additional_search_fees",
    group="search",
    event=lambda deed: paper(deed, inventions=deed.values["inventions"], protest=deed.values["protest"]),
    sections=fields(INVENTIONS, PROTEST),
)

COMMENT = Field(name="text", label=gettext_lazy("Your proposal"), kind="text", limit=4000, needed=True)

ABSTRACT = Ask(
    key="comment_on_abstract",
    group="search",
    event=lambda deed: paper(deed, text=deed.values["text"]),
    sections=fields(COMMENT),
)


def _searchers(right: Right) -> tuple[Section, ...]:
    day = right.filing_date or right.received_on
    assert day is not None  # a right that was received has its day
    found = offices_authorities.supplementary_authorities(day, searched_by=right.application.searching_authority)
    asked = {one.authority for one in right.supplementary if one.withdrawn_on is None}
    offered: Choices = [("", _("Choose an Authority"))]
    offered += [(one.code, f"{one.code}  {one.name}") for one in found.known if one.code not in asked]
    authority = Field(
        name="authority",
        label=_("Authority"),
        kind="choice",
        choices=lambda: offered,
        needed=True,
        help=_("Those known to us to offer supplementary searches, but for the one that made the main search."),
    )
    inventions = Field(
        name="remark",
        label=_("Which invention is to be searched"),
        kind="text",
        limit=2000,
        optional=True,
        help=_("Where the first Authority found several: which one, if not the first."),
    )
    return (Section(fields=(authority, inventions)),)


SUPPLEMENTARY = Ask(
    key="request_sis",
    group="search",
    event=lambda deed: SupplementarySearchRequested(**deed.with_files, authority=deed.values["authority"]),
    sections=_searchers,
    uploads=(Upload(kind="translation", label=gettext_lazy("Translation for this Authority")),),
)

ASKS = (AMEND_19, LISTING, ADDITIONAL_FEES, ABSTRACT, SUPPLEMENTARY)
