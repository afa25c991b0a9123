"""The acts of the Offices: one page for each act of the table, made from it."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from chancery.core.access import role
from chancery.core.clock import now
from chancery.services.examination import actions
from chancery.services.examination.offices import table
from chancery.services.examination.views.acting import Own, act_page
from chancery.services.examination.views.desk import folder_at


@role("officer")
@require_http_methods(("GET", "HEAD", "POST"))
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """Look at an act, and do it. What was typed stays when it is refused."""
    chosen = table.BY_KEY.get(key)
    if chosen is None:
        raise Http404("no such act")
    folder = folder_at(address)
    own = Own(
        template=f"examination/{chosen.page}.html",
        shown={"right": folder.right},
        version=folder.right.version,
        first=dict.fromkeys(("received_on", "established_on", "on"), folder.on),
        kind="report",
        back=reverse("examination:case", args=[address]),
        do=partial(actions.act, folder.right.number, key),
    )
    return act_page(request, chosen, folder, own, at=now())
