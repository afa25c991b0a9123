"""The published numbers as a table that other programs read."""

import csv
import io
from collections.abc import Sequence

from chancery.services.analytics import queries
from chancery.services.analytics.models import Release
from chancery.services.analytics.promise import BY_NAME

COLUMNS = ("week", "table", "key", "value", "error_95", "bound", "epsilon", "lives")


def as_csv(of: Sequence[Release]) -> str:
    """One line a cell. An empty value is one that is smaller than its error, and is not told."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for release, table, key, value, error in queries.lines(of):
        kind = BY_NAME[table]
        writer.writerow(
            (release.week, table, key, "" if value is None else value, error, kind.bound, kind.epsilon, release.lives)
        )
    return file.getvalue()
