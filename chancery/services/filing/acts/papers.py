"""Letters, translations, copies, observations answered, review (PCT Rules 92, 12, 91.3(d), 94; Art. 25)."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.queries import Right
from chancery.services.filing import choices
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, fields, wrong
from chancery.services.filing.acts.making import paper
from chancery.services.filing.acts.withdrawals import designated
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field, Text

TEXT = 20_000  # characters of a letter; longer ones come as a file


def _text(label: Text, *, needed: bool = False) -> Field:
    return Field(name="text", label=label, kind="text", limit=TEXT, needed=needed, optional=not needed)


# Letters


def _addressees(right: Right) -> Choices:
    application = right.application
    return [
        ("IB", _("the International Bureau")),
        ("RO", _("the receiving Office ({code})").format(code=application.receiving_office)),
        ("ISA", _("the searching Authority ({code})").format(code=application.searching_authority or "–")),
        ("IPEA", _("the examining Authority")),
    ]


def _letter(right: Right) -> tuple[Section, ...]:
    offered = _addressees(right)
    to = Field(name="to", label=_("To"), kind="choice", choices=lambda: offered, needed=True)
    subject = Field(name="subject", label=_("Subject"), limit=200, needed=True)
    return (Section(fields=(to, subject, _text(_("Letter")))),)


def _something_said(deed: Deed) -> Findings:
    if not (deed.values["text"] or deed.files):
        yield wrong(_("Write something, or bring a file."), field="text")


def _facts(*names: str) -> Callable[[Deed], Event]:
    """A paper whose facts are these fields."""

    def made(deed: Deed) -> Event:
        return paper(deed, **{name: in_text(deed.values[name]) for name in names})

    return made


def in_text(value: object) -> str:
    """A value as a fact of a paper."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


SEND_LETTER = Ask(
    key="send_letter",
    group="papers",
    event=_facts("to", "subject", "text"),
    sections=_letter,
    initial=lambda _right: {"to": "IB"},
    uploads=(
        Upload(kind="letter", label=gettext_lazy("Letter")),
        Upload(kind="document", label=gettext_lazy("Documents"), help=gettext_lazy("One or several PDF files.")),
    ),
    judge=_something_said,
)

# Copies


def _copies(_right: Right) -> tuple[Section, ...]:
    offered: Choices = [
        ("application", _("the application as filed")),
        ("request", _("the request as it stands")),
        ("search report", _("the search report and the written opinion")),
        ("file", _("all other papers of the file")),
    ]
    field = Field(name="copies", label=_("Copies of"), kind="several", choices=lambda: offered, needed=True)
    certified = Field(name="certified", label=_("Certified copies"), kind="flag")
    return (Section(fields=(field, certified)),)


ASK_FOR_COPIES = Ask(key="ask_for_copies", group="papers", event=_facts("copies", "certified"), sections=_copies)

# Translation


def _translation(_right: Right) -> tuple[Section, ...]:
    purposes: Choices = [
        ("search", _("for the search (Rule 12.3)")),
        ("publication", _("for the publication (Rule 12.4)")),
        ("examination", _("for the preliminary examination (Rule 55.2)")),
    ]
    purpose = Field(name="purpose", label=_("For"), kind="choice", choices=lambda: purposes, needed=True)
    language = Field(name="language", label=_("Into"), kind="choice", choices=choices.languages, needed=True)
    return (Section(fields=(purpose, language)),)


FURNISH_TRANSLATION = Ask(
    key="furnish_translation",
    group="search",
    event=_facts("purpose", "language"),
    sections=_translation,
    uploads=(Upload(kind="translation", label=gettext_lazy("Translation"), needed=True),),
)

# A rectification that was refused

PUBLISH_REFUSED = Ask(
    key="publish_refused_rectification",
    group="request",
    event=_facts("text"),
    sections=fields(_text(gettext_lazy("Reasons or comments to be published with it"))),
)

# Observations of third parties


def _observations(right: Right) -> tuple[Section, ...]:
    offered: Choices = [
        (str(one.observation), _("No. {n} of {day}").format(n=one.observation, day=one.received_on.isoformat()))
        for one in right.observations
        if one.admitted is not False
    ]
    which = Field(name="observation", label=_("Observation"), kind="choice", choices=lambda: offered, needed=True)
    return (Section(fields=(which, _text(_("Your comment"), needed=True))),)


def _nothing_observed(right: Right) -> Findings:
    if all(one.admitted is False for one in right.observations):
        yield wrong(_("Nobody has submitted an observation."), cites="PCT AI 804")


ANSWER_OBSERVATION = Ask(
    key="answer_observation",
    group="publication",
    event=_facts("observation", "text"),
    sections=_observations,
    uploads=(Upload(kind="document", label=gettext_lazy("Documents")),),
    bars=_nothing_observed,
)

# Review


def _review(right: Right) -> tuple[Section, ...]:
    offered: Choices = sorted(
        ((code, choices.state_name(code)) for code in designated(right)), key=lambda pair: pair[1]
    )
    offices = Field(
        name="offices", label=_("Offices that are to review it"), kind="several", choices=lambda: offered, needed=True
    )
    return (Section(fields=(_text(_("Why the decision was an error"), needed=True), offices)),)


ASK_FOR_REVIEW = Ask(key="ask_for_review", group="papers", event=_facts("offices", "text"), sections=_review)

ASKS = (
    SEND_LETTER,
    ASK_FOR_COPIES,
    FURNISH_TRANSLATION,
    PUBLISH_REFUSED,
    ANSWER_OBSERVATION,
    ASK_FOR_REVIEW,
)
