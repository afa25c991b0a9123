"""Searches that a person keeps: naming, changing, doubling, deleting; and reading them back as questions."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import Count, QuerySet
from django.db.models.functions import Lower
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.finder import QueryError
from chancery.services.search import words
from chancery.services.search.asking import as_address, question_of
from chancery.services.search.models import SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.templatetags.finding import spoken

LONGEST_NAME, LONGEST_ASKED = 80, 6_000  # characters
MOST = 200  # searches of one person
SORTS = {"name": "name_folded", "collection": "collection", "made": "made_at", "alerts": "number_of_alerts"}


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A saved search as it is shown. ``chosen``: its filters with their labels; ``href``: the page of its results."""

    id: int | None
    name: str
    question: Question
    collection_name: str
    chosen: tuple[tuple[str, str], ...]
    made_at: datetime
    href: str
    alerts: int


# Reading


def mine(owner: int, sort: str = "-made") -> "QuerySet[SavedSearch]":
    """The searches that a person keeps; ``sort`` is a name of `SORTS`, with ``-`` before it the other way round."""
    column = SORTS.get(sort.removeprefix("-"), "made_at")
    rows = SavedSearch.objects.filter(owner_id=owner)
    rows = rows.annotate(number_of_alerts=Count("alerts"), name_folded=Lower("name"))
    backwards = sort.startswith("-") or sort not in SORTS
    return rows.order_by(f"-{column}" if backwards else column, "-pk")


def one(saved_id: int, owner: int) -> SavedSearch | None:
    """A saved search of this person."""
    return mine(owner).filter(pk=saved_id).first()


def question(row: SavedSearch) -> Question:
    return question_of(QueryDict(row.asked), row.collection)


def unsaved(wanted: Question, *, at: datetime) -> SavedSearch:
    """A search as it would be kept, to be shown; it is not."""
    return SavedSearch(name=usual_name(wanted), collection=wanted.collection, asked=asked_of(wanted), made_at=at)


def shown(row: SavedSearch) -> Kept:
    asked = question(row)
    return Kept(
        id=row.pk,
        name=row.name,
        question=asked,
        collection_name=str(words.COLLECTIONS.get(row.collection, _("All collections"))),
        chosen=tuple(
            (str(words.FACETS[name]), words.facet_value(name, value))
            for name, values in asked.filters.items()
            for value in values
        ),
        made_at=row.made_at,
        href=href(row),
        alerts=getattr(row, "number_of_alerts", 0),
    )


def href(row: SavedSearch) -> str:
    """The page of its results."""
    page = reverse("search:collection", args=[row.collection]) if row.collection else reverse("search:results")
    return f"{page}?{row.asked}" if row.asked else page


def asked_of(wanted: Question) -> str:
    """A question as the address of its results, without the page and the view: the same question, the same text."""
    parts: list[tuple[str, str]] = [("q", wanted.text)] if wanted.text else []
    parts += [("dialect", wanted.dialect)] if wanted.dialect else []
    parts += [] if wanted.stemming else [("stemming", "off")]
    parts += [("set", one) for one in as_address(wanted.sets)]
    parts += [("group", "family")] if wanted.by_family else []
    parts += [] if wanted.sort == "relevance" else [("sort", wanted.sort)]
    parts += [(name, value) for name in sorted(wanted.filters) for value in sorted(set(wanted.filters[name]))]
    return urlencode(parts)


def usual_name(wanted: Question) -> str:
    """What a search is called until somebody calls it otherwise: its words, its filters, or its collection."""
    filters = ", ".join(words.facet_value(name, value) for name, values in wanted.filters.items() for value in values)
    place = str(words.COLLECTIONS.get(wanted.collection, _("All collections")))
    name = " ".join((wanted.text or filters or place).split())
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


# Acts


def save(wanted: Question, *, name: str = "", by: int, at: datetime) -> int:
    """Keep a search. The same one, kept again, is the one that is there. Refused where it cannot be read."""
    asked = readable(wanted)
    with transaction.atomic():
        there = SavedSearch.objects.filter(owner_id=by, collection=wanted.collection, asked=asked).first()
        if there is not None:
            return there.pk
        _room_for_one_more(by)
        row = SavedSearch(owner_id=by, name=_named(name or usual_name(wanted)), made_at=at)
        return _write(row, wanted, asked)


def change(saved_id: int, *, name: str, wanted: Question, by: int) -> None:
    """Give it another name, another query, or both. What its alerts have been told stays told."""
    asked, name = readable(wanted), _named(name)
    with transaction.atomic():
        row = _own(saved_id, by)
        mended = (row.collection, row.asked) != (wanted.collection, asked)
        row.name = name
        _write(row, wanted, asked)
        if mended:  # what stood still because the query could not be read goes on from where it stood
            row.alerts.update(trouble="")


def rename(saved_id: int, *, name: str, by: int) -> None:
    name = _named(name)
    if not SavedSearch.objects.filter(pk=saved_id, owner_id=by).update(name=name):
        raise Refused.because(_("This search is not among those that you keep."))


def double(saved_id: int, *, by: int, at: datetime) -> int:
    """A second one like it, without its alerts, to be changed. Returns its id."""
    with transaction.atomic():
        row = _own(saved_id, by)
        _room_for_one_more(by)
        name = _("%(name)s (copy)") % {"name": row.name[: LONGEST_NAME - 12]}
        kept = {"collection": row.collection, "asked": row.asked, "made_at": at}
        return SavedSearch.objects.create(owner_id=by, name=name[:LONGEST_NAME], **kept).pk


def delete(saved_id: int, *, by: int) -> None:
    """Keep it no longer; its alerts end with it."""
    SavedSearch.objects.filter(pk=saved_id, owner_id=by).delete()


def _own(saved_id: int, by: int) -> SavedSearch:
    row = SavedSearch.objects.select_for_update().filter(pk=saved_id, owner_id=by).first()
    if row is None:
        raise Refused.because(_("This search is not among those that you keep."))
    return row


def _room_for_one_more(by: int) -> None:
    if SavedSearch.objects.filter(owner_id=by).count() >= MOST:
        raise Refused.because(_("You keep %(n)d searches, the most there can be. Delete one first.") % {"n": MOST})


def _named(name: str) -> str:
    found = " ".join(name.replace("\0", "").split())
    if not found or len(found) > LONGEST_NAME:
        message = _("Give it a name of at most %(n)d characters.") % {"n": LONGEST_NAME}
        raise Refused.because(message, field="name")
    return found


def readable(wanted: Question) -> str:
    """The question as text that can be kept. Refused where it cannot be read, or is too long."""
    if any("\0" in text for text in (wanted.text, *wanted.sets.values())):
        raise Refused.because(_("Text cannot contain the character NUL."), field="q")
    try:
        wanted.parsed()
    except QueryError as error:
        raise Refused.because(" ".join(spoken(error)), field="q") from None
    asked = asked_of(wanted)
    if len(asked) > LONGEST_ASKED:
        raise Refused.because(_("This search is too long to be kept. Take some filters away."), field="q")
    return asked


def _write(row: SavedSearch, wanted: Question, asked: str) -> int:
    row.collection, row.asked = wanted.collection, asked
    row.save()
    return row.pk
