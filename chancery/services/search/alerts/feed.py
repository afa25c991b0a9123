"""What an alert has found, as an Atom feed and as the lines of a page."""

from dataclasses import dataclass

from django.utils.translation import override

from chancery.services.search import queries
from chancery.services.search.alerts import alerts, atom
from chancery.services.search.alerts.atom import Head, Line
from chancery.services.search.models import Alert
from chancery.services.search.saved import saved


@dataclass(frozen=True)
class FoundLine(Line):
    """A record that was found: as it now stands, when it was found, and by which entry it was published."""

    entry: int


def latest(alert: Alert, most: int) -> list[FoundLine]:
    """The newest first. A record that is no longer published is passed over."""
    rows = list(alerts.found(alert)[:most])
    found = ((row, queries.record(row.collection, row.key)) for row in rows)
    return [FoundLine(one, row.at, row.entry) for row, one in found if one is not None]


def written(alert: Alert) -> str:
    """The feed. Its own address is secret; those of its entries are not."""
    with override(alert.language):
        lines = latest(alert, atom.MOST)
        head = Head(
            title=alert.search.name,
            page=saved.href(alert.search),
            feed=alerts.feed_href(alert),
            language=alert.language,
            updated=lines[0].at if lines else alert.confirmed_at or alert.made_at,
        )
        return atom.written(head, lines)
