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
from chancery.core.access import role
from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import holds, retention, ring
from chancery.records.privacy.models import Erasure
from chancery.site import retaining
from chancery.site.backup import archive
from chancery.site.wiring import HOLDINGS


@role("operator")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def destruction(request: HttpRequest) -> HttpResponse:
    """The dry run and what the runs have done. A POST places a hold or lifts one."""
    faults: dict[str, str] = {}
    if request.method == "POST":
        try:
            _act(request)
        except Refused as refused:
            faults = {finding.field: finding.message for finding in refused.findings}
        else:
            return redirect("destruction")
    context = {
        "due": retaining.due(at=clock.now(ahead=0)),
        "done": _told(retention.history()),
        "holds": _holds(),
        "waiting": Erasure.objects.filter(keys_destroyed_at=None).count(),
        "backups": _backups(),
        "faults": faults,
        "typed": request.POST,
    }
    return render(request, "site/destruction.html", context, status=422 if faults else 200)


def _act(request: HttpRequest) -> None:
    by, at, lift = int(request.user.pk or 0), clock.now(), request.POST.get("lift", "")
    if lift.isdigit():
        privacy.lift_hold(int(lift[:18]), at=at)
        messages.success(request, _("The hold is lifted."))
    else:
        privacy.place_hold(request.POST.get("about", ""), request.POST.get("reason", ""), by=by, at=at)
        messages.success(request, _("Nothing of it is erased while the hold stands."))


def _told(rows: list[Any]) -> list[tuple[Any, str]]:
    """Each with what its table holds, in words."""
    what = {one.model: one.what for one in HOLDINGS}
    return [(row, what.get(row.model, row.model)) for row in rows]


def _holds() -> list[tuple[Any, str]]:
    """Those that stand, each with whose or what it is about."""
    standing = list(holds.holds())
    people = {one.id: one.name or one.email for one in accounts.people(one.account or 0 for one in standing)}
    return [(one, one.number or people.get(one.account or 0, str(one.account))) for one in standing]


def _backups() -> list[dict[str, Any]]:
    """The backups in the folder that the settings name, the newest first, and until when each can be opened."""
    keys = {key.id.hex(): key for key in ring.current().all()}
    found = sorted(Path(settings.BACKUPS).glob(f"*{archive.SUFFIX}"), reverse=True)
    headers = ((path, archive.header(path)) for path in found)
    return [
        {"name": path.name, "size": path.stat().st_size, "until": keys[told.key].until if told.key in keys else None}
        for path, told in headers
    ]
