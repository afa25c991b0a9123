"""What others may ask of the desk's registration files: how much waits for what."""

from datetime import date

from django.db.models import Count

from chancery.services.examination.registrations.models import RegistrationCase
from chancery.services.examination.registrations.queues import QUEUES


def counts(on: date, *, system: str = "") -> dict[str, int]:
    """How many files each queue holds on a day, by the queue's key; of one system, or of all."""
    rows = RegistrationCase.objects.filter(system=system) if system else RegistrationCase.objects.all()
    counted: dict[str, int] = rows.aggregate(
        **{f"queue_{queue.key}": Count("number", filter=queue.holds(on)) for queue in QUEUES}
    )
    return {key.removeprefix("queue_"): count for key, count in counted.items()}
