"""What alerts write: that an address is to be confirmed, what was found, and that an alert stands still."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from chancery.core import ledger
from chancery.finder import Document
from chancery.records.mail import actions as mail
from chancery.records.mail import queries as letters
from chancery.services.search.followers import document_of
from chancery.services.search.models import Alert, Found

LISTED = 20
"""How many records a mail names; the page has all of them."""


def about(alert: Alert) -> str:
    """By which the mails of one alert are known, and are forgotten with it."""
    return f"alert {alert.pk}"


def ask_to_confirm(alert: Alert, href: str, *, at: datetime) -> None:
    """To somebody who may know nothing of it: so it carries nothing that was typed, only the address of the page."""
    with override(alert.language):
        words = {"office": settings.OFFICE_NAME, "link": settings.SITE_URL + href}
        subject = _("%(office)s: confirm your alert") % words
        body = _(
            "Somebody, probably you, wants to be told at this address of new records that a search finds.\n\n"
            "Look at the search and confirm it here, within seven days:\n\n"
            "%(link)s\n\n"
            "The same page ends the alert later. Whoever has this address can do so: keep it to yourself.\n"
            "If you have not asked for this, you need not do anything: nothing more will come.\n\n"
            "%(office)s\n"
        )
        mail.send_note(alert.email, kind="answer", about=about(alert), subject=subject, body=body % words, at=at)


def tell_found(alert: Alert, documents: Sequence[Document], where: str, *, at: datetime, number: int = 0) -> None:
    """What was found, the first of them by name. ``number``: of how many; ``where``: the page of the alert (path)."""
    number = number or len(documents)
    with override(alert.language):
        words = {
            "office": settings.OFFICE_NAME,
            "name": alert.search.name,
            "count": ngettext("%(n)d new record", "%(n)d new records", number) % {"n": number},
            "lines": "\n\n".join(_line(one) for one in documents[:LISTED]),
            "more": _more(number - min(len(documents), LISTED)),
        }
        subject = _("%(office)s: %(count)s in “%(name)s”") % words
        body = _("%(count)s in your search “%(name)s”:\n\n%(lines)s%(more)s") % words
        owner = alert.search.owner_id
        if owner is not None:
            mail.tell(
                owner, kind="alert", service="search", subject=subject, body=body, link=where, about=about(alert), at=at
            )
        else:
            _send_to_address(alert, subject, body, where, at=at)


def _line(one: Document) -> str:
    page = settings.SITE_URL + reverse("search:record", args=[one.collection, one.key])
    return f"{one.number}  {one.title()}\n{page}"


def _more(left: int) -> str:
    return "\n\n" + ngettext("and %(n)d more.", "and %(n)d more.", left) % {"n": left} if left > 0 else ""


def tell_trouble(alert: Alert, why: str, where: str, *, at: datetime) -> None:
    """That an alert stands still, and what to do. Nothing is lost: it goes on from where it stood."""
    with override(alert.language):
        words = {"office": settings.OFFICE_NAME, "name": alert.search.name, "why": why}
        subject = _("%(office)s: your alert “%(name)s” stands still")
        body = _(
            "Your alert “%(name)s” stands still:\n\n%(why)s\n\n"
            "Once that is mended it goes on from where it stood, and leaves nothing out."
        )
        subject, body = subject % words, body % words
        owner, name = alert.search.owner_id, about(alert)
        if owner is not None:  # also to whoever has no mail of alerts, only a feed or a webhook
            mail.tell(owner, kind="answer", service="search", subject=subject, body=body, link=where, about=name, at=at)
        else:
            _send_to_address(alert, subject, body, where, at=at)


def _send_to_address(alert: Alert, subject: str, body: str, where: str, *, at: datetime) -> None:
    """With the secret page that ends the alert."""
    words = {"body": body.rstrip(), "link": settings.SITE_URL + where, "office": settings.OFFICE_NAME}
    whole = _("%(body)s\n\nChange or end this alert here:\n%(link)s\n\n%(office)s\n") % words
    mail.send_note(alert.email, kind="alert", about=about(alert), subject=subject, body=whole, at=at)


# Summaries


def send_summaries(where: Callable[[Alert], str], *, at: datetime) -> int:
    """Write the summaries that are due: once a day, or on Monday. Returns how many. Safe to repeat.

    ``where`` says the page of an alert.
    """
    waiting = Alert.objects.filter(way="mail", every__in=("daily", "weekly"), found__told=False)
    keys = waiting.order_by().values_list("pk", flat=True).distinct()
    return sum(_summarise(key, where, at=at) for key in list(keys))


def _summarise(alert_id: int, where: Callable[[Alert], str], *, at: datetime) -> int:
    """The mail, the marks and the hour are one transaction: what is marked as told has been told."""
    with transaction.atomic():
        rows = Alert.objects.select_related("search").select_for_update(of=("self",))
        alert = rows.filter(pk=alert_id).first()
        if alert is None or alert.said_at >= letters.boundary(alert.every, at):
            return 0
        untold = Found.objects.filter(alert=alert, told=False)
        number = untold.count()
        documents = list(islice(_documents(untold.order_by("entry").iterator()), LISTED))
        untold.update(told=True)
        Alert.objects.filter(pk=alert.pk).update(said_at=at)
        if documents:
            tell_found(alert, documents, where(alert), at=at, number=number)
        return int(bool(documents))


def _documents(found: Iterable[Found]) -> Iterable[Document]:
    """As the ledger has them, so that none is missing while the index is made again; what was erased is passed over."""
    for one in found:
        entry = ledger.entry(one.entry)
        document = document_of(entry) if entry else None
        if document is not None:
            yield document
