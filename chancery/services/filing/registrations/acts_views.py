"""The later acts of a registration: the list of them all, the form of one, the answer to a notice, what was entered."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.fees import queries as fees
from chancery.records.register import queries as rights
from chancery.records.register.events import IrregularityRemedied, RequestPresented
from chancery.records.register.queries import Notice, Registration
from chancery.services.filing.acts import gathering, receipt
from chancery.services.filing.acts.asking import wrong
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations import acts_showing as showing
from chancery.services.filing.registrations.acts_answering import ANSWERING, of_the_holder
from chancery.services.filing.registrations.acts_asking import Ask
from chancery.services.filing.registrations.acts_doing import Prepared, Sent
from chancery.services.filing.registrations.acts_table import asks
from chancery.services.filing.registrations.file_views import may_act, own_file
from chancery.services.filing.views.counter import user_id, whole_number
from chancery.services.filing.views.drafts import get_or_post
from chancery.treaties.kernel import Finding

OF_THE_HOLDER = frozenset({RequestPresented.kind(), IrregularityRemedied.kind()})


@signed_in
@require_safe
def acts(request: HttpRequest, address: str) -> HttpResponse:
    """Everything that can be done, until when and at what fee; and what cannot, and why."""
    file, today = own_file(request, address), clock.today()
    groups = showing.grouped(file, on=today)
    waiting = [(one, file.system.act(one.key)) for one in gathering.waiting(file.number, by=user_id(request))]
    context = {"file": file, "groups": groups, "may_act": may_act(request, file), "waiting": waiting}
    return render(request, "filing/registrations/acts.html", context)


@signed_in
@get_or_post
def act(request: HttpRequest, address: str, key: str) -> HttpResponse:
    """One act: its form, what it would change, and handing it in; or where it is done, if not here."""
    file = own_file(request, address)
    ask = asks(file.system.key).get(key)
    if ask is None:
        raise Http404("no such act")
    possible = doing.possible(ask, file, on=clock.today())
    if not (possible.open and ask.way == "request" and may_act(request, file)):
        context = {
            "file": file,
            "ask": ask,
            "possible": possible,
            "may_act": may_act(request, file),
            "notices": [one for one in file.open_notices if of_the_holder(one)],
            "invoice": fees.invoice(file.number),
        }
        status = 409 if request.method == "POST" else 200
        return render(request, "filing/registrations/act_else.html", context, status=status)
    return _Counter(request, file, ask).handle()


@signed_in
@get_or_post
def answer(request: HttpRequest, address: str, notice: str) -> HttpResponse:
    """Answering a notice: what is to be put right, the application to put it right in, and sending it."""
    file = own_file(request, address)
    told = next((one for one in file.notices if one.notice == int(notice)), None)
    if told is None:
        raise Http404("no such notice")
    allowed, posted = of_the_holder(told) and may_act(request, file), request.method == "POST"
    if not allowed or (told.answered_on and not posted):  # the button pressed twice is answered as the first time
        context = {"file": file, "notice": told, "may_act": may_act(request, file), "yours": of_the_holder(told)}
        return render(request, "filing/registrations/notice.html", context, status=409 if posted else 200)
    return _Counter(request, file, ANSWERING, told).handle()


class _Counter:
    """One visit to the form of an act, or of the answer to a notice: typing, checking, handing in."""

    def __init__(self, request: HttpRequest, file: Registration, ask: Ask, notice: Notice | None = None) -> None:
        self.request, self.file, self.ask, self.notice = request, file, ask, notice
        self.on = clock.today()

    def handle(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._form(showing.begun(self.ask, self.file, doing.with_contacts(self.file), self.on))
        version = whole_number(self.request.POST.get("version", ""))
        then = self._as_it_was(version)
        sent = showing.sent_by_form(
            self.ask, then or self.file, self.request.POST, version if then else self.file.version, self.on
        )
        sent, refused = self._with_uploads(sent)
        step = self.request.POST.get("step", "check")
        if refused or step == "edit":
            return self._form(sent, refused, status=422 if refused else 200)
        steps = {"hand_in": self._hand_in, "gather": self._gather}
        return steps.get(step, self._check)(sent)

    def _as_it_was(self, version: int) -> Registration | None:
        """The file that the form was made for; None where no such form can have been."""
        return rights.registration(self.file.number, version=version) if 0 < version <= self.file.version else None

    def _prepare(self, sent: Sent) -> Prepared:
        by, at = user_id(self.request), clock.now()
        if self.notice:
            return doing.prepare_answer(self.file.number, self.notice.notice, sent, by=by, at=at)
        return doing.prepare(self.file.number, self.ask.key, sent, by=by, at=at)

    def _hand_in(self, sent: Sent) -> HttpResponse:
        by, at = user_id(self.request), clock.now()
        try:
            if self.notice:
                entry = doing.answer(self.file.number, self.notice.notice, sent, by=by, at=at)
            else:
                entry = doing.hand_in(self.file.number, self.ask.key, sent, by=by, at=at)
        except Denied as denied:
            raise Http404(str(denied)) from None
        except Conflict as conflict:
            newer = Sent(version=self.file.version, values=sent.values, files=sent.files, signed=sent.signed)
            return self._check(newer, conflict.findings, status=409)
        except Refused as refused:
            return self._form(sent, refused.findings, status=422)
        return redirect("filing:registration-done", rights.in_address(self.file.number), entry)

    def _gather(self, sent: Sent) -> HttpResponse:
        """Keep the request, so that others can be asked to sign it. (An answer to a notice is one person's.)"""
        if self.notice:
            return self._check(sent)
        try:
            act = gathering.begin(self.file.number, self.ask.key, sent, by=user_id(self.request), at=clock.now())
        except Denied as denied:
            raise Http404(str(denied)) from None
        except Refused as refused:
            return self._form(sent, refused.findings, status=422)
        return redirect("filing:gathering", act)

    def _check(self, sent: Sent, refused_before: Iterable[Finding] = (), *, status: int = 200) -> HttpResponse:
        try:
            prepared = self._prepare(sent)
        except Denied as denied:
            raise Http404(str(denied)) from None
        except Refused as refused:
            return self._form(sent, refused.findings, status=422)
        deed = prepared.deed
        context = {
            **self._around(),
            "possible": prepared.possible,
            "said": showing.said_of(prepared),
            "files": deed.files,
            "signed": sent.signed,
            **showing.effect(prepared),
            "hidden": showing.hidden(self.ask, deed, sent),
            "refused": list(refused_before),
        }
        return render(self.request, "filing/registrations/act_check.html", context, status=status)

    def _form(self, sent: Sent, found: Iterable[Finding] = (), *, status: int = 200) -> HttpResponse:
        possible = None if self.notice else doing.possible(self.ask, self.file, on=self.on)
        context = {
            **self._around(),
            "possible": possible,
            "form": showing.form(self.ask, self.file, sent, self.on, found),
            "limit": settings.UPLOAD_LIMIT,
        }
        return render(self.request, "filing/registrations/act.html", context, status=status)

    def _around(self) -> dict[str, Any]:
        address = rights.in_address(self.file.number)
        back = reverse("filing:registration" if self.notice else "filing:registration-acts", args=[address])
        return {"file": self.file, "ask": self.ask, "notice": self.notice, "back": back}

    def _with_uploads(self, sent: Sent) -> tuple[Sent, list[Finding]]:
        """Keep every file that was chosen; those that cannot be taken are refused beside their place."""
        files = list(sent.files)
        refused: list[Finding] = []
        for upload in self.ask.uploads:
            for one in self.request.FILES.getlist(f"files.{upload.kind}"):
                try:
                    files.append(self._attach(upload.kind, one))
                except Denied as denied:
                    raise Http404(str(denied)) from None
                except Refused as no:
                    refused += no.findings
        return Sent(version=sent.version, values=sent.values, files=tuple(files), signed=sent.signed), refused

    def _attach(self, kind: str, one: Any) -> Brought:
        if (one.size or 0) > settings.UPLOAD_LIMIT:  # before it is read into memory
            message = _("The file has {size}; at most {limit} are taken. Divide it, or reduce its pictures.")
            size, limit = filesizeformat(one.size), filesizeformat(settings.UPLOAD_LIMIT)
            raise Refused([wrong(message.format(size=size, limit=limit), field=f"files.{kind}")])
        by, at, name = user_id(self.request), clock.now(), one.name or kind
        return doing.attach(self.file.number, self.ask, kind=kind, data=one.read(), name=name, by=by, at=at)


# What was entered


@signed_in
@require_safe
def done(request: HttpRequest, address: str, entry: str) -> HttpResponse:
    """What was entered, with its number, its files and its proof."""
    file = own_file(request, address)
    found = _entry(file, entry)
    context = {"file": file, "entry": found, "told": rights.describe(found, shown=True)}
    return render(request, "filing/registrations/act_done.html", context | receipt.particulars(found))


@signed_in
@require_safe
def act_receipt(request: HttpRequest, address: str, entry: str) -> HttpResponse:
    """The same as a PDF to keep."""
    file = own_file(request, address)
    found = _entry(file, entry)
    name = f"receipt-{address}-{found.number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-cache"}
    pdf = receipt.typeset(found, reader=user_id(request))
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _entry(file: Registration, entry: str) -> Any:
    found = next((one for one in rights.timeline(file.number) if str(one.number) == entry), None)
    if found is None or found.kind not in OF_THE_HOLDER or found.body is None:
        raise Http404("no such act")
    return found
