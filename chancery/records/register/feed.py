"""What happened to one published application, as an Atom feed (RFC 4287)."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from chancery.records.register.queries import in_address
from chancery.records.register.right import Right
from chancery.records.register.wording import Said


def atom(right: Right, happened: Iterable[Said]) -> str:
    """The newest first. Only for a published application: who asks has seen to that."""
    page = settings.SITE_URL + reverse("register:right", args=[in_address(right.number)])
    feed = Atom1Feed(
        title=f"{right.number} {right.application.title}",
        link=page,
        description="",
        language=get_language(),
        feed_url=settings.SITE_URL + reverse("register:feed", args=[in_address(right.number)]),
        author_name=str(settings.OFFICE_NAME),
    )
    for one in sorted(happened, key=lambda one: one.number, reverse=True):
        link = settings.SITE_URL + reverse("register:entry", args=[one.number])
        feed.add_item(
            title=one.words,
            link=link,
            description=" ".join(part for part in (one.detail, one.cites) if part),
            pubdate=one.at,
            updateddate=one.at,
            unique_id=link,
        )
    return str(feed.writeString("utf-8"))
