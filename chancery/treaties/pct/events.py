"""What happens to an application, as events of WIPO Standard ST.27, and where it then stands by that Standard.

ST.27 names a key event and a detailed one; the international phase is marked IAP. Which event of the Treaty comes to
which code is our reading; codes and labels are those of the Standard.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.periods import months
from chancery.treaties.pct.limits import time_limits
from chancery.treaties.pct.record import Record

INDICATOR = "IAP"
REVIEW = months(2)
"""In that time review under Article 25 can be asked for: until then, what is refused may come alive again."""

ENTRY = ("national_phase", "national_phase_II")
REINSTATEMENT = months(12)


@dataclass(frozen=True, kw_only=True)
class CaseEvent:
    """A kind of event. ``st27`` is the detailed code and ``label`` the Standard's words for it; ``confidence`` is that
    of the mapping.
    """

    key: str
    title: str
    cites: str
    st27: str
    label: str
    confidence: Confidence

    @property
    def key_event(self) -> str:
        """The code of the key event to which the detailed one belongs."""
        return f"{self.st27[0]}00" if self.st27.endswith("00") else f"{self.st27[0]}10"

    @property
    def indicator(self) -> str:
        """The procedure in which it happens: the international phase."""
        return INDICATOR


@cache
def case_events() -> dict[str, CaseEvent]:
    """All kinds of events by key, in the order of the procedure."""
    labels = _data("st27.toml")["detailed"]
    return {key: CaseEvent(key=key, label=labels[row["st27"]], **row) for key, row in _data("events.toml").items()}


def st27(event_key: str) -> CaseEvent:
    """The event of a case under a key, with its code of ST.27. Raises ``KeyError`` for a key that is none."""
    return case_events()[event_key]


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"data/{name}").read_text("utf-8"))


@dataclass(frozen=True, kw_only=True)
class Happened:
    """An event of one case and its day."""

    on: date
    event: CaseEvent


_DATES = (
    ("received_on", "filed"),
    ("filing_date", "filing_date_accorded"),
    ("not_an_application_on", "not_an_application"),
    ("fees_received_on", "transferred"),
    ("fees_paid_on", "fee_paid"),
    ("record_copy_received", "record_copy_received"),
    ("priority_document_received", "priority_document_received"),
    ("search_copy_received", "search_copy_received"),
    ("sis_requested", "supplementary_search_requested"),
    ("sis_report_sent", "supplementary_searched"),
    ("article_19_received", "claims_amended_19"),
    ("early_publication_requested", "early_publication_requested"),
    ("early_publication_withdrawn", "early_publication_withdrawn"),
    ("prepared_on", "prepared"),
    ("published_on", "published"),
    ("demand_received", "demanded"),
    ("examination_started", "examination_started"),
    ("iper_established", "examined"),
    ("rectification_refused", "rectification_refused"),
    ("communicated_on", "communicated"),
    ("withdrawn_on", "withdrawn"),
    ("considered_withdrawn_on", "considered_withdrawn"),
)
"""Field of the record -> event."""

_INVITATIONS = {
    "PCT/RO/103": "correction_invited",
    "PCT/RO/106": "correction_invited",
    "PCT/RO/107": "correction_invited",
    "PCT/RO/110": "correction_invited",
    "PCT/RO/126": "filing_date_corrected",
    "PCT/RO/133": "fees_invited",
    "PCT/ISA/206": "unity_questioned",
}
_DECIDED = {
    "void": "priority_void",
    "withdrawn": "priority_withdrawn",
    "restored": "priority_restored",
    "not restored": "priority_not_restored",
}
_AT_AN_OFFICE = (
    ("entered_on", "national_phase_entered"),
    ("published_on", "published_nationally"),
    ("refused_on", "refused_nationally"),
    ("granted_on", "granted_nationally"),
)


def history(record: Record, *, on: date = date.max) -> tuple[Happened, ...]:
    """What a record says has happened up to a day, in the order of days."""
    found = [Happened(on=day, event=st27(key)) for day, key in _happenings(record) if day is not None and day <= on]
    return tuple(sorted(found, key=lambda one: one.on))


def _happenings(record: Record) -> Iterator[tuple[date | None, str]]:
    yield from ((getattr(record, name), key) for name, key in _DATES)
    yield record.isr_transmitted, "search_declined" if record.no_search_declared else "searched"
    for invitation in record.invitations:
        yield invitation.dated, _INVITATIONS.get(invitation.kind, "notified")
        yield invitation.answered_on, "correction_received"
    for claim in record.priority_claims:
        yield claim.added_on, "priority_added"
        yield claim.ceased_on, _DECIDED.get(claim.decided, "priority_withdrawn")
    for entry in record.national_entries:
        yield from ((getattr(entry, name), key) for name, key in _AT_AN_OFFICE)


StateCode = Literal["A", "N", "T", "U"]
"""Active; not active, but it may become so again; terminated; unspecified."""

Stage = Literal[0, 1, 2, 6]
"""0 unspecified, 1 filing, 2 examination (search included), 6 terminated; grant and challenges are national."""

_STATES: dict[StateCode, str] = {"A": "Active", "N": "Not active", "T": "Terminated", "U": "Unspecified"}
_STAGES: dict[Stage, str] = {0: "Unspecified", 1: "Filing", 2: "Examination", 6: "Terminated"}


@dataclass(frozen=True, kw_only=True)
class StateAt:
    """Where the international application stands by ST.27, since when, and why."""

    state: StateCode
    stage: Stage
    since: date | None = None
    cites: str = ""

    @property
    def label(self) -> str:
        return _STATES[self.state]

    @property
    def stage_label(self) -> str:
        return _STAGES[self.stage]


def state_at(record: Record, on: date) -> StateAt:
    """The state and stage of the international application on a day.

    What an Office refused or declared withdrawn is not active for the two months in which review can be asked for
    (Rule 51.1), and then terminated; so it is for the twelve months after the time limits for the national phase
    where no Office was entered (Rule 49.6). What the applicant withdrew is terminated.
    """
    ended = _ended(record, on)
    if ended:
        return ended
    if not _come(record.received_on or record.filing_date or record.priority_date, on):
        return StateAt(state="U", stage=0)
    begun = [day for day in (record.search_copy_received, record.isr_transmitted, record.demand_received) if day]
    if begun and min(begun) <= on:
        return StateAt(state="A", stage=2, since=min(begun), cites="PCT Rule 23.1")
    return StateAt(state="A", stage=1, since=record.received_on or record.filing_date, cites="PCT Rule 20.1")


def _ended(record: Record, on: date) -> StateAt | None:
    """What has ended the case, where something has: of several ends one that is final."""
    found = [one for one in (_withdrawn(record, on), _refused(record, on), _missed(record, on)) if one]
    return next((one for one in found if one.state == "T"), found[0] if found else None)


def _withdrawn(record: Record, on: date) -> StateAt | None:
    if _come(record.withdrawn_on, on):
        return StateAt(state="T", stage=6, since=record.withdrawn_on, cites="PCT Rule 90bis.1")
    return None


def _refused(record: Record, on: date) -> StateAt | None:
    refused = ((record.not_an_application_on, "PCT Rule 20.4"), (record.considered_withdrawn_on, "PCT Art. 14"))
    known = sorted((day, cites) for day, cites in refused if day is not None and day <= on)
    if not known:
        return None
    day, cites = known[0]
    return _asleep(StateAt(state="N", stage=1, since=day, cites=cites), REVIEW.after(day), on)


def _missed(record: Record, on: date) -> StateAt | None:
    """Where the time limits for the national phase are over and no Office was entered."""
    if any(_come(entry.entered_on, on) for entry in record.national_entries):
        return None
    days = [one.due for one in time_limits(record) if one.key in ENTRY]
    if not days or not all(isinstance(day, date) for day in days):
        return None
    last = max(day for day in days if isinstance(day, date))
    asleep = StateAt(state="N", stage=2, since=last, cites="PCT Art. 24(1)(iii)")
    return _asleep(asleep, REINSTATEMENT.after(last), on) if last < on else None


def _asleep(asleep: StateAt, until: date, on: date) -> StateAt:
    """Not active until a day, and terminated after it."""
    return asleep if on <= until else StateAt(state="T", stage=6, since=until, cites=asleep.cites)


def _come(day: date | None, on: date) -> bool:
    return day is not None and day <= on
