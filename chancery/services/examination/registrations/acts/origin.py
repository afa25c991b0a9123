"""The Office of origin: it certifies and sends on, and answers what only it can answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register import queries as register
from chancery.records.register.events import ApplicationForwarded, IrregularityRemedied
from chancery.records.register.queries import Notice
from chancery.services.examination.registrations.acts.act import Data, FileAct, refuse
from chancery.services.examination.registrations.acts.forms import FileForm, day, one_of, remark
from chancery.services.examination.registrations.dossier import Against, FileDossier, no
from chancery.services.examination.registrations.findings import cites_of, in_words
from chancery.treaties import madrid
from chancery.treaties.registrations import SYSTEMS, Act

CERTIFIED = "Madrid Rule 9(5)(d)"
POINTS = {
    "same_applicant": (gettext_lazy("The applicant is the applicant or holder of the basic mark"), "(ii)"),
    "same_indications": (gettext_lazy("Indications of the kind of mark are those of the basic mark"), "(iii)"),
    "same_mark": (gettext_lazy("The mark is the same as the basic mark"), "(iv)"),
    "colours_covered": (gettext_lazy("Colours that are claimed are those of the basic mark"), "(v)"),
    "goods_covered": (gettext_lazy("The goods and services are covered by those of the basic mark"), "(vi)"),
}
"""What is certified besides the day of receipt, each with its item of Rule 9(5)(d)."""


class CertifyForm(FileForm):
    """Each point of the certification by itself: what is not ticked is not certified."""

    received_on = day(gettext_lazy("The request was received on"))
    same_applicant = forms.BooleanField(required=False)
    same_indications = forms.BooleanField(required=False)
    same_mark = forms.BooleanField(required=False)
    colours_covered = forms.BooleanField(required=False)
    goods_covered = forms.BooleanField(required=False)
    remark = remark(gettext_lazy("Remark to the International Bureau"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("received_on", self.case.file.received_on)
        for name, (label, item) in POINTS.items():
            self.fields[name].label = label
            self.fields[name].help_text = f"{CERTIFIED}{item}"
        if not self.case.file.application.mark.colours_claimed.strip():
            del self.fields["colours_covered"]


def _at_the_office(case: FileDossier) -> Against:
    if case.file.forwarded_on:
        return no(_("The International Bureau has the application."), CERTIFIED)
    return ()


def _against_certifying(case: FileDossier) -> Against:
    return _at_the_office(case) or case.file.possible("certify", on=case.on).findings


def _certify(case: FileDossier, data: Data) -> Sequence[Event]:
    missing = [name for name in POINTS if name in data and not data[name]]
    if missing:
        raise refuse(
            _("The Office certifies every point, or does not send the application. Tell the applicant what is wrong."),
            CERTIFIED,
            missing[0],
        )
    if data["received_on"] > case.on:
        raise refuse(_("It cannot have been received on a day that is still to come."), CERTIFIED, "received_on")
    points = {name: True for name in POINTS if name in data}
    certification = madrid.Certification(received_on=data["received_on"], signed=True, **points)
    return [_sent(case, replace(case.file.application, certification=certification), data)]


def _sent(case: FileDossier, application: Any, data: Data) -> ApplicationForwarded:
    return ApplicationForwarded(
        from_office=case.origin or case.file.office,
        received_on=case.on.isoformat(),
        application=application.to_dict() if application is not None else None,
        remark=data.get("remark", "").strip(),
    )


class ForwardForm(FileForm):
    """Nothing to certify: an application is sent on."""

    remark = remark(gettext_lazy("Remark to the International Bureau"))


def _forward(case: FileDossier, data: Data) -> Sequence[Event]:
    return [_sent(case, None, data)]


# Answers to notices


class AnswerForm(FileForm):
    """Which notice is answered, and the list of goods and services as it is to stand."""

    notice = one_of(gettext_lazy("Notice"), coerce=int)
    goods = forms.CharField(
        label=gettext_lazy("Goods and services as they are to stand"),
        required=False,
        max_length=60_000,
        help_text=gettext_lazy(
            "One line for each: the class, a colon, the words. Leave it as it is to change nothing."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    remark = remark(gettext_lazy("Opinion or explanation"))

    rules: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("notice", ((one.notice, _noticed(self.case, one)) for one in _open(self.case, self.rules)))
        self.initial.setdefault("goods", as_lines(self.case.file.application))


class RemedyForm(AnswerForm):
    rules = ("11(4)", "11(3)", "11(6)", "27bis(3)")


class OpinionForm(AnswerForm):
    rules = ("12(1)",)


class TermForm(AnswerForm):
    rules = ("13(2)",)


def _noticed(case: FileDossier, one: Notice) -> str:
    findings = "; ".join(in_words(each) for each in one.findings)
    return f"{cites_of(case.system, one.rule)}, {one.dated}: {findings}"


def _open(case: FileDossier, rules: tuple[str, ...]) -> list[Notice]:
    return [one for one in case.file.open_notices if one.rule in rules]


def as_lines(application: Any) -> str:
    """The list of goods and services as it is written in a form."""
    return "\n".join(f"{one.number}: {one.text}" for one in application.goods)


def read_lines(text: str, *, cites: str) -> tuple[madrid.Good, ...]:
    """Read the list as it was written. Raises `Refused` with the line that cannot be read."""
    goods = []
    for line in filter(None, map(str.strip, text.splitlines())):
        number, colon, words = line.partition(":")
        if not colon or not number.strip().isdigit() or not words.strip():
            raise refuse(
                _("Write each line as “9: computer software”, not “%(line)s”.") % {"line": line}, cites, "goods"
            )
        goods.append(madrid.Good(int(number), words.strip()))
    return tuple(goods)


def _answer(case: FileDossier, data: Data) -> Sequence[Event]:
    one = next(one for one in case.file.open_notices if one.notice == data["notice"])
    cites = cites_of(case.system, one.rule)
    changed = None
    if data["goods"].strip() and data["goods"].split() != as_lines(case.file.application).split():
        application = replace(case.file.application, goods=read_lines(data["goods"], cites=cites))
        changed = register.reached(case.file.number, application.to_dict())
    if changed is None and not data["remark"].strip():
        raise refuse(_("Change the list, or say something to it."), cites, "remark")
    return [
        IrregularityRemedied(
            notice=one.notice,
            received_on=case.on.isoformat(),
            application=changed,
            remark=data["remark"].strip(),
        )
    ]


def _answering(key: str, form: type[AnswerForm], button: Any, follows: Any) -> FileAct:
    act: Act = _madrid_act(key)

    def against(case: FileDossier) -> Against:
        if not _open(case, form.rules):
            return no(_("The International Bureau has sent no notice that this would answer."), act.cites)
        return case.file.possible(key, on=case.on).findings

    return FileAct(
        key=key,
        system="madrid",
        role="RO",
        label=act.title,
        button=button,
        cites=act.cites,
        form=form,
        against=against,
        does=_answer,
        follows=((follows, act.cites),),
        says=act.says,
    )


def _madrid_act(key: str) -> Act:

    return SYSTEMS["madrid"].act(key)


ACTS = (
    FileAct(
        key="certify",
        system="madrid",
        role="RO",
        label=_madrid_act("certify").title,
        button=gettext_lazy("Certify and send"),
        cites=CERTIFIED,
        form=CertifyForm,
        against=_against_certifying,
        does=_certify,
        follows=(
            (gettext_lazy("The International Bureau has it today, and examines it."), "Madrid Art. 3(1)"),
            (
                gettext_lazy("Within two months of receipt, the registration bears the day of receipt."),
                "Madrid Art. 3(4)",
            ),
        ),
        form_number="MM2",
        says=_madrid_act("certify").says,
    ),
    _answering(
        "remedy_as_office",
        RemedyForm,
        gettext_lazy("Enter the remedy"),
        gettext_lazy("The International Bureau examines it again."),
    ),
    _answering(
        "give_opinion",
        OpinionForm,
        gettext_lazy("Give the opinion"),
        gettext_lazy("The International Bureau withdraws, changes or keeps its proposal."),
    ),
    _answering(
        "propose_term",
        TermForm,
        gettext_lazy("Propose the term"),
        gettext_lazy("Without an acceptable term, the one that was applied for stands with a remark."),
    ),
    *(
        FileAct(
            key="forward",
            system=system,
            role="RO",
            label=gettext_lazy("Send to the International Bureau"),
            button=gettext_lazy("Send"),
            cites=cites,
            form=ForwardForm,
            against=_at_the_office,
            does=_forward,
            follows=((gettext_lazy("Sent in time, the application keeps the day of its receipt."), cites),),
        )
        for system, cites in (("hague", "Hague Rule 13(3)"), ("lisbon", "Lisbon Art. 5(2)"))
    ),
)
