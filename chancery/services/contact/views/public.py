"""Asking, reading and going on with a question: for anyone, with or without an account."""

from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from chancery.core.access import public, signed_in
from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.services.contact import actions, queries
from chancery.services.contact.forms import AskForm, WordsForm
from chancery.services.contact.target import due_after
from chancery.services.contact.topics import TOPICS

PER_PAGE = 50
RATES = {"ask": "10/h/ip,5/h/key", "again": "30/h/ip"}
"""No test of being human: a limit by network address, and by the address to which the office would write."""


@public
@never_cache
@require_http_methods(("GET", "HEAD", "POST"))
def ask(request: HttpRequest) -> HttpResponse:
    """Write to the office. ``?topic=fees&about=PCT/IB2026/000001`` fills in the beginning."""
    form = AskForm(
        request.POST if request.method == "POST" else None,
        signed_in=request.user.is_authenticated,
        initial={name: request.GET.get(name, "") for name in ("topic", "about")},
    )
    status = 200
    if request.method == "POST":
        asked, status = _asked(request, form)
        if asked is not None:
            return redirect(asked.href)
    context = {"form": form, "topics": TOPICS, "due_on": due_after(today()), **_terms()}
    return render(request, "contact/ask.html", context, status=status)


def _asked(request: HttpRequest, form: AskForm) -> tuple[actions.Asked | None, int]:
    """The question as it has been put, or None and the status of the page that says why not."""
    if not form.is_valid():
        return None, 422
    given = form.cleaned_data
    email: str = given.get("email") or str(getattr(request.user, "email", ""))
    if not ratelimit.consume(request, app="contact", action="ask", config=RATES, key=email.lower()):
        return None, _too_many(form)
    try:
        return actions.ask(
            given["topic"],
            about=given["about"],
            text=given["text"],
            name=given.get("name", ""),
            email=email,
            language=get_language() or "en",
            by=request.user.pk,
            at=now(),
        ), 200
    except Refused as refused:
        form.show(refused.findings)
        return None, 422


@public
@never_cache
@require_http_methods(("GET", "HEAD", "POST"))
def thread(request: HttpRequest, question_id: int, secret: str) -> HttpResponse:
    """A question at its secret address: what was said, and a place to go on."""
    question = queries.opened_by(question_id, secret)
    if question is None:
        raise Http404
    form = WordsForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = _went_on(request, form, question_id, secret)
        if status == 200:
            return redirect("contact:thread", question_id, secret)
    context = {
        "thread": queries.thread(question),
        "form": form,
        "address": settings.SITE_URL + queries.href(question),
        **_terms(),
    }
    response = render(request, "contact/thread.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _went_on(request: HttpRequest, form: WordsForm, question_id: int, secret: str) -> int:
    if not form.is_valid():
        return 422
    if not ratelimit.consume(request, app="contact", action="again", config=RATES):
        return _too_many(form)
    try:
        actions.ask_again(question_id, secret=secret, text=form.cleaned_data["text"], by=request.user.pk, at=now())
    except Refused as refused:
        form.show(refused.findings)
        return 422
    return 200


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The questions of the person who asks, the last touched first."""
    assert request.user.pk is not None
    page = Paginator(queries.asked_by(request.user.pk), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(queries.heading(one), queries.href(one)) for one in page.object_list]
    return render(request, "contact/mine.html", {"page": page, "rows": rows})


def _terms() -> dict[str, Any]:
    """What the office promises: by its settings."""
    return {
        "days": settings.CONTACT_ANSWER_DAYS,
        "months": settings.CONTACT_KEEP_MONTHS,
        "by_email": bool(settings.SMTP),
    }


def _too_many(form: AskForm | WordsForm) -> int:
    form.add_error(
        None,
        _(
            "The office takes only so many questions an hour from one place, and this is one more. What you wrote is "
            "still here: send it again in an hour, or write to %(contact)s."
        )
        % {"contact": settings.OFFICE_CONTACT},
    )
    return 429
