"""Who handles data for the office (GDPR Art. 28): entered by the operator, told in the notice as recipients."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.privacy import versions
from chancery.records.privacy.notice_models import ProcessorRow


def engage(
    *,
    name: str,
    does: str,
    country: str,
    safeguard: str = "",
    page: str = "",
    holds: Sequence[str],
    known: Collection[str],
    at: datetime,
) -> int:
    """Enter a processor. The notice gets a new version at once; a new recipient is a material change.

    ``known`` are the declared tables that hold personal data. Who may is the page's question.
    """
    if not name.strip() or not does.strip():
        raise Refused.because(_("Say who it is and what they do."), field="name")
    if not holds or set(holds) - set(known):
        raise Refused.because(_("Choose what they get, from what is declared."), field="holds")
    if ProcessorRow.objects.filter(name__iexact=name.strip(), ended_at=None).exists():
        raise Refused.because(_("This name is in the table already. End that entry first."), field="name")
    with transaction.atomic():
        row = ProcessorRow.objects.create(
            name=name.strip(),
            does=does.strip(),
            country=country,
            safeguard=safeguard.strip(),
            page=page.strip(),
            holds=sorted(holds),
            since=at,
        )
        versions.publish(versions.current(), at=at)
    return row.pk


def end(processor_id: int, *, at: datetime) -> None:
    """They get nothing any more. The entry stays, with its end."""
    with transaction.atomic():
        if not ProcessorRow.objects.filter(pk=processor_id, ended_at=None).update(ended_at=at):
            raise Refused.because(_("This entry has ended already."))
        versions.publish(versions.current(), at=at)


def engaged() -> list[ProcessorRow]:
    """All of them, those of today first."""
    return sorted(ProcessorRow.objects.all(), key=lambda row: (row.ended_at is not None, row.name.lower()))
