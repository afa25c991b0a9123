"""The facts of one case, for its time limits and for the excuse of a delay. The address is the state here too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.laws import words
from chancery.services.laws.forms import (
    authority_field,
    codes_field,
    day_field,
    designated_field,
    office_field,
    read_codes,
)
from chancery.treaties import pct

CLAIMS = (1, 2, 3, 4)
INVITATIONS = (1, 2, 3, 4)
ENTRIES = (1, 2, 3)

FIRST = (
    *("receiving_office", "received_on", "filing_date", "searching_authority", "isr_transmitted"),
    *("early_publication_requested", "demand_received", "published_on"),
)
"""What most people know and ask about; the rest is folded."""

FOLDED = {
    gettext_lazy("Filing and copies"): (
        *("language", "faxed_on", "fees_received_on", "record_copy_received", "search_copy_received"),
        "priority_document_received",
    ),
    gettext_lazy("Search"): (
        *("no_search_declared", "article_19_received", "supplementary_authority", "sis_requested", "sis_report_sent"),
    ),
    gettext_lazy("Examination"): (
        *("examining_authority", "demand_passed_on", "translation_for_examination_received", "examination_started"),
        "iper_established",
    ),
    gettext_lazy("Publication and correction"): (
        *("early_publication_withdrawn", "prepared_on", "communicated_on", "rectification_refused"),
    ),
    gettext_lazy("The end of the application"): ("withdrawn_on", "not_an_application_on", "considered_withdrawn_on"),
}

DAYS = {
    "invited": ("invited_on_{}", "invited_until_{}", "invited_received_{}"),
    "entered": ("entered_on_{}", "hindered_until_{}"),
}
"""The days that stand in one row of the form."""

Row = tuple[forms.BoundField, ...]


@dataclass(frozen=True)
class Fold:
    """A part of the form that is folded until something stands in it."""

    heading: Any
    fields: list[forms.BoundField]
    rows: list[Row]

    @property
    def open(self) -> bool:
        return any(one.data or one.errors for one in (*self.fields, *(one for row in self.rows for one in row)))


class TimeLimitFacts(forms.Form):
    """The dates of one case. What is left empty has not happened, or is not known."""

    receiving_office = office_field(gettext_lazy("Receiving Office"), required=True)
    received_on = day_field(gettext_lazy("Received on"), gettext_lazy("The receiving Office's local date."))
    filing_date = day_field(gettext_lazy("International filing date"))
    searching_authority = authority_field(gettext_lazy("Searching Authority"))
    isr_transmitted = day_field(gettext_lazy("Search report sent on"))
    early_publication_requested = day_field(gettext_lazy("Early publication requested on"))
    demand_received = day_field(gettext_lazy("Demand received on"))
    published_on = day_field(gettext_lazy("Published on"))

    language = forms.CharField(
        label=gettext_lazy("Language of the application"),
        help_text=gettext_lazy("As a code: en, fr, zh …"),
        required=False,
        max_length=8,
    )
    faxed_on = day_field(gettext_lazy("Sent by fax on"))
    fees_received_on = day_field(
        gettext_lazy("Passed on to the International Bureau, received there on"), gettext_lazy("Rule 19.4.")
    )
    record_copy_received = day_field(gettext_lazy("Record copy received on"))
    search_copy_received = day_field(gettext_lazy("Search copy received on"))
    priority_document_received = day_field(gettext_lazy("Priority document received on"))

    no_search_declared = forms.BooleanField(
        label=gettext_lazy("A declaration was sent in place of the search report"), required=False
    )
    article_19_received = day_field(gettext_lazy("Amended claims received on"), gettext_lazy("Article 19."))
    supplementary_authority = authority_field(gettext_lazy("Authority for supplementary search"))
    sis_requested = day_field(gettext_lazy("Supplementary search requested on"))
    sis_report_sent = day_field(gettext_lazy("Supplementary search report sent on"))

    examining_authority = authority_field(gettext_lazy("Examining Authority"))
    demand_passed_on = day_field(
        gettext_lazy("Demand received by the competent Authority on"),
        gettext_lazy("Only if it was made with another Office."),
    )
    translation_for_examination_received = day_field(gettext_lazy("Translation for examination received on"))
    examination_started = day_field(gettext_lazy("Examination started on"))
    iper_established = day_field(gettext_lazy("Examination report established on"))

    early_publication_withdrawn = day_field(gettext_lazy("Request for early publication withdrawn on"))
    prepared_on = day_field(gettext_lazy("Technical preparations ended on"))
    communicated_on = day_field(gettext_lazy("Communicated to the designated Offices on"))
    rectification_refused = day_field(gettext_lazy("Rectification refused on"))

    withdrawn_on = day_field(gettext_lazy("Withdrawn on"))
    not_an_application_on = day_field(gettext_lazy("Found not to be an international application on"))
    considered_withdrawn_on = day_field(gettext_lazy("Considered withdrawn on"))

    offices = codes_field(gettext_lazy("Designated Offices whose own limits are wanted"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in CLAIMS:
            self.fields[f"priority_{number}"] = day_field(_("Earlier application filed on"))
            self.fields[f"priority_office_{number}"] = office_field(_("with the Office"))
            self.fields[f"claim_added_{number}"] = day_field(_("Claimed only later, on"))
            self.fields[f"claim_ceased_{number}"] = day_field(_("Withdrawn or considered void on"))
        for number in INVITATIONS:
            self.fields[f"invited_{number}"] = forms.ChoiceField(
                label=_("Form or Rule"), required=False, choices=[("", ""), *words.INVITED]
            )
            self.fields[f"invited_on_{number}"] = day_field(_("It bears the date"))
            self.fields[f"invited_until_{number}"] = day_field(_("Last day, where the Office fixed one"))
            self.fields[f"invited_received_{number}"] = day_field(_("Received on, if you can prove it"))
        for number in ENTRIES:
            self.fields[f"entered_{number}"] = designated_field(_("National phase at the Office"))
            self.fields[f"entered_on_{number}"] = day_field(_("entered on"))
            self.fields[f"hindered_until_{number}"] = day_field(_("What kept you from it ended on"))

    def clean_offices(self) -> tuple[str, ...]:
        return read_codes(self.cleaned_data["offices"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for number in INVITATIONS:
            self._wants(f"invited_{number}", _("Choose the form or the Rule."), *_days("invited", number))
        for number in ENTRIES:
            self._wants(f"entered_{number}", _("Choose the Office."), *_days("entered", number))
        return data

    def _wants(self, name: str, error: str, *days: str) -> None:
        """A row with a day says what the day is of."""
        if not self.cleaned_data.get(name) and any(self.cleaned_data.get(day) for day in days):
            self.add_error(name, error)

    # What the page shows

    @property
    def dates(self) -> list[forms.BoundField]:
        return [self[name] for name in FIRST]

    @property
    def claims(self) -> list[Row]:
        """The rows of the priority claims: those filled in, and one more."""
        return self._rows(CLAIMS, "priority_{}", "priority_office_{}")

    @property
    def folds(self) -> Iterator[Fold]:
        changed = self._rows(CLAIMS, "claim_added_{}", "claim_ceased_{}")
        yield Fold(_("Changes of the priority claims"), [], changed[: max(1, len(self.claims) - 1)])
        for heading, names in FOLDED.items():
            yield Fold(heading, [self[name] for name in names], [])
        invited = self._rows(INVITATIONS, "invited_{}", *DAYS["invited"])
        yield Fold(_("Invitations and notices"), [], invited)
        entered = self._rows(ENTRIES, "entered_{}", *DAYS["entered"])
        yield Fold(_("Designated Offices"), [self["offices"]], entered)

    def _rows(self, numbers: tuple[int, ...], *names: str) -> list[Row]:
        rows = [tuple(self[name.format(number)] for name in names) for number in numbers]
        used = max((place for place, row in enumerate(rows, 1) if any(one.data for one in row)), default=0)
        return rows[: used + 1]

    # What it means

    def record(self) -> pct.Record:
        facts = self.cleaned_data
        plain = {name: facts[name] for names in (FIRST, *FOLDED.values()) for name in names}
        entries = tuple(self._entries())
        offices = (*facts["offices"], *(one.office for one in entries))
        return pct.Record(
            **{
                **plain,
                "language": facts["language"].lower(),
                "faxed_on": (facts["faxed_on"],) if facts["faxed_on"] else (),
                "priority_claims": tuple(self._claims()),
                "invitations": tuple(self._invitations()),
                "offices": tuple(dict.fromkeys(offices)),
                "national_entries": entries,
            }
        )

    def _claims(self) -> Iterator[pct.PriorityClaim]:
        for number in CLAIMS:
            day, office = self._given(f"priority_{number}", f"priority_office_{number}")
            added, ceased = self._given(f"claim_added_{number}", f"claim_ceased_{number}")
            if day or office:
                yield pct.PriorityClaim(filed_on=day, office=office, added_on=added, ceased_on=ceased)

    def _invitations(self) -> Iterator[pct.Invitation]:
        for number in INVITATIONS:
            kind, day, until, received = self._given(f"invited_{number}", *_days("invited", number))
            if kind:
                yield pct.Invitation(kind=kind, dated=day, fixed_until=until, received_on=received)

    def _entries(self) -> Iterator[pct.NationalEntry]:
        for number in ENTRIES:
            office, day, hindered = self._given(f"entered_{number}", *_days("entered", number))
            if office:
                yield pct.NationalEntry(office=office, entered_on=day, cause_removed_on=hindered)

    def _given(self, *names: str) -> Iterator[Any]:
        return (self.cleaned_data[name] for name in names)

    def going_on(self) -> dict[str, Any]:
        """The same facts for the calculator of the national phase; nothing where no date is known to begin from."""
        facts, record = self.cleaned_data, self.record()
        earliest: date | None = min(filter(None, (one.filed_on for one in record.priority_claims)), default=None)
        asked = {
            "priority_date": earliest,
            "filing_date": record.filing_date or record.received_on,
            "demand_received": record.demand_received,
            "searching_authority": record.searching_authority,
            "language": record.language,
            "others": " ".join(facts["offices"]),
        }
        known = {name: value for name, value in asked.items() if value}
        return known if {"priority_date", "filing_date"} & set(known) and record.offices else {}


def _days(row: str, number: int) -> Iterator[str]:
    return (name.format(number) for name in DAYS[row])


REASONS = [
    ("mail", gettext_lazy("The mail was delayed, or lost")),
    ("force majeure", gettext_lazy("War, strike, calamity, epidemic, general outage")),
    ("office outage", gettext_lazy("The Office's own electronic means were out of order")),
]


class DelayFacts(forms.Form):
    """One time limit that was missed, and why."""

    reason = forms.ChoiceField(label=gettext_lazy("What happened"), choices=REASONS)
    office = office_field(gettext_lazy("Where the act was due"), required=True)
    expired_on = day_field(gettext_lazy("Last day of the time limit"), required=True)
    priority_period = forms.BooleanField(label=gettext_lazy("It was the priority period"), required=False)
    mailed_on = day_field(gettext_lazy("Mailed on"), gettext_lazy("Only for a letter."))
    noticed_on = day_field(gettext_lazy("Delay or loss noticed on"), gettext_lazy("Only for a letter."))

    def delay(self) -> pct.Delay:
        facts = self.cleaned_data
        return pct.Delay(
            reason=facts["reason"],
            limit="priority_period" if facts["priority_period"] else "",
            office=facts["office"],
            expired_on=facts["expired_on"],
            mailed_on=facts["mailed_on"],
            noticed_on=facts["noticed_on"],
        )
