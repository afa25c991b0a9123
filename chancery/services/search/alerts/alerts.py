"""Alerts on a saved search: beginning, confirming, changing and ending them; and who may open which address.

An alert tells of what is published after it began, however long it takes to tell it (``run``).
"""

import hashlib
import hmac
import secrets
from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core import ledger
from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.mail import actions as mail
from chancery.services.search import laws
from chancery.services.search.alerts import mail as alert_mail
from chancery.services.search.models import Alert, Call, Found, SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved

WAYS = {
    "mail": gettext_lazy("E-mail"),
    "feed": gettext_lazy("Atom feed"),
    "webhook": gettext_lazy("Webhook"),
}
RHYTHMS = {
    "at once": gettext_lazy("at once"),
    "daily": gettext_lazy("once a day"),
    "weekly": gettext_lazy("once a week, on Monday"),
}
MOST, MOST_OF_ADDRESS = 10, 20  # alerts on one search; alerts without account that one e-mail address has
LONGEST_URL = 500


# Reading


def running() -> "QuerySet[Alert]":
    """The alerts that are to be judged: confirmed, and not standing still."""
    return Alert.objects.filter(confirmed_at__isnull=False, trouble="")


def of(search: SavedSearch) -> "list[Alert]":
    return list(search.alerts.all())


def own(alert_id: int, owner: int) -> Alert | None:
    """An alert on a search that this person keeps."""
    return Alert.objects.select_related("search").filter(pk=alert_id, search__owner_id=owner).first()


def everyones(owner: int, *ways: str) -> "QuerySet[Alert]":
    """The alerts of a person, of these ways."""
    return Alert.objects.select_related("search").filter(search__owner_id=owner, way__in=ways)


def _secret(alert: Alert, what: str, key: str | None = None) -> str:
    """What makes an address of the alert a secret: known to whoever was told it, stored nowhere."""
    named = salted_hmac(f"search.alert.{what}", f"{alert.pk} {alert.key}", secret=key, algorithm="sha256")
    return named.hexdigest()[:40]


def _is_secret(alert: Alert, what: str, told: str) -> bool:
    """Also of an address that was told before the installation's own secret was changed."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(_secret(alert, what, key), told) for key in keys)


def href(alert: Alert) -> str:
    """Where an alert without account is confirmed, changed and ended."""
    return reverse("search:alert", args=[alert.pk, _secret(alert, "page")])


def feed_href(alert: Alert) -> str:
    return reverse("search:alert-feed", args=[alert.pk, _secret(alert, "feed")])


def signing_keys(alert: Alert) -> list[bytes]:
    """The keys that sign the calls to a webhook: the one its owner is shown, and those it had before the installation's
    own secret was changed. Every call is signed with each, so that no receiver has to change at the same moment.
    """
    made_of = f"search.webhook {alert.pk} {alert.key}".encode()
    secrets_ = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [hmac.new(one.encode(), made_of, hashlib.sha256).digest() for one in secrets_]


def signing_secret(alert: Alert) -> str:
    """The present key as the receiver is told it (Standard Webhooks: ``whsec_`` and base64)."""
    return f"whsec_{b64encode(signing_keys(alert)[0]).decode()}"


def opened_by(alert_id: int, secret: str) -> Alert | None:
    """The alert without account at this secret address; None where there is none, or the secret is another's."""
    alert = Alert.objects.select_related("search").filter(pk=alert_id, search__owner=None).first()
    return alert if alert and _is_secret(alert, "page", secret) else None


def fed_by(alert_id: int, secret: str) -> Alert | None:
    """The confirmed alert whose feed is at this secret address."""
    alert = Alert.objects.select_related("search").filter(pk=alert_id, confirmed_at__isnull=False).first()
    return alert if alert and _is_secret(alert, "feed", secret) else None


# Acts of a person with an account


