"""The run of retention: what has lain as long as its declaration says is destroyed, table by table.

It does what the declarations say and nothing else (`Keep` in core/personal.py, decision 0014). What a legal claim needs
is passed over while a hold stands. What the law keeps is not touched here: the files of applications have a run of
their own (``site/ageing.py``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import DateTimeField, Model, Q, QuerySet

from chancery.core.clock import local_day
from chancery.core.personal import Disposal, Holding, Keep, Until
from chancery.records.privacy.models import Destroyed, Hold
from chancery.records.privacy.queries import addresses_of, rows_of

BATCH = 500

Disposer = Callable[..., object]
"""A room's own way to destroy rows, where more goes with them: called with their keys and ``at``."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """What of one table has lain long enough. ``fields`` are emptied; where there are none, the rows go.

    ``held`` rows stay because of a legal hold; ``oldest`` is the day from which the longest overdue row counts.
    """

    model: str
    what: str
    keep: str
    fields: tuple[str, ...]
    rows: int
    held: int
    oldest: date | None


@dataclass(frozen=True, kw_only=True)
class _Term:
    """One period of one table."""

    holding: Holding
    keep: Keep
    fields: tuple[str, ...]

    @property
    def model(self) -> type[Model]:
        return apps.get_model(self.holding.model)


def due(holdings: Sequence[Holding], *, on: date) -> list[Due]:
    """What a run on this day would destroy: the dry run. Every declared period is told, also where nothing is due."""
    return [_due(term, on) for term in _terms(holdings)]


def run(holdings: Sequence[Holding], disposers: Mapping[str, Disposer], *, at: datetime) -> list[Due]:
    """Destroy what is due, in small transactions so that nobody waits. Returns what was destroyed. Repeatable."""
    done = []
    for term in _terms(holdings):
        told = _due(term, local_day(at))
        if told.rows:
            _destroy(term, disposers, at=at)
            done.append(told)
            note(told.model, told.keep, rows=told.rows, fields=told.fields, at=at)
    return done


def note(model: str, keep: str, *, rows: int, at: datetime, fields: Iterable[str] = ()) -> None:
    """Write down what a run has destroyed: how many rows, and by which declaration."""
    Destroyed.objects.create(model=model, keep=keep, rows=rows, fields=", ".join(fields), at=at)


def history(*, limit: int = 200) -> list[Destroyed]:
    """What the runs have destroyed, the newest first."""
    return list(Destroyed.objects.all()[:limit])


def _terms(holdings: Sequence[Holding]) -> Iterator[_Term]:
    for holding in holdings:
        together: dict[Keep, list[str]] = {}
        for name, terms in holding.fields.items():
            if terms.keep.until is Until.PERIOD and terms.disposal is not Disposal.KEEP_BY_LAW:
                together.setdefault(terms.keep, []).append(name)
        for keep, names in together.items():
            whole = len(names) == len(holding.fields)
            yield _Term(holding=holding, keep=keep, fields=() if whole else tuple(names))


def _due(term: _Term, on: date) -> Due:
    rows = _rows(term, on)
    free = rows.exclude(_held(term))
    oldest = rows.order_by(term.keep.since).values_list(term.keep.since, flat=True).first()
    total, left = rows.count(), free.count()
    return Due(
        model=term.holding.model,
        what=term.holding.what,
        keep=term.keep.words,
        fields=term.fields,
        rows=left,
        held=total - left,
        oldest=local_day(oldest) if isinstance(oldest, datetime) else oldest,
    )


def _rows(term: _Term, on: date) -> "QuerySet[Model]":
    """The rows whose period ended before this day, and that still hold what is to go."""
    keep = term.keep
    assert keep.period is not None  # a declared PERIOD has one; tests/test_privacy_is_complete.py
    since = term.model._meta.get_field(keep.since)
    lookup = f"{keep.since}__date__lt" if isinstance(since, DateTimeField) else f"{keep.since}__lt"
    rows = term.model._default_manager.filter(**{lookup: keep.period.before(on), **dict(keep.only)})
    return rows.exclude(**_emptied(term)) if term.fields else rows


def _emptied(term: _Term) -> dict[str, Any]:
    fields = (term.model._meta.get_field(name) for name in term.fields)
    return {field.name: None if field.null else "" for field in fields}


def _held(term: _Term) -> Q:
    """Rows that a legal hold keeps: those of an account, and those that bear the number of an application."""
    holds = list(Hold.objects.filter(lifted_at=None))
    numbers = [one.number for one in holds if one.number]
    stays = Q(pk__in=[])
    if numbers and any(field.name == "number" for field in term.model._meta.concrete_fields):
        stays |= Q(number__in=numbers)
    for account in (one.account for one in holds if one.account is not None):
        theirs = rows_of(term.holding, account, addresses_of(account))
        if theirs is not None:
            stays |= Q(pk__in=theirs.values("pk"))
    return stays


def _destroy(term: _Term, disposers: Mapping[str, Disposer], *, at: datetime) -> None:
    dispose = disposers.get(term.holding.model) or partial(_delete, term.model)
    before: list[Any] = []
    while keys := list(_rows(term, local_day(at)).exclude(_held(term)).values_list("pk", flat=True)[:BATCH]):
        if keys == before:
            raise RuntimeError(f"{term.holding.model}: what was destroyed is still there")
        before = keys
        with transaction.atomic():
            if term.fields:
                term.model._default_manager.filter(pk__in=keys).update(**_emptied(term))
            else:
                dispose(keys, at=at)


def _delete(model: type[Model], keys: Sequence[Any], *, at: datetime) -> None:  # noqa: ARG001 - as every disposer
    model._default_manager.filter(pk__in=keys).delete()
