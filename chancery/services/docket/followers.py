"""The docket follows the ledger: whatever happens to an application, its time limits are counted again."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from django.conf import settings

from chancery.core.follow import Rebuildable
from chancery.core.ledger import Entry
from chancery.records.register.events import OfficeUnavailable, RecordImported
from chancery.services.docket import files
from chancery.services.docket.models import Line
from chancery.treaties.kernel.edition import edition


class Lines(Rebuildable):
    """One row for each time limit. They follow from the entries and the law; a change of the law counts them anew."""

    name: ClassVar[str] = "docket.lines"
    batch: ClassVar[int] = 100

    def wants(self, entry: Entry) -> bool:
        return entry.kind != RecordImported.kind()

    def apply(self, entries: Sequence[Entry]) -> None:
        numbers = list(dict.fromkeys(entry.stream for entry in entries))
        if any(entry.kind == OfficeUnavailable.kind() for entry in entries):  # it bears on every file
            numbers = list(dict.fromkeys((*numbers, *Line.objects.values_list("number", flat=True).distinct())))
        Line.objects.filter(number__in=numbers).delete()
        found = files.files(numbers)
        Line.objects.bulk_create(line for one in found.values() for line in lines_of(one))
        if not _stamp().exists():
            _stamp().write_text(edition())

    def forget(self) -> None:
        Line.objects.all().delete()
        _stamp().unlink(missing_ok=True)

    def stale(self) -> bool:
        """The law has changed since the limits were counted."""
        return _stamp().read_text() != edition() if _stamp().exists() else Line.objects.exists()


def lines_of(one: files.File) -> Iterator[Line]:
    """Every time limit of an application, or of a registration file."""
    for place, limit in enumerate(files.limits(one)):
        yield Line(
            number=one.number,
            place=place,
            key=limit.key,
            due=limit.due if isinstance(limit.due, date) else None,
            missing="" if isinstance(limit.due, date) else str(limit.due),
            actor=limit.actor,
            office=limit.office,
            nature=files.kind(one, limit),
            act=limit.act,
            cites=limit.cites,
            ended=files.done(one, limit),
        )


def _stamp() -> Path:
    return Path(settings.DATA) / "docket.law"
