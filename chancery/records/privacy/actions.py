"""Acts on one's own data: ask the office, have everything erased that the law does not keep."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.refusal import Refused
from chancery.records.privacy.consents import forget_consents, give_consent, withdraw_consent
from chancery.records.privacy.erasing import destroy_keys, drop_receipts, erase, forget_everywhere, rebuild
from chancery.records.privacy.holds import lift_hold, place_hold
from chancery.records.privacy.looks import forget_looks
from chancery.records.privacy.models import Exercise, Request
from chancery.records.privacy.queries import RIGHTS, addresses_of
from chancery.records.privacy.retention import note as note_destroyed
from chancery.records.privacy.retention import run as run_retention
from chancery.records.privacy.versions import accept, forget_readers, publish, tell

__all__ = [
    "accept",
    "destroy_keys",
    "drop_receipts",
    "erase",
    "forget_everywhere",
    "give_consent",
    "lift_hold",
    "note_destroyed",
    "place_hold",
    "publish",
    "rebuild",
    "run_retention",
    "tell",
    "withdraw_consent",
]

OPEN_AT_ONCE = 10


def ask(right: str, text: str, *, by: int, at: datetime) -> int:
    """Ask the office to correct or restrict, or object. Returns the id of the request."""
    if right not in RIGHTS:
        raise Refused.because(_("Choose what you ask for."), field="right")
    if not text.strip():
        raise Refused.because(_("Say which data, and why."), field="text")
    if Request.objects.filter(user_id=by, answered_at=None).count() >= OPEN_AT_ONCE:
        raise Refused.because(_("Ten requests of yours are waiting. Withdraw one first."), field="text")
    return Request.objects.create(user_id=by, right=right, text=text.strip()[:4000], made_at=at).pk


def withdraw(request_id: int, *, by: int) -> None:
    Request.objects.filter(pk=request_id, user_id=by, answered_at=None).delete()


def answer(request_id: int, text: str, *, by: int, at: datetime) -> None:
    """Answer a request, once. Who may is the page's question: accounts and privacy do not know each other."""
    if not text.strip():
        raise Refused.because(_("The answer is empty."), field="answer")
    waiting = Request.objects.filter(pk=request_id, answered_at=None)
    if not waiting.update(answer=text.strip()[:4000], answered_at=at, answered_by_id=by):
        raise Refused.because(_("This request is answered or withdrawn already."))
    _tell(Request.objects.select_related("user").get(pk=request_id), at=at)


def _tell(request: Request, *, at: datetime) -> None:
    """Say to whoever asked that there is an answer, and where."""
    person: Any = request.user
    with override(person.language):
        import_string(settings.TELL)(
            person.pk,
            kind="answer",
            service="privacy",
            subject=_("The office has answered what you asked about your data"),
            body=_("The answer stands beside your request."),
            link=reverse("privacy:rights"),
            at=at,
        )


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - an act is always at some time
    """Erase a person's requests, and take them out of the ledger of consents. Rows by model."""
    asked, _rows = Request.objects.filter(user_id=user_id).delete()
    used, _rows = Exercise.objects.filter(user_id=user_id).delete()
    return {
        "privacy.Request": asked,
        "privacy.Exercise": used,
        "privacy.Look": forget_looks(user_id),
        "privacy.Consent": forget_consents(user_id, addresses_of(user_id)),
        **forget_readers(user_id),
    }
