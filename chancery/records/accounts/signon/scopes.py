"""What a service may ask to know, item by item: as words for people and as claims for machines."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils.translation import gettext as _

from chancery.records.accounts.countries import name as state
from chancery.records.accounts.models import User

ALWAYS = "openid"
AWAY = "offline_access"
SCOPES = (ALWAYS, "profile", "email", "phone", "address", AWAY)


@dataclass(frozen=True)
class Item:
    """One thing that goes to a service: what it is called, and what it is for this person."""

    label: str
    value: str


@dataclass(frozen=True)
class Asked:
    """One scope, as the consent page shows it. ``open``: the person may leave it out."""

    scope: str
    title: str
    items: tuple[Item, ...]
    open: bool


def shown(scopes: Iterable[str], user: User) -> list[Asked]:
    wanted = set(scopes)
    titles, items = _titles(), _items(user)
    return [Asked(scope, titles[scope], items[scope], scope != ALWAYS) for scope in SCOPES if scope in wanted]


def titles(scopes: Iterable[str]) -> list[str]:
    """The same in a few words each, for a list."""
    wanted, words = set(scopes), _titles()
    return [words[scope] for scope in SCOPES if scope in wanted]


def choices() -> list[tuple[str, str]]:
    """Those that an operator may let a service ask for."""
    return [(scope, title) for scope, title in _titles().items() if scope != ALWAYS]


def _titles() -> dict[str, str]:
    return {
        ALWAYS: _("That it is you"),
        "profile": _("Your name and language"),
        "email": _("Your e-mail address"),
        "phone": _("Your telephone number"),
        "address": _("Your postal address"),
        AWAY: _("To ask again while you are away"),
    }


def _items(user: User) -> dict[str, tuple[Item, ...]]:
    none = _("not given in your profile")
    country = state(user.country) if user.country else ""
    names = (
        (_("Name"), user.name),
        (_("First name"), user.first_name),
        (_("Last name"), user.last_name),
        (_("Language"), dict(settings.LANGUAGES).get(user.language, user.language)),
    )
    return {
        ALWAYS: (Item(_("A number"), _("made for this service alone; it says nothing about you")),),
        "profile": tuple(Item(label, value) for label, value in names if value),
        "email": (Item(_("E-mail address"), user.email),),
        "phone": (Item(_("Telephone"), user.phone or none),),
        "address": (Item(_("Address"), ", ".join(filter(None, (*user.address.splitlines(), country))) or none),),
        AWAY: (Item(_("For how long"), _("at most half a year, or until you end it in your account")),),
    }


def claims(scopes: Iterable[str], user: User) -> dict[str, Any]:
    """The same items as OpenID Connect names them (Core 1.0, section 5.1). What is empty is left out."""
    given = set(scopes)
    found: dict[str, Any] = {}
    if "profile" in given:
        found |= {
            "name": user.name,
            "given_name": user.first_name,
            "family_name": user.last_name,
            "locale": user.language,
        }
    if "email" in given:
        verified = EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()
        found |= {"email": user.email, "email_verified": verified}
    if "phone" in given and user.phone:
        found |= {"phone_number": user.phone, "phone_number_verified": False}
    if "address" in given and user.address:
        formatted = "\n".join(filter(None, (user.address, user.country)))
        found["address"] = {"formatted": formatted, "country": user.country}
    return {name: value for name, value in found.items() if value != ""}
