"""How a list of results is laid out: views, columns, page sizes, and the way from page to page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.finder import Document, Hit, Results
from chancery.services.search import words
from chancery.services.search.asking import link
from chancery.services.search.queries import REACH, Question

VIEWS = ("list", "table", "images")
PICTURED = frozenset({"", "marks", "designs"})
"""Collections with records that have pictures; of the others there is no view of these."""
USUAL = ("title", "names", "classes", "date", "status")
"""The columns of a table for which nobody has chosen any; the number is always there."""

COLUMNS: Mapping[str, str | Promise] = {
    "title": _("Title"),
    "names": _("Name"),
    "classes": _("Class"),
    "date": _("Date"),
    "status": _("Status"),
    "kind": _("Kind"),
    "office": _("Office"),
    "country": _("Country"),
    "collection": _("Collection"),
    "application": _("Application number"),
    "priority_number": _("Priority number"),
    "family": _("Family"),
    **words.DATES,
}
SORTED_BY: Mapping[str, tuple[str, ...]] = {"number": ("number",), "title": ("title",), "date": ("newest", "oldest")}
"""Columns that the list can be sorted by, with the orders one goes through by choosing the head again."""
ASCENDING = frozenset({"number", "title", "oldest"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; ``href`` sorts by it, where that is possible."""

    name: str
    label: str | Promise
    href: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A hit, its place in the whole list from 0, and the address of its record with the way back to the list."""

    hit: Hit
    place: int
    href: str

    @property
    def document(self) -> Document:
        return self.hit.document


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in the list the page stands. Addresses are empty where there is no such page."""

    first: int
    last: int
    total: int
    previous: str
    next: str
    beginning: str
    numbers: tuple[tuple[int | str, str], ...]
    """Page numbers with their addresses; a gap has none, nor has the page that is shown."""


def view_of(data: QueryDict) -> str:
    view = data.get("view", "list")
    return view if view in VIEWS else "list"


def views_of(question: Question) -> tuple[str, ...]:
    """The views that there are of such a list."""
    return tuple(name for name in VIEWS if name != "images" or question.collection in PICTURED)


def columns_of(data: QueryDict) -> tuple[str, ...]:
    """The chosen columns in their own order; the usual ones where none is known."""
    chosen = set(data.getlist("col"))
    return tuple(name for name in COLUMNS if name in chosen) or USUAL


def heads(request: HttpRequest, question: Question) -> list[Column]:
    """The heads of the table, the number first."""
    labels = {"number": _("Number"), **COLUMNS}
    return [_head(request, question, name, labels[name]) for name in ("number", *columns_of(request.GET))]


def _head(request: HttpRequest, question: Question, name: str, label: str | Promise) -> Column:
    orders = SORTED_BY.get(name, ())
    if not orders or question.by_family:
        return Column(name, label)
    now = orders.index(question.sort) if question.sort in orders else -1
    direction = "ascending" if question.sort in ASCENDING else "descending"
    return Column(name, label, link(request, sort=orders[(now + 1) % len(orders)]), direction if now >= 0 else "")


def rows(request: HttpRequest, question: Question, found: Results) -> list[Row]:
    """The hits of the page, each with its own address."""
    start = _start(question)
    context = _context(request, question)
    return [_row(hit, start + step, context, question) for step, hit in enumerate(found.hits)]


def _row(hit: Hit, place: int, context: list[tuple[str, str]], question: Question) -> Row:
    one = hit.document
    href = reverse("search:record", args=(one.collection, one.key))
    reachable = place < REACH and not question.by_family
    return Row(hit, place, f"{href}?{urlencode([*context, ('place', place)])}" if reachable else href)


def _context(request: HttpRequest, question: Question) -> list[tuple[str, str]]:
    """The list as part of a record's address, so that the next and the one before are a step away."""
    left_out = {"page", "after", "place", "in", "col", "view"}
    kept = [(name, value) for name, values in request.GET.lists() if name not in left_out for value in values]
    return [*kept, *([("in", question.collection)] if question.collection else [])]


def _start(question: Question) -> int:
    return (question.page - 1) * question.size


def paging(request: HttpRequest, question: Question, found: Results) -> Paging:
    """The first pages are named by number; all that follow, without a ceiling, by the cursor of the page before."""
    start = _start(question)
    total = found.total if found.families is None else found.families
    by_number = not (question.by_family or question.cursor)
    back = question.page > 1 and not question.by_family and start - question.size < REACH
    return Paging(
        first=start + 1 if found.hits else 0,
        last=start + len(found.hits),
        total=total,
        previous=link(request, page=str(question.page - 1)) if back else "",
        next=_next(request, question, found.cursor, by_number=by_number),
        beginning=link(request) if question.page > 1 else "",
        numbers=_numbers(request, question, found.total) if by_number else (),
    )


def _next(request: HttpRequest, question: Question, cursor: str | None, *, by_number: bool) -> str:
    if not cursor:
        return ""
    near = by_number and _start(question) + question.size < REACH
    return link(request, page=str(question.page + 1), put=None if near else {"after": cursor})


def _numbers(request: HttpRequest, question: Question, total: int) -> tuple[tuple[int | str, str], ...]:
    pages = Paginator(range(min(total, REACH)), question.size)
    if pages.num_pages < 2 or question.page > pages.num_pages:
        return ()
    elided = pages.get_elided_page_range(question.page, on_each_side=2, on_ends=1)
    return tuple(
        (number, link(request, page=str(number)) if isinstance(number, int) and number != question.page else "")
        for number in elided
    )


def cell(one: Document, name: str) -> Sequence[str]:
    """What a record has in a column of plain words, one value or several."""
    found: Mapping[str, Sequence[str]] = {
        "names": one.names,
        "kind": (one.kind,),
        "office": (one.office,),
        "country": (one.country,),
        "collection": (str(words.COLLECTIONS.get(one.collection, "")),),
        "application": one.numbered.get("application", ()),
        "priority_number": one.numbered.get("priority", ()),
        "family": (one.family,),
        "date": (one.date.isoformat(),) if one.date else (),
    }
    if name in one.dates:
        return (one.dates[name].isoformat(),)
    return tuple(value for value in found.get(name, ()) if value)
