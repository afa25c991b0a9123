"""The only door by which a right gets into the ledger. Who may do what is the calling room's question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock, ledger
from chancery.core.event import Event
from chancery.core.ledger import Entry
from chancery.core.refusal import Refused
from chancery.records.register import parting
from chancery.records.register.closures import FIELDS as CLOSURE
from chancery.records.register.closures import declared
from chancery.records.register.contacts import apart, taken_along
from chancery.records.register.events import (
    ApplicationFiled,
    ApplicationPresented,
    ApplicationPublished,
    OfficeUnavailable,
    RecordImported,
    RegistrationMade,
    RegistrationPublished,
    RequestRecorded,
)
from chancery.records.register.fold_registrations import fold, whole
from chancery.records.register.models import Closure, Contact, Disclosure, Printing, Series, Share
from chancery.records.register.registration import NUMBERS, Registration, system_of
from chancery.records.register.sharing import LEVELS
from chancery.treaties import pct
from chancery.treaties.pct import closures
from chancery.treaties.registrations import SYSTEMS

_HASH = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, kw_only=True)
class Emptied:
    """What went of one file: ``rows`` by model; ``hashes`` are the kept files that its entries named."""

    rows: dict[str, int]
    hashes: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Filed:
    """What the person gets back: the number, the ledger entry and the instant of receipt."""

    number: str
    entry: int
    at: datetime
    received_on: date


def file_application(
    application: pct.Application, *, documents: Sequence[dict[str, Any]], by: int, at: datetime
) -> Filed:
    """Receive a purported international application: number, event, and the filer's share in it.

    The number follows Section 307 of the Administrative Instructions; the date is the receiving Office's local
    date (PCT Rules 20.1, 80.4).
    """
    received_on = clock.local_day(at)
    office = application.receiving_office
    with transaction.atomic():
        number = _next(f"PCT/{office}{received_on.year}")
        filed = ApplicationFiled(
            number=number,
            receiving_office=office,
            received_on=received_on.isoformat(),
            application=lean(replace(application, received_on=received_on)),
            documents=tuple(documents),
        )
        [entry] = ledger.append(number, [apart(number, filed)], after=0, at=at)
        Share.objects.create(number=number, user_id=by, level="owner", since=at)
    return Filed(number, entry.number, at, received_on)


def lean(application: pct.Application) -> dict[str, Any]:
    """The application as it is entered: sheet measures stay with the files, they are not part of it."""
    return replace(application, parts=tuple(replace(part, measured=()) for part in application.parts)).to_dict()


def enter(number: str, event: Event, *, after: int, at: datetime) -> Entry:
    """Write what happened to a right. ``after`` is the version that the caller has looked at."""
    if after == 0:
        raise Refused.because(_("There is no such application in the register."))
    with transaction.atomic():
        if isinstance(event, RequestRecorded) and (system := system_of(number)):
            event = whole(fold(number, system, ledger.stream(number)), event)
        [entry] = ledger.append(number, [apart(number, event)], after=after, at=at)
        return entry


def present(
    system: str,
    application: Mapping[str, Any],
    *,
    office: str,
    documents: Sequence[dict[str, Any]],
    by: int,
    at: datetime,
) -> Filed:
    """Receive an application for international registration: number, event, and the share of whoever presents it.

    ``system`` is "madrid", "hague" or "lisbon"; ``application`` plain data of its `Application`; ``office`` the code of
    the Office that receives it, "IB" where it comes to the International Bureau directly. Raises `BadData`.
    """
    received_on = clock.local_day(at)
    read = SYSTEMS[system].application({**application, "received_on": received_on.isoformat()})
    with transaction.atomic():
        number = _next(f"{system.upper()}/{received_on.year}")
        presented = ApplicationPresented(
            number=number,
            system=system,
            office=office,
            received_on=received_on.isoformat(),
            application=read.to_dict(),
            documents=tuple(documents),
        )
        [entry] = ledger.append(number, [apart(number, presented)], after=0, at=at)
        Share.objects.create(number=number, user_id=by, level="owner", since=at)
    return Filed(number, entry.number, at, received_on)


def make_registration(
    number: str, *, registered_on: date, parties: Sequence[str], cites: str, after: int, at: datetime
) -> str:
    """Enter the international registration under the next number of its system. Returns that number."""
    system = _system(number)
    with transaction.atomic():
        given = _count(f"REGISTRATIONS/{system}")
        registration_number = NUMBERS[system].format(given=given)
        event = RegistrationMade(
            registration_number=registration_number,
            registered_on=registered_on.isoformat(),
            entered_on=clock.local_day(at).isoformat(),
            parties=tuple(parties),
            cites=cites,
        )
        enter(number, event, after=after, at=at)
    return registration_number


def split_registration(file: Registration, *, request: int, cites: str, at: datetime, owner: int | None = None) -> str:
    """Make a file of its own of what a recorded request took out of a registration. Returns its number.

    ``file`` is as it stands after the request was recorded. ``owner`` is the account of the new owner, who alone acts
    on the new file from then on: those of the old one may look. Where it has none, they act on it as before.
    """
    asked = next(one for one in file.requests if one.request == request)
    on = clock.local_day(at)
    with transaction.atomic():
        number = _next(f"{file.system.key.upper()}/{on.year}")
        given = _count(f"PARTS/{file.system.key}/{parting.base(file.registration_number)}"[-40:])
        registration_number = parting.lettered(file.registration_number, given)
        begins = parting.carried(
            file, asked, number=number, registration_number=registration_number, cites=cites, on=on
        )
        ledger.append(number, [apart(number, event) for event in begins], after=0, at=at)
        taken_along(file.number, asked.facts.get("new_name", ""), to=number)
        _shared_as_before(file.number, number, owner=owner, at=at)
    return number


def _shared_as_before(old: str, number: str, *, owner: int | None, at: datetime) -> None:
    for row in Share.objects.filter(number=old).exclude(user_id=owner) if owner else Share.objects.filter(number=old):
        row.pk, row.number = None, number
        row.level = "viewer" if owner else row.level
        row.save(force_insert=True)
    if owner:
        Share.objects.create(number=number, user_id=owner, level="owner", since=at)


def publish_registration(
    number: str, *, registration_number: str, issue: str, on: date, after: int, at: datetime, what: str = "registration"
) -> Entry:
    """Enter a publication in the bulletin, and open the file to everyone. ``what`` was published: see the event."""
    with transaction.atomic():
        event = RegistrationPublished(
            registration_number=registration_number, published_on=on.isoformat(), issue=issue, what=what
        )
        entry = enter(number, event, after=after, at=at)
        Printing.objects.create(
            entry=entry.number,
            system=_system(number),
            number=number,
            registration_number=registration_number,
            what=what,
            published_on=on,
            issue=issue,
        )
        Disclosure.objects.get_or_create(
            number=number,
            defaults={"publication_number": registration_number, "published_on": on, "issue": issue},
        )
    return entry


def publish(number: str, *, kind_code: str, on: date, issue: str, after: int, at: datetime) -> str:
    """Enter the international publication (A1, A2) and open the right to everyone. Returns the publication number.

    Publication numbers run by year of publication (Administrative Instructions, Section 404).
    """
    with transaction.atomic():
        publication_number = _next(f"WO {on.year}")
        event = ApplicationPublished(
            publication_number=publication_number,
            kind_code=kind_code,
            published_on=on.isoformat(),
            issue=issue,
        )
        enter(number, event, after=after, at=at)
        Disclosure.objects.create(number=number, publication_number=publication_number, published_on=on, issue=issue)
    return publication_number


def republish(number: str, *, kind_code: str, on: date, issue: str, after: int, at: datetime) -> Entry:
    """Enter a later publication under the same number: A3 (report), A4 (claims), A8, A9 (corrected)."""
    with transaction.atomic():
        disclosed = Disclosure.objects.filter(number=number).first()
        if disclosed is None:
            raise Refused.because(_("There is nothing to publish again: it has not been published yet."))
        event = ApplicationPublished(
            publication_number=disclosed.publication_number,
            kind_code=kind_code,
            published_on=on.isoformat(),
            issue=issue,
        )
        return enter(number, event, after=after, at=at)


def declare(closure: pct.Closure, *, at: datetime) -> Entry:
    """Enter what an Office has declared of itself. It bears on every file at once (PCT Rules 82quater.2, .3).

    Raises `Refused` with what the Rule has against it. Who may declare is the calling room's question.
    """
    with transaction.atomic():
        if findings := closures.against(closure, declared()):
            raise Refused(findings)
        event = OfficeUnavailable(
            office=closure.office,
            what=closure.what,
            first=closure.first.isoformat(),
            last=closure.last.isoformat(),
            announced=closure.announced.isoformat(),
            reason=closure.reason,
            cites=closures.CITES[closure.what],
        )
        [entry] = ledger.append(f"office/{closure.office}", [event], after=None, at=at)
        Closure.objects.create(entry=entry.number, **{name: getattr(closure, name) for name in CLOSURE})
    return entry


def share(
    number: str,
    *,
    user: int | None = None,
    organisation: int | None = None,
    level: str,
    until: date | None,
    at: datetime,
) -> None:
    """Let another person, or an organisation, see a right before publication and act on it at a level."""
    if level not in LEVELS:
        raise Refused.because(_("Choose one of: %(levels)s.") % {"levels": ", ".join(LEVELS)}, field="level")
    with transaction.atomic():
        Share.objects.update_or_create(
            number=number,
            user_id=user,  # type: ignore[misc]  # None where it is an organisation
            organisation=organisation,
            defaults={"level": level, "until": until},
            create_defaults={"level": level, "until": until, "since": at},
        )
        _keep_an_owner(number)


def end_share(number: str, *, share: int) -> None:
    """Take a share back. Refused for the last owner: somebody must be able to act."""
    with transaction.atomic():
        Share.objects.filter(number=number, pk=share).delete()
        _keep_an_owner(number)


def end_shares_over(*, on: date) -> list[tuple[str, int]]:
    """Take back the shares with organisations whose last day is past: of which right, and whose they were."""
    with transaction.atomic():
        over = Share.objects.filter(until__lt=on, organisation__isnull=False)
        found = [(one.number, one.organisation) for one in over.order_by("pk") if one.organisation is not None]
        over.delete()
        return found


def end_shares(draft: str) -> int:
    """Take back every share of a draft that is discarded. An application always keeps an owner: it is refused."""
    with transaction.atomic():
        if ledger.version(draft):
            raise Refused.because(
                _("Somebody must stay the owner without an end. Make another person the owner first.")
            )
        gone, _rows = Share.objects.filter(number=draft).delete()
        return gone


def erase_file(number: str) -> Emptied:
    """Erase what need no longer be kept of an application. Ask `queries.aged` first; doing it twice does no harm."""
    with transaction.atomic():
        contacts, _rows = Contact.objects.filter(number=number).delete()
        if Disclosure.objects.filter(number=number).exists():
            return Emptied(rows={"register.Contact": contacts})
        entries = [entry for entry in ledger.stream(number) if not entry.erased]
        for entry in entries:
            ledger.erase(entry.number)
        shares, _rows = Share.objects.filter(number=number).delete()
        return Emptied(
            rows={"core.Entry": len(entries), "register.Contact": contacts, "register.Share": shares},
            hashes=frozenset(found for entry in entries for found in _HASH.findall(str(entry.body))),
        )


def _keep_an_owner(number: str) -> None:
    if not Share.objects.filter(number=number, level="owner", until=None).exists():
        raise Refused.because(_("Somebody must stay the owner without an end. Make another person the owner first."))


def import_records(records: Iterable[RecordImported], *, at: datetime) -> int:
    """Take over records of other registers as facts, in one transaction. Returns how many."""
    return ledger.append_many([(f"{one.collection}/{one.key}", one) for one in records], at=at)


def _system(number: str) -> str:
    system = system_of(number)
    if system is None:
        raise Refused.because(_("There is no such registration file."))
    return system.key


def _next(series_name: str) -> str:
    """The next number of a series, as it is written."""
    return f"{series_name}/{_count(series_name):06d}"


def _count(series_name: str) -> int:
    """How many of a series there are with this one, without gaps: given within the transaction that uses it."""
    series, _new = Series.objects.select_for_update().get_or_create(name=series_name)
    series.given += 1
    series.save(update_fields=["given"])
    return series.given
