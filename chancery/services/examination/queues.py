"""The desk's queues: which cases wait for what, on a given day. A case may stand in several."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.services.examination import words
from chancery.services.examination.desks import Desk, Queue
from chancery.services.examination.models import Case

ENDED = ("not an application", "withdrawn", "considered withdrawn")
DECIDED = Q(status__in=("published", *ENDED))
PENDING = ~DECIDED
ALIVE = ~Q(status__in=ENDED)
TO_PUBLISH = Q(filing_date__isnull=False, publication_number="")
TO_ACCORD = Q(filing_date=None, barred=False)

RECEIVING, SEARCH = _("Receiving"), _("Search and examination")
PUBLISHING, CLOSED = _("Publication"), _("Closed")


QUEUES = (
    Queue(
        "open",
        _("All pending"),
        _("Applications that are neither published nor ended."),
        _("Applications come here as soon as they are filed."),
        lambda _on: PENDING,
        RECEIVING,
    ),
    Queue(
        "examine",
        _("To examine"),
        _(
            "Pending ones that have no filing date though nothing stands against it, or in which a rule "
            "finds what no invitation has named. Those with an answer stand in “Answer received”."
        ),
        _("Everything that came in has been examined."),
        lambda _on: PENDING & Q(answered_on=None) & (TO_ACCORD | Q(not_invited__gt=0)),
        RECEIVING,
    ),
    Queue(
        "awaiting",
        _("Awaiting answer"),
        _("An invitation is open, and its time limit has not passed."),
        _("No applicant has been asked for anything."),
        lambda on: ALIVE & Q(invitation_due__gte=on),
        RECEIVING,
    ),
    Queue(
        "answered",
        _("Answer received"),
        _("Pending ones whose applicant has answered an invitation, and the office has still to act on the answer."),
        _("Every answer has been dealt with."),
        lambda _on: PENDING & Q(answered_on__isnull=False),
        RECEIVING,
    ),
    Queue(
        "overdue",
        _("Overdue"),
        _("The time limit of an open invitation has passed without an answer."),
        _("No time limit for an answer has passed."),
        lambda on: ALIVE & Q(invitation_due__lt=on),
        RECEIVING,
    ),
    Queue(
        "fees",
        _("Fees"),
        _("Pending ones of which a fee is still to be paid."),
        _("All fees have been paid."),
        lambda _on: PENDING & Q(fees_open=True),
        RECEIVING,
    ),
    Queue(
        "copies",
        _("Copies to send"),
        _("They have a filing date, and the record copy or the search copy has not arrived."),
        _("Every record copy and search copy has arrived."),
        lambda _on: ALIVE & Q(copies_open=True),
        RECEIVING,
    ),
    Queue(
        "papers",
        _("Came in"),
        _("Papers or observations came in that nobody has acknowledged or decided on."),
        _("Everything that came in has been acknowledged."),
        lambda _on: Q(papers__gt=0),
        RECEIVING,
    ),
    Queue(
        "search",
        _("In search"),
        _("The search copy has arrived, and the search report is waited for."),
        _("No search report is waited for."),
        lambda _on: ALIVE & Q(search_due__isnull=False),
        SEARCH,
    ),
    Queue(
        "chapter-ii",
        _("Chapter II"),
        _("Preliminary examination has been demanded, and its report is waited for."),
        _("No preliminary examination has been demanded."),
        lambda _on: ALIVE & Q(demanded_on__isnull=False),
        SEARCH,
    ),
    Queue(
        "chapter-i",
        _("Chapter I reports"),
        _(
            "The search report is there, no examination was demanded, and the day of the report on "
            "patentability has come."
        ),
        _("No report of Chapter I is due yet."),
        lambda on: ALIVE & Q(report_from__lte=on),
        SEARCH,
    ),
    Queue(
        "ready",
        _("Ready to publish"),
        _("Not published, and from today on they may be."),
        _("Nothing can be published yet. The publication page says when."),
        lambda on: TO_PUBLISH & Q(publish_from__lte=on),
        PUBLISHING,
    ),
    Queue(
        "prepared",
        _("Prepared"),
        _("Technical preparations are completed, and publication follows."),
        _("No preparations for publication are completed."),
        lambda _on: TO_PUBLISH & Q(prepared_on__isnull=False, publish_from__isnull=False),
        PUBLISHING,
    ),
    Queue(
        "again",
        _("To publish again"),
        _("Published, and something came later that is published under the same number."),
        _("Nothing is to be published again."),
        lambda _on: ~Q(again=""),
        PUBLISHING,
    ),
    Queue(
        "published",
        _("Published"),
        _("Everything that has appeared in the gazette."),
        _("Nothing has been published yet."),
        lambda _on: ~Q(publication_number=""),
        CLOSED,
    ),
    Queue(
        "withdrawn",
        _("Withdrawn"),
        _("Withdrawn by the applicant, or considered withdrawn."),
        _("Nothing is withdrawn."),
        lambda _on: Q(status__in=("withdrawn", "considered withdrawn")),
        CLOSED,
    ),
    Queue(
        "refused",
        _("Not an application"),
        _("The papers were found not to be an international application."),
        _("Nothing was found not to be an international application."),
        lambda _on: Q(status="not an application"),
        CLOSED,
    ),
)

DESK = Desk(
    label=_("Patents (PCT)"),
    rows=Case,
    queues=QUEUES,
    party="applicant",
    named=("number", "title", "applicant"),
    page="examination:desk",
    table="examination:export",
    case="examination:case",
    statuses=words.STATUSES,
    duties=words.DUTIES,
)
