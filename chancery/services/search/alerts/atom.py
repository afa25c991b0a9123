"""Records as an Atom feed (RFC 4287): the one of an alert, and the one of a question."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from chancery.finder import Document
from chancery.services.search import words

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
MOST = 100  # entries of a feed
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


@dataclass(frozen=True)
class Line:
    """A record in a feed, and since when it is news."""

    document: Document
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands over the entries. ``page`` (path) shows the same as a page, ``feed`` is the feed's own; ``name`` is
    by what it is known for ever where that is not its page. ``updated`` is when anything in it last changed.
    """

    title: str
    page: str
    feed: str
    name: str = ""
    language: str
    updated: datetime


class _Feed(Atom1Feed):
    """Says when it changed itself: where nothing is in it, Django would say that it changes all the time."""

    def latest_post_date(self) -> datetime:
        return self.feed["changed"]  # type: ignore[no-any-return]


def written(head: Head, lines: Iterable[Line]) -> str:
    """The feed, in the present language. A record has the address of its page as its id, in every feed."""
    feed = _Feed(
        title=_text(head.title),
        link=settings.SITE_URL + head.page,
        description="",
        language=head.language,
        feed_url=settings.SITE_URL + head.feed,
        feed_guid=settings.SITE_URL + (head.name or head.page),
        author_name=str(settings.OFFICE_NAME),
        changed=head.updated,
    )
    for line in lines:
        _add(feed, line, head.language)
    return str(feed.writeString("utf-8"))


def _add(feed: Atom1Feed, line: Line, language: str) -> None:
    one = line.document
    page = settings.SITE_URL + reverse("search:record", args=[one.collection, one.key])
    facts = (str(words.COLLECTIONS[one.collection]), ", ".join(one.names[:3]))
    feed.add_item(
        title=_text(f"{one.number} {one.title(language[:2])}"),
        link=page,
        description=escape(_text(" · ".join(part for part in facts if part))),  # it is said to be HTML
        pubdate=line.at,
        updateddate=line.at,
        unique_id=page,
    )


def _text(text: str) -> str:
    """The text without what no XML can hold."""
    return _NO_XML.sub("", text).strip()
