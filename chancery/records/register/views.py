"""The register's counter: how each right stands, the ledger's public face, and how to check both."""

import json
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from chancery.core import clock, ledger, tiles, verify
from chancery.core.access import public
from chancery.core.ledger import Entry
from chancery.records.register import public_file, queries, standard_events, views_registrations
from chancery.records.register.asking import asks
from chancery.records.register.feed import atom
from chancery.records.register.wording import describe
from chancery.treaties import pct

NO_STORE = {"Cache-Control": "no-store"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@public
@require_safe
def verify_page(request: HttpRequest) -> HttpResponse:
    """How anyone can check the register without trusting the office, with what they need for it."""
    wanted = request.GET.get("number", "").strip()
    if wanted and (there := _page_of(wanted)):
        return redirect(there)
    context = {
        "wanted": wanted,
        "size": ledger.size(),
        "note": tiles.checkpoint(),
        "verifier_key": tiles.office_signer().verifier_key,
        "published": queries.published(limit=10),
        "registrations": [one for one in queries.printed_last(limit=40) if one.what == "registration"][:10],
    }
    return render(request, "register/verify.html", context, status=HTTPStatus.BAD_REQUEST if wanted else HTTPStatus.OK)


def _page_of(wanted: str) -> str:
    """A number typed by hand leads to its page, whichever of its numbers it is; "" where it is no number."""
    if there := views_registrations.page_of(wanted):
        return there
    number = queries.by_publication_number(wanted.upper()) or wanted.upper()
    try:
        return reverse("register:right", args=[queries.in_address(number)])
    except NoReverseMatch:
        return ""


@public
@require_safe
def right(request: HttpRequest, address: str) -> HttpResponse:
    """One right: how it stands, what happened to it in order, and the proof of each step."""
    number = queries.from_address(address)
    found = queries.visible(number, **asks(request))
    if found is None:
        raise Http404("no such right, or not published yet")
    entries = queries.timeline(number)
    open_to_all = queries.is_public(number)
    context = {
        "right": found,
        "lines": public_file.lines(found),
        "observations": [one for one in found.observations if one.admitted],
        "public": open_to_all,
        "timeline": [
            describe(entry, shown=not open_to_all or queries.disclosed(entry, public=open_to_all)) for entry in entries
        ],
        "limits": () if found.erased else _to_come(found),
        "happened": () if found.erased else standard_events.happened(found, on=clock.today()),
        "state": None if found.erased else standard_events.state(found, on=clock.today()),
    }
    return render(request, "register/right.html", context)


@public
@require_safe
def feed(request: HttpRequest, address: str) -> HttpResponse:  # noqa: ARG001 - it is the same for everyone
    """What happened to a published application, for feed readers."""
    found = queries.public_right(queries.from_address(address))
    if found is None:
        raise Http404("no such right, or not published yet")
    happened = [
        describe(entry, shown=True)
        for entry in queries.timeline(found.number)
        if queries.disclosed(entry, public=True) and not entry.erased
    ]
    return HttpResponse(atom(found, happened), content_type="application/atom+xml; charset=utf-8")


def _to_come(right: queries.Right) -> list[pct.TimeLimit]:
    """The time limits that have not ended, the next first."""
    today = clock.today()
    known = [
        (limit.due, limit) for limit in pct.time_limits(right.record) if not isinstance(limit.due, pct.NotDeterminable)
    ]
    return [limit for due, limit in sorted(known, key=lambda pair: pair[0]) if due >= today]


@public
@require_safe
def entry_page(request: HttpRequest, number: int) -> HttpResponse:
    """One ledger entry: its leaf for everyone, its content for those who may read it, its proof."""
    found = _entry(number)
    readable = queries.readable(found, **asks(request))
    audit = ledger.inclusion(number)
    context = {
        "entry": found,
        "readable": readable,
        "content": json.dumps(found.body, ensure_ascii=False, indent=2) if readable else "",
        "said": describe(found, shown=readable or found.erased),
        "proof": audit,
        "commitment": found.commitment.hex(),
        "path": [digest.hex() for digest in audit.path],
        "root": audit.root.hex(),
        "verifier_key": tiles.office_signer().verifier_key,
    }
    return render(request, "register/entry.html", context)


@public
@require_safe
def proof(request: HttpRequest, number: int) -> HttpResponse:
    """What a person carries away: event, salt, audit path, signed checkpoint. Checked by ``chancery verify``."""
    found = _entry(number)
    if not queries.readable(found, **asks(request)):
        raise Http404("not disclosed")
    carried = verify.carried(found, note=tiles.checkpoint(), proof=ledger.inclusion(number))
    name = f"proof-{queries.in_address(found.stream)}-{number}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **NO_STORE}
    return JsonResponse(carried, headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 2})


def _entry(number: int) -> Entry:
    found = ledger.entry(number)
    if found is None:
        raise Http404("the ledger is not that long")
    return found


# The log as machines read it: C2SP tlog-tiles


@public
@require_safe
def checkpoint(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(tiles.checkpoint(), content_type="text/plain; charset=utf-8", headers=NO_STORE)


@public
@require_safe
def tile(_request: HttpRequest, level: int, where: str) -> HttpResponse:
    return _bytes(lambda: tiles.tile(level, where))


@public
@require_safe
def entries(_request: HttpRequest, where: str) -> HttpResponse:
    return _bytes(lambda: tiles.entries(where))


def _bytes(fetch: Any) -> HttpResponse:
    """A tile never changes once it is there, so caches may keep it for ever."""
    try:
        return HttpResponse(fetch(), content_type="application/octet-stream", headers=FOR_EVER)
    except tiles.NoSuchTile as reason:
        return HttpResponse(f"{reason}\n", status=404, content_type="text/plain", headers=NO_STORE)


@public
@require_safe
def verifier_key(_request: HttpRequest) -> HttpResponse:
    """The key that checks the office's signatures."""
    text = f"{tiles.office_signer().verifier_key}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"X-Origin": settings.LEDGER_ORIGIN})
