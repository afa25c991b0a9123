"""The operator's page of what is destroyed: what would go now, what went, by which declaration; holds; backups."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from chancery.core import clock
from chancery.core.access import fresh, role
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as office
from chancery.records.accounts import queries as accounts
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import holds, retention, ring
from chancery.records.privacy.models import Erasure
from chancery.site import retaining
from chancery.site.backup import archive
from chancery.site.dangerous import about
from chancery.site.wiring import HOLDINGS


@role("operator")
@fresh("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def destruction(request: HttpRequest) -> HttpResponse:
    """The dry run and what the runs have done. A POST places a hold, or lifts one or proposes to."""
    faults: dict[str, str] = {}
    if request.method == "POST":
        try:
            after = _act(request)
        except Refused as refused:
            faults = {finding.field or "lift": finding.message for finding in refused.findings}
        else:
            return redirect(after)
    context = {
        "due": retaining.due(at=clock.now(ahead=0)),
        "done": _told(retention.history()),
        "holds": _holds(),
        "waiting": Erasure.objects.filter(keys_destroyed_at=None).count(),
        "backups": _backups(),
        "faults": faults,
        "typed": request.POST,
        "two": accounts.rule(holds.LIFT),
    }
    return render(request, "site/destruction.html", context, status=422 if faults else 200)


def _act(request: HttpRequest) -> str:
    """Do what the POST asks for. Returns the name of the page that shows it."""
    by, at, lift = int(request.user.pk or 0), clock.now(), request.POST.get("lift", "")
    if lift.isdigit():
        if office.do_or_propose(holds.LIFT, {"hold": int(lift[:18])}, by=by, at=at).proposal:
            messages.success(request, _("It is proposed. The hold stands until another operator has confirmed it."))
            return "accounts:confirmations"
        messages.success(request, _("The hold is lifted."))
    else:
        privacy.place_hold(request.POST.get("about", ""), request.POST.get("reason", ""), by=by, at=at)
        messages.success(request, _("Nothing of it is erased while the hold stands."))
    return "destruction"


def _told(rows: list[Any]) -> list[tuple[Any, str]]:
    """Each with what its table holds, in words."""
    what = {one.model: one.what for one in HOLDINGS}
    return [(row, what.get(row.model, row.model)) for row in rows]


def _holds() -> list[tuple[Any, str]]:
    """Those that stand, each with whose or what it is about."""
    return [(one, about(one)) for one in holds.holds()]


def _backups() -> list[dict[str, Any]]:
    """The backups in the folder that the settings name, the newest first, and until when each can be opened."""
    keys = {key.id.hex(): key for key in ring.current().all()}
    found = sorted(Path(settings.BACKUPS).glob(f"*{archive.SUFFIX}"), reverse=True)
    headers = ((path, archive.header(path)) for path in found)
    return [
        {"name": path.name, "size": path.stat().st_size, "until": keys[told.key].until if told.key in keys else None}
        for path, told in headers
    ]
