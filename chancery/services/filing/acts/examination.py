"""Acts of the preliminary examination (PCT Art. 31, 34; Rules 53, 60.1, 66, 68.2)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.events import ChapterIIDemanded, ClaimsAmended
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, fields, wrong
from chancery.services.filing.acts.making import paper
from chancery.services.filing.acts.search import LETTER
from chancery.services.filing.boxes import PARTS
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties.pct import offices_authorities, states

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
    return ChapterIIDemanded(
        **deed.with_files,
        authority=deed.values["authority"],
        elected=states.elected(day, excluded=right.designations_gone),
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

# What the Authority objects to

CORRECTION = Field(name="text", label=gettext_lazy("The demand as corrected"), kind="text", limit=20_000, optional=True)

CORRECT_DEMAND = Ask(
    key="correct_demand",
    group="examination",
    event=lambda deed: paper(deed, text=deed.values["text"]),
    sections=fields(CORRECTION),
    uploads=(Upload(kind="demand", label=gettext_lazy("The corrected demand")),),
    judge=_something_said,
)

CLAIMS = Field(
    name="claims",
    label=gettext_lazy("Claims to which you restrict"),
    limit=300,
    optional=True,
    help=gettext_lazy("As the Authority groups them, for example: 1 to 3."),
)
INVENTIONS = Field(
    name="inventions",
    label=gettext_lazy("Further inventions for which you pay"),
    limit=300,
    optional=True,
)
PROTEST = Field(
    name="protest",
    label=gettext_lazy("Reasons for the protest"),
    kind="text",
    limit=6000,
    optional=True,
    help=gettext_lazy("Only where you pay under protest: why the inventions are one, or the fees too high."),
)


def _restricted_or_paid(deed: Deed) -> Findings:
    if not (deed.values["claims"] or deed.values["inventions"]):
        message = _("Say to which claims you restrict, or for which inventions you pay.")
        yield wrong(message, field="claims", cites="PCT Rule 68.2")
    if deed.values["protest"] and not deed.values["inventions"]:
        yield wrong(_("Only a payment can be made under protest."), field="protest", cites="PCT Rule 68.3")


ANSWER_UNITY = Ask(
    key="answer_unity_in_examination",
    group="examination",
    event=lambda deed: paper(deed, **{name: deed.values[name] for name in ("claims", "inventions", "protest")}),
    sections=fields(CLAIMS, INVENTIONS, PROTEST),
    uploads=(Upload(kind="amendment", label=gettext_lazy("Claims as restricted")),),
    judge=_restricted_or_paid,
)

ASKS = (DEMAND, AMEND_34, CORRECT_DEMAND, ANSWER_UNITY, REPLY_TO_OPINION)
