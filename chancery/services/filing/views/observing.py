"""Anyone's page: point the office to documents that speak against a published application."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import public
from chancery.core.refusal import Refused
from chancery.records.register import queries as rights
from chancery.records.register.queries import Right
from chancery.services.filing import attempts
from chancery.services.filing.acts import doing, observing, showing
from chancery.services.filing.acts.asking import wrong
from chancery.services.filing.acts.doing import Sent
from chancery.services.filing.views.drafts import get_or_post
from chancery.treaties.kernel import Finding


@public
@get_or_post
def observe(request: HttpRequest, address: str) -> HttpResponse:
    """The form, for everyone, with or without an account. What is sent is entered at once."""
    number = rights.from_address(address)
    right = rights.public_right(number)
    if right is None:
        raise Http404("no such application, or not published")
    if request.method != "POST":
        return _form(request, right, Sent(version=right.version, values={}))
    return _posted(request, right)


def _posted(request: HttpRequest, right: Right) -> HttpResponse:
    sent = _sent(request, right)
    if not attempts.may_try(request, at=clock.now()):
        message = _("From your connection {most} attempts an hour are taken. Try again later; what you typed is here.")
        refused = wrong(message.format(most=attempts.ATTEMPTS))
        return _form(request, right, sent, [refused], status=429)
    sent, refused_files = _with_uploads(request, right, sent)
    if refused_files:
        return _form(request, right, sent, refused_files, status=422)
    try:
        entry = observing.observe(right.number, sent, at=clock.now())
    except Refused as refused:
        return _form(request, right, sent, list(refused.findings), status=422)
    return redirect("filing:observed", observing.receipt(right.number, entry))


def _sent(request: HttpRequest, right: Right) -> Sent:
    post = request.POST
    values = {name: post.get(name, "") for name in observing.OBSERVE.fields(right)}
    files = tuple(one for text in post.getlist("file") if (one := observing.of_ticket(text)))
    return Sent(version=right.version, values=values, files=files)


def _with_uploads(request: HttpRequest, right: Right, sent: Sent) -> tuple[Sent, list[Finding]]:
    files = list(sent.files)
    refused: list[Finding] = []
    by = request.user.pk if request.user.is_authenticated else None
    for one in request.FILES.getlist("files.document")[: observing.FILES]:
        try:
            if (one.size or 0) > settings.UPLOAD_LIMIT:
                message = _("The file is too large. Divide it, or reduce its pictures.")
                raise Refused([wrong(message, field="files.document")])
            data, name = one.read(), one.name or "document.pdf"
            files.append(observing.attach(right.number, data=data, name=name, by=by, at=clock.now()))
        except Refused as no:
            refused += no.findings
    return Sent(version=sent.version, values=sent.values, files=tuple(files)), refused


def _form(
    request: HttpRequest, right: Right, sent: Sent, found: list[Finding] | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "right": right,
        "possible": doing.possible(observing.OBSERVE, right, on=clock.today()),
        "form": showing.form(observing.OBSERVE, right, sent, found or []),
        "tickets": [(one.name, observing.ticket(one)) for one in sent.files],
        "limit": settings.UPLOAD_LIMIT,
    }
    return render(request, "filing/observe.html", context, status=status)


@public
@require_safe
def observed(request: HttpRequest, token: str) -> HttpResponse:
    """What whoever has sent an observation keeps: the address of this page is known to them alone."""
    try:
        number, entry = observing.of_receipt(token)
    except ValueError:
        raise Http404("no such receipt") from None
    right = rights.public_right(number)
    found: Any = next((one for one in rights.timeline(number) if one.number == entry), None)
    if right is None or found is None:
        raise Http404("no such receipt")
    context = {"right": right, "entry": found, "commitment": found.commitment.hex()}
    return render(request, "filing/observed.html", context)
