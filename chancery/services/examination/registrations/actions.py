"""Acts of Offices on registration files. Each asks for the role first, then for the law; all of it, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.core.refusal import Conflict, Refused
from chancery.records.accounts import actions as seconds
from chancery.records.accounts import queries as accounts
from chancery.records.register import actions as register
from chancery.records.register import queries as files
from chancery.records.register.queries import Registration
from chancery.services.examination import assigning
from chancery.services.examination.registrations import docket, issues
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.dossier import FileDossier, no
from chancery.treaties.kernel import Finding

PUBLISH = "examination.publish_registrations"


@dataclass(frozen=True)
class Issue:
    """An issue that has appeared: name, day, the files of which a registration, or something recorded, is in it."""

    name: str
    on: date
    numbers: tuple[str, ...]


def take(number: str, *, by: int, at: datetime) -> None:
    """Take a file, so that the colleagues see who works on it. It can be taken over from a colleague."""
    accounts.require(by, "officer")
    _existing(number)
    assigning.take(number, by=by, at=at)


def release(number: str, *, by: int, at: datetime) -> None:  # noqa: ARG001 - every act is said to be at a time
    """Give a file back to everyone."""
    accounts.require(by, "officer")
    assigning.release(number, by=by)


def act(number: str, key: str, *, data: Mapping[str, Any], by: int, at: datetime, after: int) -> tuple[Entry, ...]:
    """Do an act from `acts.table`: all that it enters, or nothing. Returns the entries of this file.

    ``data`` is what was written down (the act's form, cleaned); ``after`` the version that was looked at.
    """
    accounts.require(by, "officer")
    with transaction.atomic():
        file = _seen(number, after=after)
        chosen = table.BY_KEY[file.system.key, key]
        case = FileDossier(file, files.timeline(number), clock.local_day(at), at)
        _refuse(chosen.refusals(case))
        for step, event in enumerate(chosen.does(case, data)):
            register.enter(number, event, after=after + step, at=at)
        if chosen.enters:
            chosen.enters(case, data, by, at)
        return files.timeline(number)[after:]


def publish(system: str, on: date, *, numbers: Sequence[str], by: int, at: datetime) -> Issue:
    """Publish in the weekly issue of a day: registrations, and what was recorded since; all of them, or nothing.

    Publication opens a file to everyone at once, so an issue is published on the day that it bears. It takes two
    publishers where the two-person rule holds.
    """
    accounts.require(by, "publisher")
    with transaction.atomic():
        chosen = sorted(set(numbers))
        found = files.registrations(chosen)
        _refuse(issues.against_issue(system, on, today=clock.local_day(at)))
        _refuse([one for number in chosen for one in against_publishing(system, number, found.get(number), on=on)])
        if not chosen:
            raise Refused.because(_("Choose at least one registration."), field="numbers")
        seconds.must_be_seconded(PUBLISH, payload(system, on, chosen), by=by, at=at)
        name = issues.next_issue(system, on).name
        for number in chosen:
            _publish(found[number], name, on, at=at)
    return Issue(name, on, tuple(chosen))


def payload(system: str, on: date, numbers: Sequence[str]) -> dict[str, Any]:
    """What two publishers agree on: the system, the day, and exactly which files."""
    return {"system": system, "on": on.isoformat(), "numbers": sorted(set(numbers))}


def against_publishing(system: str, number: str, file: Registration | None, *, on: date) -> tuple[Finding, ...]:
    """What stands against publishing something of a file on that day."""
    cites = docket.PUBLISH[system]
    if file is None or file.system.key != system or file.registered_on is None:
        return no(_("%(number)s is not registered.") % {"number": number}, cites, "numbers")
    if file.publication:
        return (
            ()
            if docket.unprinted(file, files.timeline(number))
            else no(_("Nothing of %(number)s is new.") % {"number": number}, cites)
        )
    earliest = docket.publish_from(file)
    if earliest is None or earliest > on:
        said = {"number": number, "day": earliest or "–"}
        return no(_("%(number)s may be published from %(day)s on, not before.") % said, cites, "numbers")
    if not file.lives(on=on) or all(one.tone == "over" for one in file.lives(on=on)):
        return no(_("Nothing of %(number)s stands any more.") % {"number": number}, cites, "numbers")
    return ()


def _publish(file: Registration, issue: str, on: date, *, at: datetime) -> None:
    """The registration, if it has not appeared, and everything recorded that has not: an entry for each."""
    whats = [] if file.publication else ["registration"]
    whats += sorted(docket.unprinted(file, files.timeline(file.number)).elements())
    for step, what in enumerate(whats):
        register.publish_registration(
            file.number,
            registration_number=file.registration_number,
            issue=issue,
            on=on,
            after=file.version + step,
            at=at,
            what=what,
        )


def _existing(number: str) -> Registration:
    file = files.registration(number)
    if file is None or file.received_on is None:
        raise Refused.because(_("There is no such registration file."))
    return file


def _seen(number: str, *, after: int) -> Registration:
    """The file as the officer saw it: a decision rests on what was on the page."""
    file = _existing(number)
    if file.version != after:
        raise Conflict.because(
            _("Something has happened to this file since you opened the page. Look at it again, then decide.")
        )
    return file


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        raise Refused(findings)