def begin(saved_id: int, *, way: str, every: str = "", url: str = "", by: int, at: datetime) -> int:
    """Be told from now on of what the search finds. The same alert, begun again, is the one that is there."""
    every, url = _checked(way, every, url)
    with transaction.atomic():
        search = SavedSearch.objects.select_for_update().filter(pk=saved_id, owner_id=by).first()
        if search is None:
            raise Refused.because(_("This search is not among those that you keep."))
        can_be_told(search.collection)
        same = search.alerts.filter(way=way, url=url).first()
        if same is not None:
            search.alerts.filter(pk=same.pk).update(every=every)
            return same.pk
        if search.alerts.count() >= MOST:
            raise Refused.because(_("A search has at most %(n)d alerts. End one first.") % {"n": MOST})
        if way == "mail":
            mail.switch("alert", on=True, user=by, how="page of the saved search", at=at)
        person = accounts.person(by)
        return _enter(search, way=way, every=every, url=url, language=person.language if person else "en", at=at).pk


def _enter(search: SavedSearch, *, at: datetime, confirmed: bool = True, **facts: str) -> Alert:
    return Alert.objects.create(
        search=search,
        key=secrets.token_hex(16),
        through=ledger.size(),
        made_at=at,
        confirmed_at=at if confirmed else None,
        said_at=at,
        **facts,
    )


def _checked(way: str, every: str, url: str) -> tuple[str, str]:
    """The rhythm and the address that this way needs."""
    if way not in WAYS:
        raise Refused.because(_("Choose how you want to be told."), field="way")
    if way == "mail" and every not in RHYTHMS:
        raise Refused.because(_("Choose how often you want to be written to."), field="every")
    return (every if way == "mail" else ""), (_address(url) if way == "webhook" else "")


def can_be_told(collection: str) -> None:
    """Alerts and feeds tell of what is published in the ledger; laws are in none of its entries. Raises `Refused`."""
    if collection == laws.COLLECTION:
        message = _(
            "Laws change with a release of this portal, and no alert tells of that. Save the search; run it again."
        )
        raise Refused.because(message, field="collection")


def _address(url: str) -> str:
    """Where a webhook may be: what it resolves to is looked at when it is called, not here."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        good = parts.scheme in _schemes() and parts.hostname and not parts.username and not parts.password
        good = good and (parts.port is None or parts.port > 0) and url.isascii() and url.isprintable()
    except ValueError:
        good = False
    if not good or " " in url or len(url) > LONGEST_URL:
        message = _("Write a whole address that begins with https://, without a name or password in it.")
        raise Refused.because(message, field="url")
    return url


def _schemes() -> tuple[str, ...]:
    return ("https", "http") if settings.WEBHOOKS_MAY_REACH else ("https",)


def write_as_often(alert_id: int, *, every: str, by: int) -> None:
    """Change the rhythm of a mail. Refused for another's."""
    _checked("mail", every, "")
    if not Alert.objects.filter(pk=alert_id, way="mail", search__owner_id=by).update(every=every):
        raise Refused.because(_("This alert is not among yours."))


def go_on(alert_id: int, *, by: int, at: datetime) -> None:
    """Let an alert that stands still be tried again: from where it stood, so that nothing is left out."""
    with transaction.atomic():
        alert = own(alert_id, by)
        if alert is None:
            raise Refused.because(_("This alert is not among yours."))
        Alert.objects.filter(pk=alert.pk).update(trouble="")
        Call.objects.filter(alert=alert, delivered_at=None, due_at=None).update(due_at=at, tries=0)


def end(alert_id: int, *, by: int) -> None:
    """Be told no more; its secret addresses stop working."""
    Alert.objects.filter(pk=alert_id, search__owner_id=by).delete()


# Acts without an account


