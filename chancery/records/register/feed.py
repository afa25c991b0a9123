"""What happened to one published application, or registration, as an Atom feed (RFC 4287)."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from chancery.records.register.life import Line
from chancery.records.register.queries import in_address
from chancery.records.register.registration import Registration
from chancery.records.register.right import Right
from chancery.records.register.wording import Said


def atom(right: Right, happened: Iterable[Said]) -> str:
    """The newest first. Only for a published application: who asks has seen to that."""
    address = in_address(right.number)
    return _written(f"{right.number} {right.application.title}", ("right", "feed"), address, happened)


def atom_of_registration(file: Registration, happened: Iterable[Line]) -> str:
    """The same for a published registration."""
    pages = "registration", "registration-feed"
    said = [one.said for one in happened]
    return _written(f"{file.registration_number} {file.title}", pages, in_address(file.number), said)


def _written(title: str, pages: tuple[str, str], address: str, happened: Iterable[Said]) -> str:
    """``pages`` are the names of the page and of its feed."""
    page, own = (settings.SITE_URL + reverse(f"register:{name}", args=[address]) for name in pages)
    feed = Atom1Feed(
        title=title.strip(),
        link=page,
        description="",
        language=get_language(),
        feed_url=own,
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
