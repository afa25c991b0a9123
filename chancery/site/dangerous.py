"""Dangerous acts of rooms that know nothing of accounts, for ``wiring.py``: what a legal hold protects may go."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.accounts import queries as accounts
from chancery.records.accounts.two_persons import Dangerous, Payload
from chancery.records.privacy import holds
from chancery.records.privacy.models import Hold


def about(hold: Hold) -> str:
    """What it keeps: an application's number, or the name of whose account it is."""
    [person, *_rest] = [*accounts.people([hold.account or 0]), None]
    return hold.number or (person and (person.name or person.email)) or str(hold.account)


def _says(payload: Payload) -> str:
    found = holds.hold(payload["hold"])
    return _("Lift the legal hold on %(about)s, placed because: %(reason)s") % {
        "about": about(found) if found else payload["hold"],
        "reason": found.reason if found else "–",
    }


def _does(payload: Payload, *, by: int, at: datetime) -> None:
    holds.lift_hold(payload["hold"], by=by, at=at)


LIFT = Dangerous(
    key=holds.LIFT,
    role="operator",
    name=gettext_lazy("lift a legal hold"),
    says=_says,
    does=_does,
    href=lambda payload: reverse("destruction") + "#holds",  # noqa: ARG005 - one page for all of them
)
