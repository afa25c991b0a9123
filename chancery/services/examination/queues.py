"""The desk's queues: which cases wait for what, on a given day. A case may stand in several."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.services.examination.models import Assignment, Case

Words = str | Promise
Condition = Callable[[date], Q]

ENDED = ("not an application", "withdrawn", "considered withdrawn")
DECIDED = Q(status__in=("published", *ENDED))
PENDING = ~DECIDED
ALIVE = ~Q(status__in=ENDED)
TO_PUBLISH = Q(filing_date__isnull=False, publication_number="")
TO_ACCORD = Q(filing_date=None, barred=False)


RECEIVING, SEARCH = _("Receiving"), _("Search and examination")
PUBLISHING, CLOSED = _("Publication"), _("Closed")


@dataclass(frozen=True)
class Queue:
    """``holds`` says which cases stand in it on a day; ``empty`` what to say when there is none.

    ``group``: the work to which it belongs, for the list of queues.
    """

    key: str
    label: Words
    empty: Words
    holds: Condition
    group: Words = RECEIVING


QUEUES = (
    Queue(
        "open",
        _("All pending"),
        _("Applications come here as soon as they are filed."),
        lambda _on: PENDING,
    ),
    Queue(
        "examine",
        _("To examine"),
        _("Everything that came in has been examined."),
        lambda _on: PENDING & Q(answered_on=None) & (TO_ACCORD | Q(not_invited__gt=0)),
    ),
    Queue(
        "awaiting",
        _("Awaiting answer"),
        _("No applicant has been asked for anything."),
        lambda on: ALIVE & Q(invitation_due__gte=on),
    ),
    Queue(
        "answered",
        _("Answer received"),
        _("Every answer has been dealt with."),
        lambda _on: PENDING & Q(answered_on__isnull=False),
    ),
    Queue(
        "overdue",
        _("Overdue"),
        _("No time limit for an answer has passed."),
        lambda on: ALIVE & Q(invitation_due__lt=on),
    ),
    Queue(
        "fees",
        _("Fees"),
        _("All fees have been paid."),
        lambda _on: PENDING & Q(fees_open=True),
    ),
    Queue(
        "copies",
        _("Copies to send"),
        _("Every record copy and search copy has arrived."),
        lambda _on: ALIVE & Q(copies_open=True),
    ),
    Queue(
        "papers",
        _("Came in"),
        _("Everything that came in has been acknowledged."),
        lambda _on: Q(papers__gt=0),
    ),
    Queue(
        "search",
        _("In search"),
        _("No search report is waited for."),
        lambda _on: ALIVE & Q(search_due__isnull=False),
        SEARCH,
    ),
    Queue(
        "chapter-ii",
        _("Chapter II"),
        _("No preliminary examination has been demanded."),
        lambda _on: ALIVE & Q(demanded_on__isnull=False),
        SEARCH,
    ),
    Queue(
        "chapter-i",
        _("Chapter I reports"),
        _("No report of Chapter I is due yet."),
        lambda on: ALIVE & Q(report_from__lte=on),
        SEARCH,
    ),
    Queue(
        "ready",
        _("Ready to publish"),
        _("Nothing can be published yet. The publication page says when."),
        lambda on: TO_PUBLISH & Q(publish_from__lte=on),
        PUBLISHING,
    ),
    Queue(
        "prepared",
        _("Prepared"),
        _("No preparations for publication are completed."),
        lambda _on: TO_PUBLISH & Q(prepared_on__isnull=False, publish_from__isnull=False),
        PUBLISHING,
    ),
    Queue(
        "again",
        _("To publish again"),
        _("Nothing is to be published again."),
        lambda _on: ~Q(again=""),
        PUBLISHING,
    ),
    Queue(
        "published",
        _("Published"),
        _("Nothing has been published yet."),
        lambda _on: ~Q(publication_number=""),
        CLOSED,
    ),
    Queue(
        "withdrawn",
        _("Withdrawn"),
        _("Nothing is withdrawn."),
        lambda _on: Q(status__in=("withdrawn", "considered withdrawn")),
        CLOSED,
    ),
    Queue(
        "refused",
        _("Not an application"),
        _("Nothing was found not to be an international application."),
        lambda _on: Q(status="not an application"),
        CLOSED,
    ),
)
BY_KEY = {queue.key: queue for queue in QUEUES}
FIRST = QUEUES[0]

SORTS = {
    "number": "number",
    "title": "title",
    "applicant": "applicant",
    "received": "received_on",
    "due": "due_on",
    "status": "status",
    "officer": "taken_by",
}


@dataclass(frozen=True)
class Choice:
    """What a page address asks for: queue, words, whose cases, order. Unknown values fall back to the usual ones."""

    queue: Queue
    words: str = ""
    whose: str = ""
    sort: str = "due"

    @classmethod
    def of(cls, query: dict[str, str]) -> "Choice":
        sort = query.get("sort", "due")
        whose = query.get("officer", "")
        return cls(
            queue=BY_KEY.get(query.get("queue", ""), FIRST),
            words=query.get("q", "").strip()[:200],
            whose=whose if whose in {"me", "none"} else "",
            sort=sort if sort.removeprefix("-") in SORTS else "due",
        )


def cases(choice: Choice, *, on: date, officer: int) -> QuerySet[Case]:
    """The cases of a page, in its order; without a date last, equal ones by number."""
    taken_by = Assignment.objects.filter(number=OuterRef("number")).values("officer__name")
    found = Case.objects.filter(choice.queue.holds(on)).annotate(taken_by=Subquery(taken_by))
    if choice.words:
        found = found.filter(
            Q(number__icontains=choice.words) | Q(title__icontains=choice.words) | Q(applicant__icontains=choice.words)
        )
    if choice.whose:
        taken = Assignment.objects.all() if choice.whose == "none" else Assignment.objects.filter(officer_id=officer)
        numbers = taken.values("number")
        found = found.exclude(number__in=numbers) if choice.whose == "none" else found.filter(number__in=numbers)
    column = F(SORTS[choice.sort.removeprefix("-")])
    backwards = choice.sort.startswith("-")
    return found.order_by(column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True), "number")
