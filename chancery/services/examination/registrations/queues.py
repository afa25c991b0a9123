"""The desk's queues of registration files: which wait for what, on a given day. A file may stand in several."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.services.examination.desks import Desk, Queue
from chancery.services.examination.registrations import words
from chancery.services.examination.registrations.models import RegistrationCase
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
        _(
            "Files that are not registered yet and have not ended, and registrations that wait for their "
            "notification or their publication."
        ),
        _("Files come here as soon as they are presented."),
        lambda _on: PENDING | (REGISTERED & (Q(publish_from__isnull=False) | Q(to_notify__gt=0))),
        FILES,
    ),
    Queue(
        "certify",
        _("To send to the Bureau"),
        _("Applications that lie at the Office of origin, to be certified or sent on."),
        _("No application lies at the Office of origin."),
        lambda _on: PENDING & Q(with_bureau=False),
        ORIGIN,
    ),
    Queue(
        "answers",
        _("For the Office of origin to remedy"),
        _("The Bureau waits for the Office of origin to remedy what a notice told it."),
        _("The Bureau has asked the Office of origin for nothing."),
        lambda _on: PENDING & Q(with_bureau=True) & UNANSWERED & Q(for_origin=True),
        ORIGIN,
    ),
    Queue(
        "examine",
        _("To examine"),
        _("The Bureau has them, and a rule finds something of which no notice has told."),
        _("Everything that came in has been examined."),
        lambda _on: PENDING & Q(with_bureau=True, to_notice__gt=0),
        EXAMINATION,
    ),
    Queue(
        "irregular",
        _("Irregularities told"),
        _("A notice waits for an answer, and its time limit has not passed."),
        _("No notice waits for an answer."),
        lambda on: ALIVE & UNANSWERED & (Q(notice_due__gte=on) | Q(notice_due=None)),
        EXAMINATION,
    ),
    Queue(
        "overdue",
        _("Overdue"),
        _("A notice has no answer, and its time limit has passed."),
        _("No time limit for an answer has passed."),
        lambda on: ALIVE & UNANSWERED & Q(notice_due__lt=on),
        EXAMINATION,
    ),
    Queue(
        "answered",
        _("Answer received"),
        _("An answer to a notice is there, and the Bureau has still to decide what becomes of the application."),
        _("Every answer has been dealt with."),
        lambda _on: PENDING & Q(answered_on__isnull=False),
        EXAMINATION,
    ),
    Queue(
        "classes",
        _("Classification proposed"),
        _("The Bureau has proposed classes, and waits for the opinion of the Office of origin."),
        _("No proposal of classification is open."),
        lambda _on: PENDING & Q(classes=True),
        EXAMINATION,
    ),
    Queue(
        "register",
        _("To register"),
        _("Nothing stands against the registration: no finding, no open notice."),
        _("No application is in order and waits for its registration."),
        lambda _on: PENDING & Q(ready=True),
        REGISTER,
    ),
    Queue(
        "notify",
        _("To notify"),
        _("A designated Office has not been told of the registration, or of its later designation."),
        _("Every Office has been notified."),
        lambda _on: REGISTERED & Q(to_notify__gt=0),
        REGISTER,
    ),
    Queue(
        "publish",
        _("To publish"),
        _(
            "Registrations whose day has come, and published ones of which something was recorded or stated "
            "since that stands in no issue."
        ),
        _("Nothing waits for the next issue."),
        lambda on: (REGISTERED & Q(publish_from__lte=on)) | Q(unprinted__gt=0),
        REGISTER,
    ),
    Queue(
        "deferred",
        _("Deferment ends soon"),
        _("Publication is deferred, and the deferment ends within six months."),
        _("No deferment ends within six months."),
        lambda on: REGISTERED & Q(deferred_until__lte=SOON.after(on)),
        REGISTER,
    ),
    Queue(
        "requests",
        _("Requests to record"),
        _("The holder has asked for something that is neither recorded nor declined."),
        _("No holder has asked for anything that is not dealt with."),
        lambda _on: REGISTERED & Q(requests_open__gt=0),
        LIFE,
    ),
    Queue(
        "statements",
        _("Statements received"),
        _("An Office has stated something that stands in no issue of the bulletin yet."),
        _("Every statement of an Office has been published."),
        lambda _on: Q(stated_on__isnull=False),
        LIFE,
    ),
    Queue(
        "ending",
        _("Terms ending"),
        _("The term ends within six months, or has ended and its months of grace run."),
        _("No term ends within six months."),
        lambda on: REGISTERED & Q(until__lte=SOON.after(on)) & (Q(grace_until__gte=on) | Q(grace_until=None)),
        LIFE,
    ),
    Queue(
        "lapse",
        _("To lapse"),
        _("Not renewed, and the months of grace are over."),
        _("No registration stands beyond its months of grace."),
        lambda on: REGISTERED & Q(grace_until__lt=on),
        LIFE,
    ),
    Queue(
        "registered",
        _("Registered"),
        _("All registrations that stand in at least one party."),
        _("Nothing has been registered yet."),
        lambda _on: REGISTERED,
        CLOSED,
    ),
    Queue(
        "ended",
        _("Ended"),
        _("Abandoned, not registered or withdrawn, and registrations of which nothing stands in any party."),
        _("Nothing has ended."),
        lambda _on: Q(status__in=(*ENDED, "over")),
        CLOSED,
    ),
)

DESK = Desk(
    label=_("Marks, designs, appellations"),
    rows=RegistrationCase,
    queues=QUEUES,
    party="holder",
    named=("number", "title", "holder", "registration_number"),
    page="examination:registrations",
    table="examination:registrations-csv",
    case="examination:registration",
    statuses=words.STATUSES,
    duties=words.DUTIES,
    systems=words.SYSTEMS,
)
