"""The register's counter for registrations: how each stands, what became of it where, and what happened to it."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.records.register import bibliographic, extract, life, queries
from chancery.records.register.asking import asks
from chancery.records.register.feed import atom_of_registration
from chancery.records.register.queries import Registration
from chancery.treaties.nice import classification


@public
@require_safe
def registration(request: HttpRequest, address: str) -> HttpResponse:
    """One registration file: its data, its life in each party, what happened to it, and the proof of each step."""
    file = _visible(request, address)
    on = clock.today()
    open_to_all = queries.is_public(file.number)
    context = {
        "file": file,
        "public": open_to_all,
        "lines": () if file.erased else bibliographic.lines(file),
        "pictures": bibliographic.pictures(file) if open_to_all else (),
        "classes": _by_class(file),
        "statuses": () if file.erased else file.statuses(on=on),
        "lives": () if file.erased else file.lives(on=on),
        "until": None if file.erased else file.until(on=on),
        "basis": life.basis(file, on=on),
        "today": on,
        "statements": life.statements(file),
        "recorded": life.recorded(file),
        "printed": queries.printed_of(file.number),
        "timeline": life.history(file, public=open_to_all),
    }
    return render(request, f"register/registration/{file.system.key}.html", context)


@public
@require_safe
def by_number(_request: HttpRequest, system: str, written: str) -> HttpResponse:
    """A registration by the number that it bears: on to its page. Only what is published is found by that."""
    number = queries.by_registration_number(system, written)
    if number is None:
        raise Http404("no such registration, or not published yet")
    return redirect("register:registration", queries.in_address(number))


@public
@require_safe
def feed(_request: HttpRequest, address: str) -> HttpResponse:
    """What happened to a published registration, for feed readers."""
    number = queries.from_address(address)
    file = queries.registration(number) if queries.is_public(number) else None
    if file is None:
        raise Http404("no such registration, or not published yet")
    happened = life.history(file, public=True, closed=False)
    return HttpResponse(atom_of_registration(file, happened), content_type="application/atom+xml; charset=utf-8")


@public
@require_safe
def proofs(_request: HttpRequest, address: str) -> HttpResponse:
    """The registration with the proof of every entry, in one file that ``chancery verify`` checks."""
    number = queries.from_address(address)
    file = queries.registration(number) if queries.is_public(number) else None
    if file is None:
        raise Http404("no such registration, or not published yet")
    return extract.as_file(file, at=clock.now())


def page_of(wanted: str) -> str:
    """The page of a registration whose number was typed by hand, either of its two; "" where it is neither."""
    text = wanted.upper().replace(" ", "").replace("-", "/")
    if queries.system_of(text):
        return reverse("register:registration", args=[queries.in_address(text)]) if _is_number(text) else ""
    found = (queries.by_registration_number(system, wanted) for system in _systems(text))
    number = next((one for one in found if one), None)
    return reverse("register:registration", args=[queries.in_address(number)]) if number else ""


def _is_number(text: str) -> bool:
    year, _slash, place = text.partition("/")[2].partition("/")
    return all(part.isascii() and part.isdigit() for part in (year, place)) and (len(year), len(place)) == (4, 6)


def _systems(text: str) -> tuple[str, ...]:
    """Whose numbers are written like that; digits alone are a mark's."""
    return {"DM": ("hague",), "AO": ("lisbon",)}.get(text[:2], ("madrid",))


def _visible(request: HttpRequest, address: str) -> Registration:
    file = queries.visible_registration(queries.from_address(address), **asks(request))
    if file is None:
        raise Http404("no such registration, or not published yet")
    return file


def _by_class(file: Registration) -> Iterable[dict[str, Any]]:
    """Goods and services by class, with our short title of each."""
    if file.system.key != "madrid" or file.application is None:
        return []
    texts: dict[int, list[str]] = {}
    for good in file.application.goods:
        texts.setdefault(good.number, []).append(good.text)
    headings = {number: classification().get(str(number)) for number in texts}
    return [
        {"number": number, "title": heading.title if heading else "", "texts": texts[number]}
        for number, heading in sorted(headings.items())
    ]
