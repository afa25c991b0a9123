"""Whose a row is: the persons who, when they have themselves erased, take it with them.

It is read off the tables: a row goes with an account if deleting the account deletes it (a foreign key that cascades,
over any number of steps), if it is kept for one of the account's e-mail addresses, or if it bears the account's number
as its only name for a person. What the law keeps of somebody goes with nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import CASCADE, EmailField, ForeignKey, IntegerField, Model
from django.utils.module_loading import import_string

from chancery.core.personal import Category, Disposal, Holding

LEFT_OUT = frozenset({"sessions.Session", "usersessions.UserSession"})
"""Not in a backup: everyone signs in again after a restore."""


@dataclass(frozen=True, kw_only=True)
class Ways:
    """How the persons of a row are found: ``accounts`` are lookups to an account's number, ``addresses`` fields."""

    accounts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


MORE: Mapping[str, Ways] = {
    "accounts.Act": Ways(addresses=("facts__email",)),
    "contact.Question": Ways(accounts=("asker_id",)),
    "contact.Said": Ways(accounts=("question__asker_id",), addresses=("question__email",)),
    "search.SavedSearch": Ways(addresses=("alerts__email",)),
    "search.Found": Ways(addresses=("alert__email",)),
    "search.Call": Ways(addresses=("alert__email",)),
}
"""What cannot be read off a table: an address within a column, rows that a room deletes by itself."""

ALONE: Mapping[str, str] = {"accounts.Organisation": "memberships__user_id"}
"""Rows that belong to a person who was always alone in them: they are deleted with the last account behind them."""


def tables() -> list[type[Model]]:
    """Every table that goes into a backup, in a fixed order."""
    models = apps.get_models(include_auto_created=True)
    kept = (one for one in models if one._meta.managed and not one._meta.proxy and one._meta.label not in LEFT_OUT)
    return sorted(kept, key=lambda one: one._meta.label)


def ways(model: type[Model]) -> Ways:
    """How to find whose rows of this table are; no way where they are nobody's, or the law keeps them."""
    declared = _declared().get(model._meta.label)
    if declared and any(one.disposal is Disposal.KEEP_BY_LAW for one in declared.fields.values()):
        return Ways()
    numbers = declared.fields.items() if declared else ()
    named = (name for name, terms in numbers if terms.category is Category.UNIQUE_ID and _is_number(model, name))
    addresses = (field.name for field in model._meta.concrete_fields if isinstance(field, EmailField))
    more = MORE.get(model._meta.label, Ways())
    return Ways(
        accounts=(*_to_accounts(model, ()), *named, *more.accounts),
        addresses=(*addresses, *more.addresses),
    )


def alone(model: type[Model]) -> dict[Any, int]:
    """Of the rows with one person ever behind them: that person, by the row's key."""
    way = ALONE.get(model._meta.label)
    if way is None:
        return {}
    people: dict[Any, set[int]] = {}
    for key, person in model._base_manager.exclude(**{f"{way}__isnull": True}).values_list("pk", way):
        people.setdefault(key, set()).add(person)
    return {key: person for key, [person, *others] in people.items() if not others}


def _to_accounts(model: type[Model], seen: tuple[type[Model], ...]) -> Iterable[str]:
    if model is get_user_model():
        yield "pk"
        return
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey) or field.remote_field.on_delete is not CASCADE:
            continue
        if field.related_model not in {*seen, model}:
            for way in _to_accounts(field.related_model, (*seen, model)):
                yield f"{field.name}__{way}"


def _is_number(model: type[Model], name: str) -> bool:
    return isinstance(model._meta.get_field(name), IntegerField)


@cache
def _declared() -> Mapping[str, Holding]:
    holdings: Sequence[Holding] = import_string(settings.PRIVACY_HOLDINGS)
    return {one.model: one for one in holdings}


def accounts_by_address() -> dict[str, int]:
    """The account behind each e-mail address, in small letters."""
    main = get_user_model()._default_manager.values_list("email", "pk")
    more: Any = EmailAddress.objects.values_list("email", "user_id")
    return {address.lower(): number for address, number in (*main, *more)}
