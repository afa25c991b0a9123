"""What is held about one person, and what of it the law keeps; the notice and its versions stand beside it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import takewhile
from operator import or_
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import EmailField, ForeignKey, IntegerField, Model, Q, QuerySet
from django.utils.translation import gettext_lazy

from chancery.core.clock import local_day
from chancery.core.personal import Category, Disposal, Holding
from chancery.records.privacy.consents import Said, Shown, Who, check_consents, consented, consents_of
from chancery.records.privacy.models import Receipt, Request
from chancery.records.privacy.notice import LIBRARIES, Notice, notice
from chancery.records.privacy.receipt import Kept
from chancery.records.privacy.stores import Store
from chancery.records.privacy.traces import is_named
from chancery.records.privacy.versions import current, due, newest

__all__ = [
    "LIBRARIES",
    "Notice",
    "Said",
    "Shown",
    "Store",
    "Who",
    "check_consents",
    "consented",
    "consents_of",
    "current",
    "due",
    "is_named",
    "newest",
    "notice",
]

RIGHTS = {
    "correction": gettext_lazy("correct what I cannot correct myself"),
    "restriction": gettext_lazy("keep my data, but do not use them"),
    "objection": gettext_lazy("stop using my data for a purpose"),
}
"""What a person asks the office for in words (GDPR Art. 16, 18, 21); the rest they do themselves."""

ANSWERED_WITHIN = timedelta(days=30)
STRICTNESS = (Disposal.ERASE, Disposal.ANONYMISE, Disposal.KEEP_BY_LAW)

WITHHELD = "kept as a secret; it is not shown, not even to you"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What one table holds about one person, and what becomes of it when they have it erased.

    ``rows`` is None where a table does not say whose a row is: the ledger, and files by their hash.
    """

    model: str
    what: str
    rows: int | None
    disposal: Disposal
    keep: str
    cites: str


def standing(user_id: int, holdings: Sequence[Holding]) -> list[Standing]:
    """Every table that holds something about a person; and those that the law keeps, where it cannot be looked up."""
    addresses = addresses_of(user_id)
    found = ((one, rows_of(one, user_id, addresses)) for one in holdings if one.fields)
    stands = [_standing(one, None if rows is None else rows.count()) for one, rows in found]
    return [one for one in stands if one.rows or (one.rows is None and one.disposal is Disposal.KEEP_BY_LAW)]


def _standing(holding: Holding, rows: int | None) -> Standing:
    """The strictest of its fields speaks for a table: what the law keeps in part, is kept."""
    fields = holding.fields.values()
    strictest = max(fields, key=lambda field: STRICTNESS.index(field.disposal))
    return Standing(
        model=holding.model,
        what=holding.what,
        rows=rows,
        disposal=strictest.disposal,
        keep=strictest.keep.words,
        cites=strictest.cites,
    )


def kept_of(user_id: int, holdings: Sequence[Holding]) -> list[Kept]:
    """What the law keeps of a person; asked after an erasure, it is all that is left."""
    return [
        Kept(model=one.model, what=one.what, rows=one.rows, keep=one.keep, cites=one.cites)
        for one in standing(user_id, holdings)
        if one.disposal is Disposal.KEEP_BY_LAW
    ]


def held_about(user_id: int, holdings: Sequence[Holding]) -> dict[str, list[dict[str, Any]]]:
    """Every row that a declared table keeps for this person, by model; credentials are named but not shown.

    A row is a person's where the first declared field that points to an account points to theirs, or one that follows
    it directly; where a field holds the number of their account, or one of their e-mail addresses. Further accounts say
    who acted. Tables that name nobody so (the ledger, files by their hash) cannot be searched by person.
    """
    addresses = addresses_of(user_id)
    found = ((holding, rows_of(holding, user_id, addresses)) for holding in holdings)
    return {holding.model: [_plain(holding, row) for row in rows] for holding, rows in found if rows is not None}


def addresses_of(user_id: int) -> list[str]:
    """All e-mail addresses of an account, in small letters."""
    main = get_user_model()._default_manager.filter(pk=user_id).values_list("email", flat=True)
    more = EmailAddress.objects.filter(user_id=user_id).values_list("email", flat=True)
    return sorted({address.lower() for address in (*main, *more)})


def rows_of(holding: Holding, user_id: int, addresses: Sequence[str]) -> "QuerySet[Model] | None":
    """The rows about a person; None where the table does not say whom a row is about."""
    model = _model(holding)
    if model is get_user_model():
        return model._default_manager.filter(pk=user_id)
    fields = [(model._meta.get_field(name), terms) for name, terms in holding.fields.items()]
    pointing = [_points_to_account(field) for field, _terms in fields]
    first = pointing.index(True) if any(pointing) else len(fields)
    subjects = [field.name for field, _terms in takewhile(lambda one: _points_to_account(one[0]), fields[first:])]
    numbers = [f.name for f, terms in fields if isinstance(f, IntegerField) and terms.category is Category.UNIQUE_ID]
    conditions = [Q(**{name: user_id}) for name in (*subjects, *numbers)]
    conditions += [Q(**{f"{field.name}__in": addresses}) for field, _terms in fields if isinstance(field, EmailField)]
    return model._default_manager.filter(reduce(or_, conditions)) if conditions else None


def _points_to_account(field: Any) -> bool:
    return isinstance(field, ForeignKey) and field.related_model is get_user_model()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request to the office; ``due`` is the last day for an answer."""

    id: int
    person: str
    right: str
    text: str
    made_at: datetime
    due: date
    answer: str
    answered_at: datetime | None


def requests_of(user_id: int) -> list[Asked]:
    return [_asked(row) for row in Request.objects.filter(user_id=user_id).select_related("user")]


def requests_waiting() -> list[Asked]:
    """Requests of everybody that wait for an answer, the oldest first."""
    return [_asked(row) for row in Request.objects.filter(answered_at=None).select_related("user").order_by("made_at")]


def _asked(row: Request) -> Asked:
    return Asked(
        id=row.pk,
        person=str(row.user),
        right=row.right,
        text=row.text,
        made_at=row.made_at,
        due=local_day(row.made_at) + ANSWERED_WITHIN,
        answer=row.answer,
        answered_at=row.answered_at,
    )


def receipt_note(code: str) -> str | None:
    """A receipt by its code, as long as it is kept."""
    row = Receipt.objects.filter(digest=hashlib.sha256(code.encode()).hexdigest()).first()
    return row.note if row else None


def _model(holding: Holding) -> type[Model]:
    return apps.get_model(holding.model)


def _plain(holding: Holding, row: Model) -> dict[str, Any]:
    return {
        field.name: WITHHELD if _is_secret(holding, field.name) else getattr(row, field.attname)
        for field in row._meta.concrete_fields
    }


def _is_secret(holding: Holding, name: str) -> bool:
    return name in holding.fields and holding.fields[name].category == Category.CREDENTIAL
