"""A person's inbox: one list of what every service told them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from chancery.records.mail.models import UNREAD, Item
from chancery.records.mail.wishes import senders

VIEWS = ("all", "unread", "archive")


@dataclass(frozen=True)
class Choice:
    """What a page address asks for. Unknown values fall back to the usual ones."""

    view: str = "all"
    service: str = ""
    about: str = ""
    words: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Choice":
        view = query.get("view", "")
        return cls(
            view=view if view in VIEWS else "all",
            service=_said(query, "service", 20),
            about=_said(query, "about", 40),
            words=_said(query, "q", 200),
        )


def _said(query: Mapping[str, str], name: str, most: int) -> str:
    """What an address says, without the sign that PostgreSQL keeps in no text."""
    return query.get(name, "").replace("\0", "").strip()[:most]


@dataclass(frozen=True, kw_only=True)
class Service:
    """A room that has told a person something: how many of its messages the present view has."""

    key: str
    label: str
    count: int


def items(user_id: int, choice: Choice) -> "QuerySet[Item]":
    """The messages that a choice has, newest first. Every word must be in one, whatever its case."""
    found = Item.objects.filter(recipient_id=user_id, archived_at__isnull=choice.view != "archive")
    if choice.view == "unread":
        found = found.filter(read_at=None)
    if choice.service:
        found = found.filter(service=choice.service)
    if choice.about:
        found = found.filter(about=choice.about)
    for word in choice.words.casefold().split():
        found = found.filter(words__contains=word)
    return found


def item(item_id: int, user_id: int) -> Item | None:
    """A message to this person; None for anybody else's, as if there were none."""
    return Item.objects.filter(pk=item_id, recipient_id=user_id).first()


def unread(user_id: int) -> int:
    """How many messages are new: one count over an index that holds only those."""
    return Item.objects.filter(UNREAD, recipient_id=user_id).count()


def newest(user_id: int, count: int) -> "QuerySet[Item]":
    """The latest messages that are new."""
    return Item.objects.filter(UNREAD, recipient_id=user_id)[:count]


def services(user_id: int, choice: Choice) -> list[Service]:
    """The rooms among which the inbox can be narrowed, by name."""
    among = items(user_id, Choice(view=choice.view, words=choice.words))
    counted = among.order_by().values("service").annotate(count=Count("pk"))
    labels = {one.service: str(one.label) for one in senders()}
    found = [
        Service(key=row["service"], label=labels.get(row["service"], row["service"]), count=row["count"])
        for row in counted
    ]
    return sorted(found, key=lambda one: one.label)


def mark(item_ids: Iterable[int], *, read: bool, by: int, at: datetime) -> int:
    """Mark some of a person's messages as read, or as new again. Returns how many changed."""
    mine = Item.objects.filter(recipient_id=by, pk__in=list(item_ids), read_at__isnull=read)
    return mine.update(read_at=at if read else None)


def mark_all(choice: Choice, *, by: int, at: datetime) -> int:
    """Mark everything that a choice shows as read."""
    return items(by, choice).filter(read_at=None).order_by().update(read_at=at)


def archive(item_ids: Iterable[int], *, away: bool, by: int, at: datetime) -> int:
    """Put messages away, or back. What is put away has been dealt with: it is read."""
    mine = Item.objects.filter(recipient_id=by, pk__in=list(item_ids), archived_at__isnull=away)
    if away:
        mine.filter(read_at=None).update(read_at=at)
    return mine.update(archived_at=at if away else None)
