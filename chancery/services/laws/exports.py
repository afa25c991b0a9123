"""Time limits as a table that other programs read; as a calendar: `chancery.standards.icalendar`."""

import csv
import io
from collections.abc import Iterable

from chancery.treaties.kernel import TimeLimit

COLUMNS = (
    *("key", "act", "actor", "office", "nominal", "due", "nature"),
    *("citation", "relief", "consequence", "confidence"),
)


def as_csv(limits: Iterable[TimeLimit]) -> str:
    """One line a time limit; what is not determinable says so in its own words."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for one in limits:
        what = (one.key, one.act, one.actor, one.office, one.nominal, one.due, one.nature)
        writer.writerow((*what, one.cites, one.relief, one.consequence, one.confidence))
    return file.getvalue()
