"""The page on which a person sees who else has opened what is theirs."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.records.accounts import queries as accounts
from chancery.records.privacy.looks import looks_at
from chancery.records.register import queries as register
from chancery.site import looking


@dataclass(frozen=True, kw_only=True)
class Sight:
    """``who`` is empty for somebody whose account is erased; ``office`` whether they belong to the office."""

    on: date
    who: str
    office: bool
    number: str
    address: str


@signed_in
@never_cache
@require_safe
def seen(request: HttpRequest) -> HttpResponse:
    me = request.user.pk
    assert me is not None  # the mark on the view has seen to it
    looking.enter()
    rows = looks_at(me, register.shared_with(me, on=clock.today()))
    staff = {one: bool(accounts.roles_of(one)) for one in {row.viewer_id for row in rows} if one is not None}
    sights = [
        Sight(
            on=row.on,
            who=str(row.viewer) if row.viewer else "",
            office=staff.get(row.viewer_id or 0, False),
            number=row.number,
            address=register.in_address(row.number),
        )
        for row in rows
    ]
    return render(request, "site/seen.html", {"sights": sights})
