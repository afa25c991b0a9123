"""Acts of search and preliminary examination (PCT Art. 19, 31, 34; Rules 13ter, 38, 40, 45bis, 53, 66)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ChapterIIDemanded, ClaimsAmended, SupplementarySearchRequested
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, fields, wrong
from chancery.services.filing.acts.making import paper
from chancery.services.filing.boxes import PARTS
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties.pct import offices_authorities, states

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

# Preliminary examination

_AS_FILED, _AS_19, _AS_34 = "as filed", "as amended under Article 19", "as amended under Article 34"


def _bases() -> Choices:
    return [
        (_AS_FILED, _("the application as filed")),
        (_AS_19, _("the claims as amended under Article 19")),
        (_AS_34, _("the application as amended under Article 34, with this demand")),
    ]


def _examiners(right: Right) -> tuple[Section, ...]:
    day = right.filing_date or right.received_on
    assert day is not None
    searched_by = right.application.searching_authority
    offered: Choices = [("", _("Choose an Authority"))]
    offered += [
        one
        for one in choices.searching_authorities()
        if one[0] and offices_authorities.may_examine(str(one[0]), searched_by, day)[0] != "no"
    ]
    authority = Field(
        name="authority",
        label=_("Examining Authority"),
        kind="choice",
        choices=lambda: offered,
        needed=True,
        help=_("Most Authorities examine after their own search; some also after that of others (Rule 59)."),
    )
    basis = Field(name="basis", label=_("To be examined"), kind="choice", choices=_bases, needed=True)
    return (Section(fields=(authority, basis)),)


def _demanded(deed: Deed) -> Event:
    """A demand elects all States that can be elected (Rule 53.7)."""
    right = deed.right
    day = right.filing_date or deed.on
    gone = (*right.application.designations_excluded, *right.designations_withdrawn)
    return ChapterIIDemanded(
        **deed.with_files,
        authority=deed.values["authority"],
        elected=states.elected(day, excluded=gone),
        basis=deed.values["basis"],
    )


def _judge_demand(deed: Deed) -> Findings:
    basis, amended = deed.values["basis"], any(one.article == "19" for one in deed.right.amendments)
    if basis == _AS_19 and not amended:
        yield wrong(_("No claims have been amended under Article 19."), field="basis", cites="PCT Rule 53.9(a)")
    if basis == _AS_34 and not deed.brought("amendment"):
        yield wrong(_("Bring the amendments and the letter."), field="files.amendment", cites="PCT Rule 53.9(c)")


DEMAND = Ask(
    key="demand",
    group="examination",
    event=_demanded,
    sections=_examiners,
    initial=lambda right: {"basis": _AS_FILED, "authority": right.application.searching_authority},
    uploads=(
        Upload(kind="amendment", label=gettext_lazy("Amendments under Article 34")),
        Upload(kind="letter", label=gettext_lazy("Letter that explains them")),
    ),
    judge=_judge_demand,
)


def _some_sheets(deed: Deed) -> Findings:
    if not any(deed.brought(kind) for kind in ("description", "claims", "drawings")):
        yield wrong(_("Bring the sheets that change."), field="files.claims", cites="PCT Rule 66.8(a)")


AMEND_34 = Ask(
    key="amend_34",
    group="examination",
    event=lambda deed: ClaimsAmended(**deed.with_files, article="34"),
    uploads=(*(Upload(kind=kind, label=PARTS[kind]) for kind in ("description", "claims", "drawings")), LETTER),
    judge=_some_sheets,
)

REPLY = Field(name="text", label=gettext_lazy("Your reply"), kind="text", limit=20_000, optional=True)


def _something_said(deed: Deed) -> Findings:
    if not (deed.values["text"] or deed.files):
        yield wrong(_("Write something, or bring a file."), field="text")


REPLY_TO_OPINION = Ask(
    key="reply_to_opinion",
    group="examination",
    event=lambda deed: paper(deed, text=deed.values["text"]),
    sections=fields(REPLY),
    uploads=(
        Upload(kind="letter", label=gettext_lazy("Letter")),
        Upload(kind="amendment", label=gettext_lazy("Amended sheets")),
    ),
    judge=_something_said,
)

ASKS = (AMEND_19, LISTING, ADDITIONAL_FEES, ABSTRACT, SUPPLEMENTARY, DEMAND, AMEND_34, REPLY_TO_OPINION)
