"""What of a registration file matters at the desk: the row of its case, from the entries alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.records.register.events import RegistrationLapsed
from chancery.records.register.queries import Notice, Registration
from chancery.services.examination.registrations import findings
from chancery.treaties.kernel import Finding, TimeLimit

CLASSIFICATION = "12(1)"


class Duty(NamedTuple):
    """Something that must happen, until when, and the provision."""

    due: date
    what: str
    cites: str


class Docket:
    """One file as the desk sees it after its last entry. What day it is, nobody asks here."""

    def __init__(self, file: Registration, entries: Sequence[Entry]) -> None:
        self.file, self.entries = file, entries
        self.seen_on = clock.local_day(entries[-1].at)

    @property
    def row(self) -> dict[str, Any]:
        file, duty = self.file, min(self.duties, default=None)
        return {
            "system": file.system.key,
            "title": file.title,
            "holder": "; ".join(file.holders),
            "office": file.office,
            "status": "over" if self.over else file.status,
            "version": file.version,
            "received_on": file.received_on,
            "registration_number": file.registration_number,
            "registered_on": file.registered_on,
            "over": self.over,
            **self._before_registration,
            **self._after_registration,
            "due_on": duty.due if duty else None,
            "due_for": duty.what if duty else "",
            "due_cites": duty.cites if duty else "",
        }

    @property
    def _before_registration(self) -> dict[str, Any]:
        return {
            "with_bureau": self.with_bureau,
            "send_by": None if self.with_bureau or not self.pending else self._due("presentation"),
            "to_notice": len(self.to_notice),
            "notices_open": len(self.waiting),
            "notice_due": min((one.due for one in self.waiting if one.due), default=None),
            "classes": any(one.rule == CLASSIFICATION for one in self.waiting),
            "for_origin": any("Office of origin" in one.remedied_by for one in self.waiting),
            "answered_on": self.answered_on,
            "ready": self.ready,
        }

    @property
    def _after_registration(self) -> dict[str, Any]:
        file = self.file
        statements = [one for one in file.statements if one.act in self._unprinted]
        return {
            "to_notify": len(to_notify(file, on=self.seen_on)),
            "publish_from": self.publish_from,
            "unprinted": sum(self._unprinted.values()),
            "stated_on": max((one.on for one in statements), default=None),
            "requests_open": len(file.open_requests),
            "requested_on": min((one.received_on for one in file.open_requests), default=None),
            "until": None if self.over else file.until(on=self.seen_on),
            "grace_until": None if self.over or not self._renewal else day_of(self._renewal.late_until),
            "deferred_until": self.deferred_until,
        }

    @cached_property
    def limits(self) -> tuple[TimeLimit, ...]:
        return self.file.limits()

    @property
    def pending(self) -> bool:
        return not self.file.ended and self.file.registered_on is None

    @property
    def with_bureau(self) -> bool:
        return self.file.forwarded_on is not None

    @cached_property
    def over(self) -> bool:
        """Registered once, and nothing waits or stands in any party after the last entry."""
        lives = self.file.lives(on=self.seen_on) if self.file.registered_on else ()
        return bool(lives) and all(life.tone == "over" for life in lives)

    @property
    def waiting(self) -> tuple[Notice, ...]:
        """Notices without an answer. What is sent about an application that has ended waits for nothing."""
        return () if self.file.ended else self.file.open_notices

    @cached_property
    def to_notice(self) -> tuple[Finding, ...]:
        return findings.to_be_told(self.file) if self.pending and self.with_bureau else ()

    @property
    def answered_on(self) -> date | None:
        """The last answer, while the Bureau has to decide what becomes of the application."""
        if not self.pending:
            return None
        return max((one.answered_on for one in self.file.notices if one.answered_on and not one.request), default=None)

    @property
    def ready(self) -> bool:
        about_it = [one for one in self.waiting if not one.request]
        return self.pending and self.with_bureau and not self.to_notice and not about_it

    @property
    def publish_from(self) -> date | None:
        """From when the registration may be published; nothing for what is published, or not registered."""
        if self.file.registered_on is None or self.file.publication or self.over:
            return None
        return publish_from(self.file)

    @property
    def deferred_until(self) -> date | None:
        application = self.file.application
        deferred = getattr(application, "publication", "") == "deferred"
        return self.publish_from if deferred else None

    @cached_property
    def _unprinted(self) -> Counter[str]:
        return unprinted(self.file, self.entries) if self.file.publication else Counter()

    @property
    def duties(self) -> Iterator[Duty]:
        if self.file.ended or self.over:
            return
        yield from self._duties_before()
        if self.file.registered_on:
            yield from self._duties_after(self.file.registered_on)

    def _duties_before(self) -> Iterator[Duty]:
        file = self.file
        send_by = self._before_registration["send_by"]
        if send_by:
            yield Duty(send_by, "send", self._limit("presentation").cites)  # type: ignore[union-attr]  # it gave the day
        for notice in self.waiting:
            if notice.due:
                yield Duty(notice.due, "answer", findings.cites_of(file.system.key, notice.rule))
        if self.to_notice and file.forwarded_on:
            yield Duty(file.forwarded_on, "examine", self.to_notice[0].invites or self.to_notice[0].cites)
        elif self.ready and file.forwarded_on:
            yield Duty(self.answered_on or file.forwarded_on, "register", REGISTER[file.system.key])

    def _duties_after(self, registered_on: date) -> Iterator[Duty]:
        file = self.file
        entered = file.entered_on or registered_on
        if to_notify(file, on=self.seen_on):
            yield Duty(file.publication.on if file.publication else entered, "notify", NOTIFY[file.system.key])
        if self.publish_from:
            yield Duty(max(self.publish_from, entered), "publish", PUBLISH[file.system.key])
            fee = self._limit("publication_fee")
            if fee and isinstance(fee.due, date) and fee.done_on is None:
                yield Duty(fee.due, "fee", fee.cites)
        for one in file.open_requests:
            yield Duty(one.received_on, "request", file.system.act(one.act).cites)
        if self._renewal and isinstance(self._renewal.due, date):
            late = self._renewal.due < self.seen_on and isinstance(self._renewal.late_until, date)
            due = self._renewal.late_until if late else self._renewal.due
            yield Duty(due, "grace" if late else "renewal", self._renewal.cites)  # type: ignore[arg-type]  # days, both

    @property
    def _renewal(self) -> TimeLimit | None:
        return self._limit("renewal") if self.file.registered_on else None

    def _limit(self, key: str) -> TimeLimit | None:
        return next((one for one in self.limits if one.key == key), None)

    def _due(self, key: str) -> date | None:
        found = self._limit(key)
        return day_of(found.due) if found else None


REGISTER = {"madrid": "Madrid Art. 3(4)", "hague": "Hague Art. 10(1)", "lisbon": "Lisbon Art. 6(1)"}
NOTIFY = {"madrid": "Madrid Rule 14(1)", "hague": "Hague Rule 26(3)", "lisbon": "Lisbon Art. 6(4)"}
PUBLISH = {"madrid": "Madrid Rule 32(1)", "hague": "Hague Art. 10(3)", "lisbon": "Lisbon Art. 6(4)"}
NOT_PRINTED = frozenset(
    {"pay_publication_fee", "pay_second_part", "ask_for_publication", "ask_for_an_extract", "ask_for_second_part"}
)
"""What is entered in a file and appears in no bulletin: payments, and what is asked of the Bureau."""

NOT_NOTIFIED = frozenset({"asked", "registered"})
"""The states in which things are from their designation until the Office is told of it."""

AFTER_PUBLICATION = frozenset({"hague"})
"""Where it is the publication that is sent to the Offices (Hague Rule 26(3)); in the others the registration is."""


def row(file: Registration, entries: Sequence[Entry]) -> dict[str, Any]:
    """The fields of the case of a file."""
    return Docket(file, entries).row


def to_notify(file: Registration, *, on: date) -> tuple[str, ...]:
    """The parties that wait for their notification; for Hague once there is a publication to send."""
    if file.registered_on is None or (file.system.key in AFTER_PUBLICATION and not file.publication):
        return ()
    return tuple(
        life.code for life in file.lives(on=on) if any(span.state in NOT_NOTIFIED and span.still for span in life.now)
    )


def publish_from(file: Registration) -> date | None:
    """The day from which the registration is to be published, as its system reckons it."""
    return day_of(file.system.publication(file.facts).day)


def unprinted(file: Registration, entries: Iterable[Entry]) -> Counter[str]:
    """What was recorded or stated, or ended for want of a payment, and stands in no issue; by the keys of the acts."""
    happened = Counter(one.act for one in file.requests if one.recorded_on and one.act not in NOT_PRINTED)
    happened.update(one.act for one in file.statements if one.act not in NOT_PRINTED)
    happened.update(one.body["what"] for one in entries if one.body and one.kind == RegistrationLapsed.kind())
    happened.subtract(one.what for one in file.printed if one.what != "registration")
    return +happened


def day_of(day: object) -> date | None:
    """A day that is known; nothing for one that cannot be told."""
    return day if isinstance(day, date) else None
