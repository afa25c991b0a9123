"""What a question finds, as an Atom feed for whoever asks: nothing is kept of who reads it, and nothing to be ended.

The newest records stand in it as they now are, by the day that each is listed under. Laws are left out: they change
with a release of the portal, and no entry of the ledger dates them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from django.urls import reverse

from chancery.core import clock, ledger
from chancery.finder import COLLECTIONS, Document
from chancery.services.search import laws, queries
from chancery.services.search.alerts import atom
from chancery.services.search.alerts.atom import Head, Line
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved

DATED = tuple(one for one in COLLECTIONS if one != laws.COLLECTION)


def address(question: Question) -> str:
    """Where the feed of a question is (path); empty where there is none."""
    if question.collection == laws.COLLECTION:
        return ""
    asked = saved.asked_of(replace(question, sort="relevance"))
    wanted = question.collection
    path = reverse("search:collection-feed", args=[wanted]) if wanted else reverse("search:feed")
    return f"{path}?{asked}" if asked else path


def written(question: Question, *, language: str, at: datetime) -> tuple[str, datetime]:
    """The feed, and when anything in it last changed: where it is empty, at the beginning of the day of ``at``. Raises
    `QueryError`.
    """
    wanted = replace(question, sort="newest")
    found = _newest(wanted)
    updated = _changed(found) or _beginning(clock.local_day(at))
    own = address(question)
    page = saved.href(saved.unsaved(wanted, at=at))
    head = Head(title=saved.usual_name(wanted), page=page, feed=own, name=own, language=language, updated=updated)
    return atom.written(head, [Line(one, _listed(one) or updated) for one in found]), updated


def _newest(question: Question) -> list[Document]:
    results = queries.ask(
        question,
        collections=question.collections or DATED,
        sort=question.sort,
        limit=atom.MOST,
        by_family=question.by_family,
    )
    return [hit.document for hit in results.hits]


def _changed(found: Sequence[Document]) -> datetime | None:
    """When the ledger last told of one of the records. A day would not do: more may be published on the same one."""
    newest = max((one.facts.get("entry", 0) for one in found), default=0)
    entry = ledger.entry(newest) if newest else None
    return entry.at if entry else None


def _listed(document: Document) -> datetime | None:
    """The beginning of the day that a record is listed under; None where it is under none."""
    return _beginning(document.date) if document.date else None


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), clock.office_zone())
