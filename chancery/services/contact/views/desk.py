"""The office's side: what waits, one question with all that was said, and the acts on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chancery.core.access import role
from chancery.core.clock import now, today
from chancery.core.refusal import Conflict, Refused
from chancery.services.contact import actions, queries
from chancery.services.contact.forms import AnswerForm, NoteForm

PER_PAGE = 50
ANSWER, NOTE = "answer_%s", "note_%s"  # two forms on one page, each with ids of its own


@role("officer")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The questions in one state; ``?officer=me`` those the officer has taken."""
    on = today()
    state = request.GET.get("state", "")
    state = state if state in queries.STATES else "open"
    mine = request.GET.get("officer") == "me"
    page = Paginator(queries.queue(state, officer=_me(request) if mine else None), PER_PAGE).get_page(
        request.GET.get("page")
    )
    opening = queries.opening_words(page.object_list)
    context = {
        "state": state,
        "mine": mine,
        "counts": queries.counts(on),
        "page": page,
        "rows": [(queries.heading(one), opening.get(one.pk, "")) for one in page.object_list],
        "today": on,
    }
    return render(request, "contact/desk.html", context)


@role("officer")
@require_safe
def question(request: HttpRequest, question_id: int) -> HttpResponse:
    return _page(request, question_id)


@role("officer")
@require_POST
def answer(request: HttpRequest, question_id: int) -> HttpResponse:
    form = AnswerForm(request.POST, auto_id=ANSWER)
    if not form.is_valid():
        return _page(request, question_id, answer_form=form, status=422)
    try:
        actions.answer(question_id, **form.cleaned_data, by=_me(request), at=now())
    except Conflict as refused:
        form.show(refused.findings)
        form.look_again(_seen(question_id).version)
        return _page(request, question_id, answer_form=form, status=409)
    except Refused as refused:
        form.show(refused.findings)
        return _page(request, question_id, answer_form=form, status=422)
    messages.success(request, _("The answer is given."))
    return redirect("contact:question", question_id)


@role("officer")
@require_POST
def note(request: HttpRequest, question_id: int) -> HttpResponse:
    form = NoteForm(request.POST, auto_id=NOTE)
    if form.is_valid():
        try:
            actions.note(question_id, text=form.cleaned_data["text"], by=_me(request), at=now())
        except Refused as refused:
            form.show(refused.findings)
        else:
            return redirect("contact:question", question_id)
    return _page(request, question_id, note_form=form, status=422)


@role("officer")
@require_POST
def take(request: HttpRequest, question_id: int) -> HttpResponse:
    done = _("It is yours; the colleagues see it.")
    return _do(request, question_id, lambda: actions.take(question_id, by=_me(request)), done)


@role("officer")
@require_POST
def release(request: HttpRequest, question_id: int) -> HttpResponse:
    return _do(request, question_id, lambda: actions.release(question_id, by=_me(request)), _("Anyone may take it."))


@role("officer")
@require_POST
def close(request: HttpRequest, question_id: int) -> HttpResponse:
    after = request.POST.get("after", "")
    version = int(after) if after.isdecimal() else -1
    return _do(
        request,
        question_id,
        lambda: actions.close(question_id, after=version, by=_me(request), at=now()),
        _("The question is closed."),
    )


def _do(request: HttpRequest, question_id: int, act: Callable[[], None], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("contact:question", question_id)


def _page(
    request: HttpRequest,
    question_id: int,
    *,
    answer_form: AnswerForm | None = None,
    note_form: NoteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    thread = _seen(question_id)
    context: dict[str, Any] = {
        "thread": thread,
        "answer": answer_form or AnswerForm(initial={"after": thread.version}, auto_id=ANSWER),
        "note": note_form or NoteForm(auto_id=NOTE),
        "today": today(),
    }
    return render(request, "contact/question.html", context, status=status)


def _seen(question_id: int) -> queries.Thread:
    found = queries.for_the_office(question_id)
    if found is None:
        raise Http404
    return found


def _me(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