def ask(wanted: Question, *, every: str, email: str, language: str, at: datetime) -> bool:
    """Somebody wants to be told at an e-mail address. Nothing happens until whoever reads it says yes.

    False where the office sends no e-mail. Nobody learns whether the address was known.
    """
    every, _none = _checked("mail", every, "")
    asked, email = saved.readable(wanted), _email(email)
    can_be_told(wanted.collection)
    if not settings.SMTP:
        return False
    with transaction.atomic():
        mine = Alert.objects.filter(search__owner=None, email__iexact=email)
        same = mine.filter(search__collection=wanted.collection, search__asked=asked).first()
        if same is None and mine.count() < MOST_OF_ADDRESS:
            search = SavedSearch(name=saved.usual_name(wanted), collection=wanted.collection, asked=asked, made_at=at)
            search.save()
            facts = {"way": "mail", "every": every, "email": email, "language": language}
            same = _enter(search, at=at, confirmed=False, **facts)
        if same is not None:
            alert_mail.ask_to_confirm(same, href(same), at=at)
    return True


def _email(text: str) -> str:
    email = text.strip()
    try:
        validate_email(email)
    except ValidationError:
        message = _("Write a whole e-mail address, such as name@example.org.")
        raise Refused.because(message, field="email") from None
    return email


def confirm(alert_id: int, *, secret: str, how: str = "page behind the link in a mail", at: datetime) -> None:
    """The reader of the address says yes: from now on they are told. Twice is once. ``how`` it was said is kept."""
    with transaction.atomic():
        alert = _opened(alert_id, secret)
        begun = Alert.objects.filter(pk=alert.pk, confirmed_at=None)
        begun.update(confirmed_at=at, said_at=at, through=ledger.size())
        mail.switch("alert", on=True, email=alert.email, how=how, at=at)


def change_at(alert_id: int, *, secret: str, every: str) -> None:
    """Be written to more or less often. The secret address is the right to do so."""
    _checked("mail", every, "")
    Alert.objects.filter(pk=_opened(alert_id, secret).pk).update(every=every)


def end_at(alert_id: int, *, secret: str) -> None:
    """Be told no more: the alert, its search and what it found are deleted."""
    with transaction.atomic():
        _erase(Alert.objects.filter(pk=_opened(alert_id, secret).pk))


def _opened(alert_id: int, secret: str) -> Alert:
    alert = opened_by(alert_id, secret)
    if alert is None:
        raise Refused.because(_("There is no alert at this address. It may have been ended."))
    return alert


# Time


def stop(alert: Alert, why: str, *, at: datetime) -> None:
    """Let an alert stand still, and tell its owner why and what to do: once, until it goes on."""
    with transaction.atomic():
        if running().filter(pk=alert.pk).update(trouble=why[:500]):
            alert_mail.tell_trouble(alert, why, where(alert), at=at)


def where(alert: Alert) -> str:
    """The page (path) where its owner changes or ends an alert."""
    return reverse("search:saved-search", args=[alert.search_id]) if alert.search.owner_id else href(alert)


def found(alert: Alert) -> "QuerySet[Found]":
    """What an alert has found, the newest first."""
    return alert.found.all()


def forget_person(user_id: int, *, at: datetime) -> dict[str, int]:  # noqa: ARG001 - an act is always at some time
    """Delete what a person keeps, and the alerts to their addresses. Rows by model."""
    with transaction.atomic():
        kept = SavedSearch.objects.filter(owner_id=user_id)
        number = kept.count()
        kept.delete()
        by_address = Q()
        for address in accounts.addresses_of(user_id):
            by_address |= Q(email__iexact=address)
        alone = _erase(Alert.objects.filter(by_address, search__owner=None)) if by_address else 0
        return {"search.SavedSearch": number + alone}


def erase(keys: Iterable[int], *, at: datetime) -> int:  # noqa: ARG001 - an act is always at some time
    """Delete alerts that nobody has confirmed in time. Returns how many."""
    with transaction.atomic():
        return _erase(Alert.objects.filter(pk__in=list(keys)))


def _erase(alerts: "QuerySet[Alert]") -> int:
    """Alerts without account go with their searches, which are nobody else's, and with the mails about them."""
    gone = list(alerts)
    for alert in gone:
        mail.forget_notes(alert_mail.about(alert))
    Alert.objects.filter(pk__in=[one.pk for one in gone]).delete()
    SavedSearch.objects.filter(pk__in=[one.search_id for one in gone], owner=None).delete()
    return len(gone)
