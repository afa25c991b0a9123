"""The letters that follow the receipt: one function for each event that concerns the applicant."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.ledger import Entry
from chancery.core.saying import said
from chancery.records.mail import forms
from chancery.records.mail.draft import Draft, entry_facts, files, page_of
from chancery.records.register import events
from chancery.records.register import queries as register
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

TO_CORRECT = gettext_lazy(
    "The office has examined the papers and found what is listed below. You are invited to correct it by %(due)s."
)
REPORTING = frozenset({"PCT/ISA/220", "PCT/SISA/501"})
"""Forms that a search report comes with."""
ANSWER = gettext_lazy("Answer in your account, on the page of the application.")


def invitation(entry: Entry) -> Draft:
    invited = events.CorrectionInvited.from_body(entry.body or {})
    told = forms.INVITATIONS.get(invited.form)
    text = told.text if told else TO_CORRECT
    return Draft(
        subject=str(told.subject) if told else _("Invitation to correct"),
        paragraphs=(str(text) % {"due": invited.due}, str(ANSWER), *_remark(invited.remark)),
        facts=(
            (_("Number"), entry.stream),
            (_form_label(invited.form), invited.form),
            (_("Invitation"), str(invited.invitation)),
            (_("Dated"), invited.dated),
            (_("To be answered by"), invited.due),
            (_("Page of the application"), page_of(entry.stream)),
            *entry_facts(entry),
        ),
        findings=tuple(
            Finding(cites=one.get("cites", ""), message=said(one.get("message"))) for one in invited.findings
        ),
    )


def _form_label(form: str) -> str:
    """A form whose number is not known is named by its Rule."""
    return _("Form") if form.startswith("PCT/") else _("Basis")


def notification(entry: Entry) -> Draft:
    """A form of the Treaty that asks for no answer: its words, and the facts merged into it."""
    sent = events.NotificationSent.from_body(entry.body or {})
    told = forms.NOTIFICATIONS.get(sent.form, forms.GENERAL)
    return Draft(
        subject=str(told.subject),
        paragraphs=(str(told.text), *_remark(sent.facts.get("remark", ""))),
        facts=(
            (_("Number"), entry.stream),
            *((label, value) for label, value in _merged(sent.facts)),
            *(_cited(entry) if sent.form in REPORTING else ()),
            (_("Office"), sent.office),
            *(((_("Form"), sent.form),) if sent.form != sent.cites else ()),
            (_("Basis"), sent.cites),
            (_("Page of the application"), page_of(entry.stream)),
            *entry_facts(entry),
        ),
    )


def _merged(facts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What was merged into a form, each under its label; the remark has a paragraph of its own."""
    for key, value in facts.items():
        if key != "remark":
            yield str(forms.LABELS.get(key, key)), _value(key, value)


def _cited(entry: Entry) -> Iterator[tuple[str, str]]:
    """The documents that the report sent with this form cites (PCT Rule 43.5)."""
    right = register.right(entry.stream, version=entry.version)
    for one in register.documents_cited(right.searches[-1:] if right else ()):
        yield _("Document cited"), one.in_words()


def _value(key: str, value: str) -> str:
    if key == "act":
        return said(pct.act(value).title)
    return str(forms.OUTCOMES.get(value, value))


def submission(entry: Entry) -> Draft:
    """The receipt for what an applicant sent after filing."""
    body = entry.body or {}
    what = register.describe(entry, shown=True)
    return Draft(
        subject=_("Receipt: %(what)s") % {"what": what.words},
        paragraphs=(_("The office has received what stands below. What follows from it, you will be told."),),
        facts=(
            (_("Number"), entry.stream),
            (_("Received"), what.words),
            (_("Received on"), body.get("received_on", "")),
            (_("Basis"), what.cites),
            *files(body.get("documents", ())),
            (_("Page of the application"), page_of(entry.stream)),
            *entry_facts(entry),
        ),
    )


def acknowledgement(entry: Entry) -> Draft:
    received = events.CorrectionReceived.from_body(entry.body or {})
    return Draft(
        subject=_("Acknowledgement of your answer"),
        paragraphs=(
            _("The office has received your answer to invitation %(invitation)s. It is examined next.")
            % {"invitation": received.invitation},
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Received on"), received.received_on),
            *files(received.documents),
            *entry_facts(entry),
        ),
    )


def filing_date(entry: Entry) -> Draft:
    accorded = events.FilingDateAccorded.from_body(entry.body or {})
    return Draft(
        subject=_("Notification of the international application number and filing date"),
        paragraphs=(
            _(
                "The papers met the requirements of Article 11(1) on the international filing date below. From that "
                "date the application has the effect of a regular national application in each designated State "
                "(PCT Art. 11(3))."
            ),
            *_remark(accorded.remark),
        ),
        facts=(
            (_("International application number"), entry.stream),
            (_("International filing date"), accorded.filing_date),
            (_("Basis"), accorded.cites),
            (_("Form"), "PCT/RO/105"),
            (_("Page of the application"), page_of(entry.stream)),
            *entry_facts(entry),
        ),
    )


def not_an_application(entry: Entry) -> Draft:
    found = events.FoundNotAnApplication.from_body(entry.body or {})
    return Draft(
        subject=_("Notification that the papers are not an international application"),
        paragraphs=(
            _(
                "The office has found that the papers do not meet the requirements of Article 11(1). They are not, and "
                "will not be treated as, an international application, and their number is not used as an "
                "international application number (PCT Rule 20.4)."
            ),
            _("Reasons: %(reason)s") % {"reason": found.reason},
            _(
                "You may ask that copies be sent to the designated Offices for review, within two months "
                "(PCT Art. 25(1), Rule 51.1). The international filing fee and the search fee are refunded "
                "(PCT Rules 15.4, 16.2)."
            ),
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Decided on"), found.decided_on),
            (_("Basis"), found.cites),
            (_("Form"), "PCT/RO/104"),
            *entry_facts(entry),
        ),
    )


def publication(entry: Entry) -> Draft:
    published = events.ApplicationPublished.from_body(entry.body or {})
    first = published.kind_code in ("A1", "A2")
    return Draft(
        subject=_("Notice of international publication") if first else _("Notice of further publication"),
        paragraphs=(
            _("The application has been published (PCT Art. 21, Rule 48). From now on anyone can read and find it.")
            if first
            else _("The application has been published again, under the same number (PCT Rule 48.2)."),
        ),
        facts=(
            (_("Number"), entry.stream),
            (_("Publication number"), f"{published.publication_number} {published.kind_code}"),
            (_("Published on"), published.published_on),
            (_("Issue"), published.issue),
            (_("Form"), "PCT/IB/311"),
            (_("Page of the application"), page_of(entry.stream)),
            *entry_facts(entry),
        ),
    )


def _remark(text: str) -> tuple[str, ...]:
    """What the officer added, in the officer's own words."""
    return (text,) if text.strip() else ()
