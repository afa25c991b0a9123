"""Where a text occurs in what the office stores: every table that is installed, every field that can hold text.

It looks at the tables themselves and not at what rooms declare, so that it finds what somebody forgot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, Field, JSONField, Model, TextField
from django.db.models.functions import Cast


@dataclass(frozen=True, kw_only=True)
class Trace:
    """So many rows of one table hold the text in one field."""

    model: str
    field: str
    rows: int


def columns(*, but: frozenset[str] = frozenset()) -> Iterator[tuple[type[Model], "Field[Any, Any]"]]:
    """Every stored field that can hold text; ``but`` are models to leave out, as "documents.File"."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label not in but:
            for field in model._meta.concrete_fields:
                if isinstance(field, CharField | TextField | JSONField):
                    yield model, field


def traces(text: str, *, but: frozenset[str] = frozenset()) -> Iterator[Trace]:
    """Where the text stands, whatever its case; one trace a field, in the order of the tables."""
    for model, field in columns(but=but):
        rows = model._default_manager.annotate(as_text=Cast(field.name, TextField()))
        if found := rows.filter(as_text__icontains=text).count():
            yield Trace(model=model._meta.label, field=field.name, rows=found)


def is_named(sha256: str) -> bool:
    """Whether any record besides the table of files itself names a file."""
    return next(traces(sha256, but=frozenset({"documents.File", "documents.Deposit"})), None) is not None
