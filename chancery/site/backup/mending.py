"""After rows have been left out: nothing may point to a row that is not there."""

from datetime import datetime
from typing import Any

from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import CASCADE, ForeignKey, Model


def mend(models: Apps, accounts: set[int], *, at: datetime) -> None:
    """An empty account stands where an erased one was, so that every room can forget it again; pointers to other rows
    that are gone become empty, and rows that go with those, or cannot be without them, go as well.
    """
    users = models.get_model(settings.AUTH_USER_MODEL)
    for number in sorted(accounts):
        if not users._base_manager.filter(pk=number).exists():
            nobody = {"email": f"erased-{number}@erased.invalid", "name": "", "password": UNUSABLE_PASSWORD_PREFIX}
            users._base_manager.create(pk=number, joined_at=at, **nobody)
    tables = models.get_models(include_auto_created=True)
    while sum(_loosen(model, field) for model in tables for field in _keys(model)):
        pass  # a row that went may have been pointed to


def _keys(model: type[Model]) -> "list[ForeignKey[Any, Any]]":
    return [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]


def _loosen(model: type[Model], field: "ForeignKey[Any, Any]") -> int:
    """Returns how many rows went: others may have pointed to them."""
    there = field.related_model._base_manager.values(field.target_field.attname)
    dangling = model._base_manager.exclude(**{f"{field.attname}__isnull": True}).exclude(
        **{f"{field.attname}__in": there}
    )
    if field.null and field.remote_field.on_delete is not CASCADE:
        dangling.update(**{field.attname: None})
        return 0
    keys = list(dangling.values_list("pk", flat=True))
    model._base_manager.filter(pk__in=keys)._raw_delete(model._base_manager.db)
    return len(keys)
