"""Legal holds: while one stands, nothing of an account or an application is erased, by a person or by a run."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.privacy.models import Hold

LIFT = "privacy.lift_hold"
"""The name under which two persons do it (decision 0016): what is not held any more may be gone within the hour."""


def place_hold(about: str, reason: str, *, by: int, at: datetime) -> int:
    """Hold what belongs to an account (its e-mail address) or to an application (its number). Returns the hold's id."""
    about, reason = about.strip(), reason.strip()
    if not reason:
        raise Refused.because(_("Say why: the person reads it when they ask for erasure."), field="reason")
    account = get_user_model()._default_manager.filter(email__iexact=about).values_list("pk", flat=True).first()
    if account is None and "/" not in about:
        unknown = _("There is no such account. Write an e-mail address, or an application's number.")
        raise Refused.because(unknown, field="about")
    where = {"account": account} if account is not None else {"number": about[:40]}
    if Hold.objects.filter(lifted_at=None, **where).exists():
        raise Refused.because(_("It is held already."), field="about")
    return Hold.objects.create(**where, reason=reason[:2000], placed_by_id=by, placed_at=at).pk


def lift_hold(hold_id: int, *, by: int, at: datetime) -> None:
    """Let what was held be erased as if it had never been. Raises `Refused` until a second person has confirmed it."""
    with transaction.atomic():
        import_string(settings.MUST_BE_SECONDED)(LIFT, {"hold": hold_id}, by=by, at=at)
        if not Hold.objects.filter(pk=hold_id, lifted_at=None).update(lifted_at=at):
            raise Refused.because(_("This hold is lifted already."))


def hold(hold_id: int) -> Hold | None:
    return Hold.objects.filter(pk=hold_id).first()


def holds() -> Sequence[Hold]:
    """Those that stand, the newest first."""
    return list(Hold.objects.filter(lifted_at=None).select_related("placed_by"))


def held_numbers() -> frozenset[str]:
    """The applications on which a hold stands."""
    return frozenset(Hold.objects.filter(lifted_at=None).exclude(number="").values_list("number", flat=True))


def is_held(user_id: int) -> bool:
    return Hold.objects.filter(account=user_id, lifted_at=None).exists()
