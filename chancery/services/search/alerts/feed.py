"""What an alert has found, as an Atom feed (RFC 4287) and as the lines of a page."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import override

from chancery.finder import Document
from chancery.services.search import queries, words
from chancery.services.search.alerts import alerts
from chancery.services.search.models import Alert
from chancery.services.search.saved import saved

MOST = 100  # entries of a feed


@dataclass(frozen=True)
class Line:
    """A record that was found: as it now stands, by which entry it was published, and when it was found."""

    document: Document
    entry: int
    at: datetime


def latest(alert: Alert, most: int) -> list[Line]:
    """The newest first. A record that is no longer published is passed over."""
    rows = list(alerts.found(alert)[:most])
    found = ((row, queries.record(row.collection, row.key)) for row in rows)
    return [Line(one, row.entry, row.at) for row, one in found if one is not None]


def written(alert: Alert) -> str:
    """The feed. Its own address is secret; those of its entries are not."""
    with override(alert.language):
        feed = Atom1Feed(
            title=alert.search.name,
            link=settings.SITE_URL + saved.href(alert.search),
            description="",
            language=alert.language,
            feed_url=settings.SITE_URL + alerts.feed_href(alert),
            author_name=str(settings.OFFICE_NAME),
        )
        for line in latest(alert, MOST):
            _add(feed, line)
        return str(feed.writeString("utf-8"))


def _add(feed: Atom1Feed, line: Line) -> None:
    one = line.document
    page = settings.SITE_URL + reverse("search:record", args=[one.collection, one.key])
    facts = (str(words.COLLECTIONS[one.collection]), ", ".join(one.names[:3]))
    feed.add_item(
        title=f"{one.number} {one.title()}".strip(),
        link=page,
        description=" · ".join(part for part in facts if part),
        pubdate=line.at,
        updateddate=line.at,
        unique_id=f"{page}#entry-{line.entry}",
    )
