"""Who works on which case: the same for both desks. The desk says first whether there is such a case."""

from datetime import datetime

from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.services.examination.models import Assignment


def take(number: str, *, by: int, at: datetime) -> None:
    """So that the colleagues see who works on it. It can be taken over from a colleague."""
    Assignment.objects.update_or_create(number=number, defaults={"officer_id": by, "since": at})


def release(number: str, *, by: int) -> None:
    """Give it back to everyone. Raises `Refused` where it was not theirs."""
    if not Assignment.objects.filter(number=number, officer_id=by).delete()[0]:
        raise Refused.because(_("You have not taken this file, so there is nothing to give back."))
