"""The notice, made from what every room declares; and what is held about one person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext_noop

from chancery.core.personal import Category, Cookie, Field, Holding

LIBRARIES = "signing-in"
"""The libraries' own tables have one section together: all that they hold serves to sign people in."""

WITHHELD = "kept as a secret; it is not shown, not even to you"


@dataclass(frozen=True, kw_only=True)
class Row:
    """Fields of one table that are held on the same terms."""

    names: tuple[str, ...]
    terms: Field


@dataclass(frozen=True, kw_only=True)
class HoldingNotice:
    model: str
    what: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class RoomNotice:
    """What one room holds; ``purpose`` is the room's own sentence about itself, empty for the libraries."""

    key: str
    title: str
    purpose: str
    holdings: tuple[HoldingNotice, ...]


@dataclass(frozen=True, kw_only=True)
class Notice:
    """``impersonal`` are the tables that say nothing about a person: (model, what it holds)."""

    rooms: tuple[RoomNotice, ...]
    impersonal: tuple[tuple[str, str], ...]
    cookies: tuple[Cookie, ...]


def notice(holdings: Sequence[Holding], cookies: Sequence[Cookie]) -> Notice:
    """The privacy notice: by room, in the order in which the declarations come."""
    personal = [holding for holding in holdings if holding.fields]
    keys = dict.fromkeys(_room(holding) for holding in personal)
    return Notice(
        rooms=tuple(_room_notice(key, [one for one in personal if _room(one) == key]) for key in keys),
        impersonal=tuple((holding.model, holding.what) for holding in holdings if not holding.fields),
        cookies=tuple(cookies),
    )


def _room(holding: Holding) -> str:
    label = holding.model.partition(".")[0]
    return label if apps.get_app_config(label).name.startswith("chancery.") else LIBRARIES


def _room_notice(key: str, holdings: Iterable[Holding]) -> RoomNotice:
    config = None if key == LIBRARIES else apps.get_app_config(key)
    return RoomNotice(
        key=key,
        title=str(config.verbose_name) if config else gettext_noop("Signing in"),
        purpose=(config.module.__doc__ or "").strip() if config and config.module else "",
        holdings=tuple(
            HoldingNotice(model=one.model, what=one.what, rows=tuple(_rows(one.fields.items()))) for one in holdings
        ),
    )


def _rows(fields: Iterable[tuple[str, Field]]) -> Iterable[Row]:
    """Fields on the same terms stand together, so that the notice stays short."""
    together: dict[Field, list[str]] = {}
    for name, terms in fields:
        together.setdefault(terms, []).append(name)
    return (Row(names=tuple(names), terms=terms) for terms, names in together.items())


def held_about(user_id: int, holdings: Sequence[Holding]) -> dict[str, list[dict[str, Any]]]:
    """Every row that a declared table keeps for this person, by model; credentials are named but not shown.

    Whose row it is, is said by the first declared field that points to an account; further ones say who acted. Tables
    that point to nobody's account (the ledger, files by their hash) cannot be searched by person and are left out.
    """
    found = ((holding, _owner_field(holding)) for holding in holdings)
    return {
        holding.model: [_plain(holding, row) for row in _model(holding)._default_manager.filter(**{owner: user_id})]
        for holding, owner in found
        if owner
    }


def _owner_field(holding: Holding) -> str:
    """How a row names its person: "pk" for the account itself, the field's name elsewhere; empty where it does not."""
    model, user = _model(holding), get_user_model()
    if model is user:
        return "pk"
    for name in holding.fields:
        field = model._meta.get_field(name)
        if isinstance(field, ForeignKey) and field.related_model is user:
            return name
    return ""


def _model(holding: Holding) -> type[Model]:
    return apps.get_model(holding.model)


def _plain(holding: Holding, row: Model) -> dict[str, Any]:
    return {
        field.name: WITHHELD if _is_secret(holding, field.name) else getattr(row, field.attname)
        for field in row._meta.concrete_fields
    }


def _is_secret(holding: Holding, name: str) -> bool:
    return name in holding.fields and holding.fields[name].category == Category.CREDENTIAL
