"""Statements of Offices: refusals, grants, decisions, what has no effect. One form for each act, from its row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.core.refusal import Refused
from chancery.records.register import queries as register
from chancery.records.register.events import OfficeStated
from chancery.services.examination import roles
from chancery.services.examination.registrations.acts.act import AGREED, Data, FileAct, refuse
from chancery.services.examination.registrations.acts.forms import FileForm, day, remark, ticks
from chancery.services.examination.registrations.acts.says import SAYS, Says
from chancery.services.examination.registrations.dossier import Against, FileDossier, no
from chancery.treaties.kernel import Finding
from chancery.treaties.kernel.periods import months
from chancery.treaties.registrations import SYSTEMS, Act, Asked, Possible

ROWS = 2
MOST_ROWS = 12
GROUND = ("provision", "text", "earlier_right")
SELF_FULFILLING = frozenset({"notify_ceasing", "notify_proceedings"})
"""Acts that tell the very fact that their bars ask for: they are judged with what they tell."""
SHORTEST_ANSWER = {"madrid": months(2)}
OWN_SHORTER = "Rule 40(8)"


class StatementForm(FileForm):
    """A statement, made from its row: which Office, when, for what, why, and until when it can be answered."""

    act: Act
    says: Says

    office = forms.ChoiceField(label=gettext_lazy("Office"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("office", ((code, _named(self.case, code)) for code in offices(self.case, self.act)))
        self.fields |= {
            "on": day(self.says.day),
            **dict(self._things()),
            **{_bare(name): day(label, required=_must(name)) for name, label in self.says.days},
            **{_bare(name): _text(name, label) for name, label in self.says.facts},
            **{name: forms.BooleanField(label=str(label), required=False) for name, label in self.says.flags},
            **dict(self._grounds()),
        }
        if self.says.answer:
            self.fields["answer_until"] = day(gettext_lazy("The holder can answer until"))
        self.fields["file"] = forms.FileField(
            label=gettext_lazy("The notification as PDF"),
            required=False,
            widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
        )
        self.fields["remark"] = remark()

    def _things(self) -> Iterator[tuple[str, forms.Field]]:
        several = self.case.file.things
        if self.says.things and len(several) > 1:
            field = ticks(_what(self.case), help_text=gettext_lazy("None ticked: it is for all of them."))
            field.choices = [(str(place), text or str(place + 1)) for place, text in enumerate(several)]
            yield "things", field

    def _grounds(self) -> Iterator[tuple[str, forms.Field]]:
        if not self.says.grounds:
            return
        yield "rows", forms.IntegerField(widget=forms.HiddenInput, required=False, initial=self.rows)
        labels = (gettext_lazy("Provision"), gettext_lazy("Ground"), gettext_lazy("Earlier right, with its holder"))
        for row in range(1, self.rows + 1):
            for name, label in zip(GROUND, labels, strict=True):
                widget = forms.Textarea(attrs={"rows": 2}) if name == "text" else forms.TextInput()
                yield (
                    f"ground{row}_{name}",
                    forms.CharField(label=f"{row}. {label}", required=False, max_length=4000, widget=widget),
                )

    @property
    def rows(self) -> int:
        """How many grounds there is room for; one more each time more are asked for."""
        sent = str(self.data.get("rows", ROWS))
        rows = int(sent) if sent.isdigit() else ROWS
        return min(max(rows, 1) + ("more" in self.data), MOST_ROWS)


def offices(case: FileDossier, act: Act) -> tuple[str, ...]:
    """The Offices of this file for which this installation can make the statement."""
    if act.side == "origin":
        return (case.origin,) if roles.plays("RO", case.origin) else ()
    return tuple(code for code in case.parties if case.speaks_for(code))


def judged(
    case: FileDossier, act: Act, office: str, *, on: date, told: date | None = None, things: Sequence[int] = ()
) -> Possible:
    """Whether an Office can state this on a day, by what happened in its own party. ``told``: the day it tells of."""
    asked = Asked(parties=(office,) if act.side == "party" else (), things=tuple(things))
    if act.key not in SELF_FULFILLING:
        return case.possible(act.key, asked, on=on)
    event = OfficeStated(
        statement=len(case.file.statements) + 1,
        office=office,
        act=act.key,
        on=(told or on).isoformat(),
        things=tuple(things),
    )
    after = register.foreseen_registration(case.file, event, at=case.at)
    return after.possible(act.key, on=on, asked=asked)


def _against(act: Act) -> Any:
    def against(case: FileDossier) -> Against:
        if case.file.registered_on is None:
            return no(_("There is no international registration yet."), act.cites)
        codes = offices(case, act)
        if not codes:
            return no(_("This office is not the Office of any party of this registration."), AGREED[case.system])
        judgements = [judged(case, act, code, on=case.on, told=case.file.registered_on) for code in codes]
        if any(one.open for one in judgements):
            return ()
        return tuple(dict.fromkeys(finding for one in judgements for finding in in_the_end(one)))

    return against


def in_the_end(found: Possible) -> Against:
    """What stands against it; for what is late, with what follows from its being late."""
    until = found.until
    if until is None or not until.consequence or not any(one.rule == found.act.key for one in found.findings):
        return found.findings
    late = Finding(cites=until.cites, message=until.consequence, field="on", severity="prevents")
    return (*(replace(one, field="on") for one in found.findings), late)


def _does(act: Act, says: Says) -> Any:
    def does(case: FileDossier, data: Data) -> Sequence[Event]:
        things = tuple(int(place) for place in data.get("things", ()))
        if data["on"] > case.on:
            raise refuse(_("A statement is not dated on a day that is still to come."), act.cites, "on")
        if data["office"] not in offices(case, act):
            raise refuse(_("This office does not act as that Office."), AGREED[case.system], "office")
        found = judged(case, act, data["office"], on=data["on"], things=things)
        if not found.open:
            raise Refused(in_the_end(found))
        return [_event(case, act, says, data, things)]

    return does


def _event(case: FileDossier, act: Act, says: Says, data: Data, things: tuple[int, ...]) -> OfficeStated:
    named = {_bare(name): data[_bare(name)] for name, _label in says.days if data.get(_bare(name))}
    facts = {_bare(name): data.get(_bare(name), "").strip() for name, _label in says.facts}
    flags = {name: "yes" for name, _label in says.flags if data.get(name)}
    grounds = grounds_of(data)
    if says.grounds and not grounds:
        raise refuse(
            _("A refusal without grounds is none. Give at least one, with its provision."), act.cites, "ground1_text"
        )
    if says.answer:
        _check_answer(case, data, act)
    return OfficeStated(
        statement=len(case.file.statements) + 1,
        office=data["office"],
        act=act.key,
        on=data["on"].isoformat(),
        things=things,
        days={"sent_on": data["on"].isoformat(), **{name: one.isoformat() for name, one in named.items()}},
        facts={name: text for name, text in (facts | flags).items() if text},
        grounds=grounds,
        answer_until=data["answer_until"].isoformat() if says.answer else "",
        documents=data.get("documents", ()),
        remark=data["remark"].strip(),
    )


def grounds_of(data: Data) -> tuple[dict[str, str], ...]:
    """The grounds that were written, each with provision, text and earlier right; empty rows are passed over."""
    rows = ({name: data.get(f"ground{row}_{name}", "").strip() for name in GROUND} for row in range(1, MOST_ROWS + 1))
    return tuple(one for one in rows if one["text"] or one["provision"])


def _check_answer(case: FileDossier, data: Data, act: Act) -> None:
    """The holder has at least two months, unless the party has declared otherwise (Madrid Rules 17(2)(vii), 40(8))."""
    until, on, cites = data["answer_until"], data["on"], act.cites
    if until <= on:
        raise refuse(_("The time for an answer ends after the refusal is sent."), cites, "answer_until")
    shortest = SHORTEST_ANSWER.get(case.system)
    member = case.file.system.member(data["office"])
    if shortest and until < shortest.after(on) and not (member and OWN_SHORTER in member.declared):
        message = _("The holder has two months at least: until %(day)s.") % {"day": shortest.after(on)}
        raise refuse(message, "Madrid Rule 17(2)(vii)", "answer_until")


def _named(case: FileDossier, code: str) -> str:
    found = case.file.system.member(code)
    return f"{code}, {found.name}" if found else code


def _what(case: FileDossier) -> Any:
    return {"madrid": gettext_lazy("For which goods and services"), "hague": gettext_lazy("For which designs")}.get(
        case.system, ""
    )


def _must(name: str) -> bool:
    return name.endswith("*")


def _bare(name: str) -> str:
    return name.removesuffix("*")


def _text(name: str, label: Any) -> forms.CharField:
    long = _bare(name) in ("why", "opponent", "review_how")
    widget = forms.Textarea(attrs={"rows": 2}) if long else forms.TextInput()
    return forms.CharField(label=label, required=_must(name), max_length=2000, widget=widget)


def _made(system: str, key: str, says: Says) -> FileAct:
    act = SYSTEMS[system].act(key)
    return FileAct(
        key=key,
        system=system,
        role="RO" if act.side == "origin" else "DO",
        label=act.title,
        button=gettext_lazy("Enter the statement"),
        cites=act.cites,
        form=type(f"{key.title().replace('_', '')}Form", (StatementForm,), {"act": act, "says": says}),
        against=_against(act),
        does=_does(act, says),
        follows=((says.follows, act.cites),),
        form_number=act.form,
        says=act.says,
        grave=says.grave,
    )


ACTS = tuple(_made(system, key, says) for (system, key), says in SAYS.items())
