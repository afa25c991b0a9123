"""The counter for letters: one by one, and the operator's view of what could not be delivered."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import role, signed_in
from chancery.core.clock import now
from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.records.mail import actions, queries
from chancery.records.mail.queries import LetterView
from chancery.records.register.queries import in_address


@signed_in
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Letters stand in the inbox, among what the other services have told."""
    query = request.GET.copy()
    query["service"] = "mail"
    return redirect(f"{reverse('inbox:index')}?{query.urlencode()}")


@signed_in
@require_safe
def letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    shown = _mine(request, letter_id)
    actions.mark_read(letter_id, by=_me(request), at=now())
    return render(request, "mail/letter.html", {"letter": shown, "address": in_address(shown.number)})


@signed_in
@require_safe
def pdf(request: HttpRequest, letter_id: int) -> HttpResponseBase:
    shown = _mine(request, letter_id)
    actions.mark_read(letter_id, by=_me(request), at=now())
    name = f"{shown.kind.replace(' ', '-')}-{in_address(shown.number)}.pdf"
    return documents.download(shown.sha256, name=name, inline=True)


@role("operator")
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """What could not be delivered, and why. The operator sees numbers and addresses, not the letters."""
    context = {"troubles": queries.troubled(), "counts": queries.counts(), "by_email": bool(settings.SMTP)}
    return render(request, "mail/outbox.html", context)


@role("operator")
@require_POST
def send_again(request: HttpRequest, letter_id: int) -> HttpResponse:
    try:
        actions.send_again(letter_id, by=_me(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("It is tried again in a moment."))
    return redirect("mail:outbox")


def _me(request: HttpRequest) -> int:
    me = request.user.pk
    assert me is not None  # the mark on the view has seen to it
    return me


def _mine(request: HttpRequest, letter_id: int) -> LetterView:
    shown = queries.letter(letter_id, _me(request))
    if shown is None:
        raise Http404
    return shown
