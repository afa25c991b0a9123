"""A row of any table, made from its fields: so that a test over all declarations also covers tomorrow's rooms."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import (
    BigAutoField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    EmailField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_numbers = count(1)

SPECIAL: dict[str, dict[str, Any]] = {
    "accounts.Delegation": {"giver": None},  # one giver: a person or an organisation
    "register.Share": {"organisation": None},
    "allauth_idp_oidc.Client": {"owner": None},  # the office's, nobody's
    "contact.Question": {"state": "answered"},
}
"""What a check of the database asks of a table."""


def row(model: type[Model], word: str, *, user: Any, only: Collection[str] | None = None, **given: Any) -> Model:
    """A row in which every text says ``word`` and every account is ``user``; ``given`` are values of some fields.

    ``only``: the fields that say the word; the others say something else.
    """
    made = {**SPECIAL.get(model._meta.label, {}), **given}
    for field in model._meta.concrete_fields:
        if field.name not in made and field.attname not in made and not isinstance(field, BigAutoField):
            made[field.name] = _value(field, word if only is None or field.name in only else "else", user)
    return model._base_manager.create(**made)


def _value(field: "Field[Any, Any]", word: str, user: Any) -> Any:
    if isinstance(field, ForeignKey):
        return _other(field, word, user)
    if isinstance(field, EmailField):
        return user.email
    if isinstance(field, CharField):
        return field.choices[0][0] if field.choices else _text(field, word)
    if isinstance(field, JSONField):
        return {"word": word}
    for kind, value in (*_PLAIN, (TextField, word)):
        if isinstance(field, kind):
            return value() if callable(value) else value
    return field.get_default() if field.has_default() else None if field.null else b""


def _other(field: "ForeignKey[Any, Any]", word: str, user: Any) -> Any:
    if field.related_model is get_user_model():
        return user
    if field.null and field.related_model is field.model:
        return None
    return field.related_model._base_manager.order_by("pk").last() or row(field.related_model, "else", user=user)


def _text(field: "CharField[Any, Any]", word: str) -> str:
    room = field.max_length or 200
    return f"{word}{next(_numbers)}"[:room] if room >= len(word) + 3 else str(next(_numbers))[:room]


_PLAIN: tuple[tuple[type, Any], ...] = (
    (BooleanField, False),
    (DateTimeField, AT),
    (DateField, date(2026, 11, 23)),
    (IntegerField, lambda: next(_numbers)),
)
