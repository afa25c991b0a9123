"""The dangerous act of this room, for ``site/wiring.py``: an issue opens the files of its applications for ever."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.records.accounts import queries as accounts
from chancery.services.examination import actions, publication
from chancery.services.examination.publication import Issue


def _says(payload: Any) -> str:
    count = len(payload["numbers"]) + len(payload["again"])
    said = ngettext(
        "Publish issue %(issue)s with %(count)d application: %(numbers)s.",
        "Publish issue %(issue)s with %(count)d applications: %(numbers)s.",
        count,
    )
    named = ", ".join([*payload["numbers"], *(_("%(number)s (again)") % {"number": one} for one in payload["again"])])
    return said % {"issue": publication.name(date.fromisoformat(payload["on"])), "count": count, "numbers": named}


def _does(payload: Any, *, by: int, at: datetime) -> Issue:
    on, numbers, again = date.fromisoformat(payload["on"]), payload["numbers"], payload["again"]
    return actions.publish(on, numbers=numbers, again=again, by=by, at=at)


PUBLISH = accounts.Dangerous(
    key=actions.PUBLISH,
    role="publisher",
    name=gettext_lazy("publish an issue"),
    says=_says,
    does=_does,
    href=lambda payload: reverse("examination:issue"),  # noqa: ARG005 - the next issue has one page
)
