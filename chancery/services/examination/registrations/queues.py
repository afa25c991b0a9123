"""The desk's queues of registration files: which wait for what, on a given day. A file may stand in several."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from chancery.services.examination.models import Assignment
from chancery.services.examination.queues import Queue
from chancery.services.examination.registrations.models import RegistrationCase
from chancery.services.examination.registrations.words import SYSTEMS
from chancery.treaties.kernel.periods import months

ENDED = ("abandoned", "refused", "withdrawn")
ALIVE = ~Q(status__in=(*ENDED, "over"))
PENDING = ALIVE & Q(registered_on=None)
REGISTERED = ALIVE & Q(registered_on__isnull=False)
UNANSWERED = Q(notices_open__gt=0)

FILES, ORIGIN, EXAMINATION = _("Files"), _("Office of origin"), _("Examination")
REGISTER, LIFE, CLOSED = _("Register"), _("Life of a registration"), _("Closed")
SOON = months(6)
"""How far ahead an end of a term, or of a deferment, is shown."""

QUEUES = (
    Queue(
        "open",
        _("All pending"),
        _("Files come here as soon as they are presented."),
        lambda _on: PENDING | (REGISTERED & (Q(publish_from__isnull=False) | Q(to_notify__gt=0))),
        FILES,
    ),
    Queue(
        "certify",
        _("To send to the Bureau"),
        _("No application lies at the Office of origin."),
        lambda _on: PENDING & Q(with_bureau=False),
        ORIGIN,
    ),
    Queue(
        "answers",
        _("For the Office of origin to remedy"),
        _("The Bureau has asked the Office of origin for nothing."),
        lambda _on: PENDING & Q(with_bureau=True) & UNANSWERED & Q(for_origin=True),
        ORIGIN,
    ),
    Queue(
        "examine",
        _("To examine"),
        _("Everything that came in has been examined."),
        lambda _on: PENDING & Q(with_bureau=True, to_notice__gt=0),
        EXAMINATION,
    ),
    Queue(
        "irregular",
        _("Irregularities told"),
        _("No notice waits for an answer."),
        lambda on: ALIVE & UNANSWERED & (Q(notice_due__gte=on) | Q(notice_due=None)),
        EXAMINATION,
    ),
    Queue(
        "overdue",
        _("Overdue"),
        _("No time limit for an answer has passed."),
        lambda on: ALIVE & UNANSWERED & Q(notice_due__lt=on),
        EXAMINATION,
    ),
    Queue(
        "answered",
        _("Answer received"),
        _("Every answer has been dealt with."),
        lambda _on: PENDING & Q(answered_on__isnull=False),
        EXAMINATION,
    ),
    Queue(
        "classes",
        _("Classification proposed"),
        _("No proposal of classification is open."),
        lambda _on: PENDING & Q(classes=True),
        EXAMINATION,
    ),
    Queue(
        "register",
        _("To register"),
        _("No application is in order and waits for its registration."),
        lambda _on: PENDING & Q(ready=True),
        REGISTER,
    ),
    Queue(
        "notify",
        _("To notify"),
        _("Every Office has been notified."),
        lambda _on: REGISTERED & Q(to_notify__gt=0),
        REGISTER,
    ),
    Queue(
        "publish",
        _("To publish"),
        _("Nothing waits for the next issue."),
        lambda on: (REGISTERED & Q(publish_from__lte=on)) | Q(unprinted__gt=0),
        REGISTER,
    ),
    Queue(
        "deferred",
        _("Deferment ends soon"),
        _("No deferment ends within six months."),
        lambda on: REGISTERED & Q(deferred_until__lte=SOON.after(on)),
        REGISTER,
    ),
    Queue(
        "requests",
        _("Requests to record"),
        _("No holder has asked for anything that is not dealt with."),
        lambda _on: REGISTERED & Q(requests_open__gt=0),
        LIFE,
    ),
    Queue(
        "statements",
        _("Statements received"),
        _("Every statement of an Office has been published."),
        lambda _on: Q(stated_on__isnull=False),
        LIFE,
    ),
    Queue(
        "ending",
        _("Terms ending"),
        _("No term ends within six months."),
        lambda on: REGISTERED & Q(until__lte=SOON.after(on)) & (Q(grace_until__gte=on) | Q(grace_until=None)),
        LIFE,
    ),
    Queue(
        "lapse",
        _("To lapse"),
        _("No registration stands beyond its months of grace."),
        lambda on: REGISTERED & Q(grace_until__lt=on),
        LIFE,
    ),
    Queue(
        "registered",
        _("Registered"),
        _("Nothing has been registered yet."),
        lambda _on: REGISTERED,
        CLOSED,
    ),
    Queue(
        "ended",
        _("Ended"),
        _("Nothing has ended."),
        lambda _on: Q(status__in=(*ENDED, "over")),
        CLOSED,
    ),
)
BY_KEY = {queue.key: queue for queue in QUEUES}
FIRST = QUEUES[0]

SORTS = {
    "number": "number",
    "title": "title",
    "holder": "holder",
    "received": "received_on",
    "due": "due_on",
    "status": "status",
    "officer": "taken_by",
}

NAMED = ("number", "title", "holder", "registration_number")
"""Where the words of a search are looked for."""


@dataclass(frozen=True)
class Choice:
    """What a page address asks for: queue, system, words, whose, order. Unknown values fall back to the usual ones."""

    queue: Queue
    system: str = ""
    words: str = ""
    whose: str = ""
    sort: str = "due"

    @classmethod
    def of(cls, query: dict[str, str]) -> "Choice":
        system, whose, sort = query.get("system", ""), query.get("officer", ""), query.get("sort", "due")
        return cls(
            queue=BY_KEY.get(query.get("queue", ""), FIRST),
            system=system if system in SYSTEMS else "",
            words=query.get("q", "").strip()[:200],
            whose=whose if whose in {"me", "none"} else "",
            sort=sort if sort.removeprefix("-") in SORTS else "due",
        )


def cases(choice: Choice, *, on: date, officer: int) -> QuerySet[RegistrationCase]:
    """The files of a page, in its order; without a date last, equal ones by number."""
    taken_by = Assignment.objects.filter(number=OuterRef("number")).values("officer__name")
    found = RegistrationCase.objects.filter(choice.queue.holds(on)).annotate(taken_by=Subquery(taken_by))
    if choice.system:
        found = found.filter(system=choice.system)
    if choice.words:
        named = (Q(**{f"{field}__icontains": choice.words}) for field in NAMED)
        found = found.filter(reduce(or_, named))
    if choice.whose:
        taken = Assignment.objects.all() if choice.whose == "none" else Assignment.objects.filter(officer_id=officer)
        numbers = taken.values("number")
        found = found.exclude(number__in=numbers) if choice.whose == "none" else found.filter(number__in=numbers)
    column = F(SORTS[choice.sort.removeprefix("-")])
    backwards = choice.sort.startswith("-")
    return found.order_by(column.desc(nulls_last=True) if backwards else column.asc(nulls_last=True), "number")
