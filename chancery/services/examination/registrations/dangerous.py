"""The dangerous act of this desk, for ``site/wiring.py``: an issue opens the files in it for ever."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from chancery.records.accounts import queries as accounts
from chancery.services.examination.registrations import actions, issues
from chancery.services.examination.registrations.actions import Issue


def _says(payload: Any) -> str:
    said = ngettext(
        "Publish issue %(issue)s with %(count)d file: %(numbers)s.",
        "Publish issue %(issue)s with %(count)d files: %(numbers)s.",
        len(payload["numbers"]),
    )
    name = issues.next_issue(payload["system"], date.fromisoformat(payload["on"])).name
    return said % {"issue": name, "count": len(payload["numbers"]), "numbers": ", ".join(payload["numbers"])}


def _does(payload: Any, *, by: int, at: datetime) -> Issue:
    on = date.fromisoformat(payload["on"])
    return actions.publish(payload["system"], on, numbers=payload["numbers"], by=by, at=at)


PUBLISH = accounts.Dangerous(
    key=actions.PUBLISH,
    role="publisher",
    name=gettext_lazy("publish an issue of a bulletin"),
    says=_says,
    does=_does,
    href=lambda payload: reverse("examination:registration-issue", args=[payload["system"]]),
)
