"""What each piece shows: asked of the rooms' queries, for one person, and only as much as fits."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.records.fees import queries as fees
from chancery.records.mail import queries as mail
from chancery.records.register import queries as register
from chancery.services.contact import queries as contact
from chancery.services.contact import topics
from chancery.services.docket import queries as docket
from chancery.services.examination import queries as examination
from chancery.services.examination.queries import Desk
from chancery.services.filing import queries as filing
from chancery.services.search.saved import saved
from chancery.site.dashboard.widgets import Visitor, Widget

SHOWN = 6
AHEAD = 90  # days
Facts = Mapping[str, Any]


def portfolio(visitor: Visitor) -> Facts:
    mine = filing.mine(visitor.user, on=visitor.on)
    return {"mine": mine[:SHOWN], "count": len(mine)}


def limits(visitor: Visitor) -> Facts:
    coming = docket.coming(visitor.user, on=visitor.on, ahead=AHEAD)
    return {"limits": coming[:SHOWN], "count": len(coming), "ahead": AHEAD, "soon": visitor.on + timedelta(days=14)}


def messages(visitor: Visitor) -> Facts:
    return {"items": mail.newest(visitor.user, SHOWN), "count": mail.unread(visitor.user)}


def payments(visitor: Visitor) -> Facts:
    numbers = register.shared_with(visitor.user, on=visitor.on)
    owed = [one for one in fees.invoices(numbers).values() if one.lines and not one.settled]
    first = sorted(owed, key=lambda one: (one.due_on or date.max, one.number))
    open_sums = [(one, [total.open for total in one.totals if total.open.amount]) for one in first[:SHOWN]]
    return {"invoices": open_sums, "on": visitor.on}


def searches(visitor: Visitor) -> Facts:
    return {"kept": [saved.shown(row) for row in saved.mine(visitor.user)[:SHOWN]]}


def questions(visitor: Visitor) -> Facts:
    rows = contact.asked_by(visitor.user)[:SHOWN]
    return {"questions": [(row, topics.label(row.topic), contact.href(row)) for row in rows]}


def _waiting(desk: Desk) -> Callable[[Visitor], Facts]:
    def supply(visitor: Visitor) -> Facts:
        counts = desk.counts(visitor.on)
        return {
            "desk": desk,
            "queues": [(one.key, one.label, counts[one.key]) for one in desk.queues if counts[one.key]],
        }

    return supply


def asked(visitor: Visitor) -> Facts:
    return {"counts": contact.counts(visitor.on)}


WIDGETS: tuple[Widget, ...] = (
    Widget(
        key="portfolio",
        label=_("My applications"),
        line=_("Drafts and applications, the last touched first, each with its status and next time limit."),
        supply=portfolio,
        more="filing:mine",
        wide=True,
    ),
    Widget(
        key="limits",
        label=_("Time limits"),
        line=_("What you must do in the next ninety days."),
        supply=limits,
        more="docket:docket",
    ),
    Widget(
        key="messages",
        label=_("New messages"),
        line=_("What any service has told you and you have not read."),
        supply=messages,
        more="inbox:index",
    ),
    Widget(
        key="payments",
        label=_("Fees to pay"),
        line=_("What is open for each application, and by when."),
        supply=payments,
    ),
    Widget(
        key="searches",
        label=_("Searches"),
        line=_("A search box, and the searches that you keep."),
        supply=searches,
        more="search:saved",
    ),
    Widget(
        key="questions",
        label=_("My questions"),
        line=_("What you asked the office, and whether it has answered."),
        supply=questions,
        more="contact:mine",
    ),
    Widget(
        key="desk",
        label=_("Desk"),
        line=_("How many cases wait in each queue."),
        supply=_waiting(examination.CASES),
        more=examination.CASES.page,
        roles=frozenset({"officer", "publisher"}),
    ),
    Widget(
        key="registrations",
        label=_("Desk: marks, designs, appellations"),
        line=_("How many registration files wait in each queue."),
        supply=_waiting(examination.FILES),
        more=examination.FILES.page,
        roles=frozenset({"officer", "publisher"}),
    ),
    Widget(
        key="asked",
        label=_("Questions to the office"),
        line=_("How many wait for an answer, and how many are late."),
        supply=asked,
        more="contact:desk",
        roles=frozenset({"officer"}),
    ),
)
