"""What others may ask of the desk: how much waits for what, and who works on which case."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Min

from chancery.records.accounts import queries as accounts
from chancery.records.accounts.queries import Person
from chancery.services.examination.desks import Desk
from chancery.services.examination.models import Appearance, Assignment
from chancery.services.examination.queues import DESK as CASES
from chancery.services.examination.registrations.queues import DESK as FILES

__all__ = ["CASES", "DESKS", "FILES", "Desk", "appeared_as", "issue", "issues", "officer", "officers"]

DESKS: tuple[Desk, ...] = (CASES, FILES)
"""The office's desks, in the order in which they are shown."""


def officer(number: str) -> Person | None:
    """Who has taken a case; None when nobody has."""
    return officers([number]).get(number)


def officers(numbers: Iterable[str]) -> dict[str, Person]:
    """Who has taken which of these cases; those that nobody has taken are left out."""
    rows = dict(Assignment.objects.filter(number__in=list(numbers)).values_list("number", "officer_id"))
    people = {person.id: person for person in accounts.people(set(rows.values()))}
    return {number: people[taken_by] for number, taken_by in rows.items() if taken_by in people}


def issue(name: str) -> list[Appearance]:
    """What an issue of the gazette published, in the order of the numbers; nothing for an issue there was not."""
    return list(Appearance.objects.filter(issue=name))


def issues() -> list[tuple[str, date, int]]:
    """Every issue that has appeared: name, day, how much is in it; newest first."""
    rows = Appearance.objects.order_by().values("issue").annotate(day=Min("published_on"), count=Count("entry"))
    return sorted(((row["issue"], row["day"], row["count"]) for row in rows), key=lambda row: row[1], reverse=True)


def appeared_as(publication_number: str) -> list[Appearance]:
    """The publications under one number, the first one first."""
    return list(Appearance.objects.filter(publication_number=publication_number).order_by("entry"))
