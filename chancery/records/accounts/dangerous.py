"""The dangerous acts of this room, for ``site/wiring.py``: guarded roles, an organisation's next administrator, the end
of a service that people sign in to.
"""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.accounts import actions, succession, words
from chancery.records.accounts.models import User
from chancery.records.accounts.signon import clients
from chancery.records.accounts.signon.models import Service
from chancery.records.accounts.signon.views import moment
from chancery.records.accounts.two_persons import Dangerous, Payload


def _person(payload: Payload) -> str:
    return str(User.objects.filter(pk=payload["user"]).first() or "")


def _says_role(payload: Payload) -> str:
    said = {"person": _person(payload), "role": words.office_roles()[payload["role"]][0]}
    if payload["give"]:
        return _("Give %(person)s the role “%(role)s”.") % said
    return _("Take the role “%(role)s” from %(person)s.") % said


def _changes_role(payload: Payload, *, by: int, at: datetime) -> None:
    change = actions.grant if payload["give"] else actions.withdraw
    change(payload["user"], role=payload["role"], by=by, at=at)


def _says_claim(payload: Payload) -> str:
    asked = succession.claim_by_id(payload["claim"])
    said = {"person": asked.claimant_name, "organisation": asked.name} if asked else {"person": "", "organisation": ""}
    return _("Let %(person)s become administrator of %(organisation)s, after the waiting.") % said


def _allows_claim(payload: Payload, *, by: int, at: datetime) -> Any:
    return succession.allow(payload["claim"], by=by, at=at)


def _says_service(payload: Payload) -> str:
    found = Service.objects.select_related("client").filter(pk=payload["service"]).first()
    name = found.client.name if found else ""
    return _("Close the service “%(name)s”: nobody signs in to it any more.") % {"name": name}


def _closes_service(payload: Payload, *, by: int, at: datetime) -> None:  # noqa: ARG001 - services go by true time
    clients.close(payload["service"], by=by, at=moment())


ROLE = Dangerous(
    key=actions.CHANGE_ROLE,
    role="operator",
    name=gettext_lazy("give or take a role"),
    says=_says_role,
    does=_changes_role,
    href=lambda payload: reverse("accounts:person", args=[payload["user"]]),
)

CLAIM = Dangerous(
    key=succession.ALLOW,
    role="operator",
    name=gettext_lazy("another administrator of an organisation"),
    says=_says_claim,
    does=_allows_claim,
    href=lambda payload: reverse("accounts:claims"),  # noqa: ARG005 - one page for all of them
)

SERVICE = Dangerous(
    key=clients.CLOSE,
    role="operator",
    name=gettext_lazy("close a service that people sign in to"),
    says=_says_service,
    does=_closes_service,
    href=lambda payload: reverse("signon:service", args=[payload["service"]]),
)
