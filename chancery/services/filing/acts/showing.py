"""How an act is shown: as a line of the list, as a form, and as what is about to be entered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from chancery.records.register.queries import Right
from chancery.services.filing import content, forms
from chancery.services.filing.acts.asking import Ask, Section, Upload
from chancery.services.filing.acts.brought import Brought, decoded, encoded
from chancery.services.filing.acts.doing import Prepared, Sent, possible
from chancery.services.filing.acts.table import ASKS, GROUPS
from chancery.services.filing.shapes import Field, Text
from chancery.treaties import pct
from chancery.treaties.kernel import Finding


@dataclass(frozen=True)
class Line:
    """One act in the list."""

    ask: Ask
    possible: pct.Possible

    @property
    def act(self) -> pct.Act:
        return self.possible.act


@dataclass(frozen=True)
class Grouped:
    """A group of acts: those that can be done now, and those that cannot, each with why."""

    title: Text
    now: list[Line]
    not_now: list[Line]


def grouped(right: Right, *, on: Any) -> list[Grouped]:
    """Every act on this right today, in the groups of the table."""
    lines = [Line(ask, possible(ask, right, on=on)) for ask in ASKS.values()]
    return [
        Grouped(
            title,
            [one for one in lines if one.ask.group == group and one.possible.open],
            [one for one in lines if one.ask.group == group and not one.possible.open],
        )
        for group, title in GROUPS.items()
    ]


# The form


@dataclass(frozen=True)
class ShownSection:
    section: Section
    rows: list[forms.Row]

    @property
    def open(self) -> bool:
        """A folded section is open where something in it is wrong."""
        return not self.section.folded or any(row.found for row in self.rows)


@dataclass(frozen=True)
class ShownUpload:
    """A place for files: those brought already, and why one was not taken."""

    upload: Upload
    brought: list[Brought]
    found: list[Finding]

    @property
    def name(self) -> str:
        return f"files.{self.upload.kind}"

    @property
    def anchor(self) -> str:
        return f"file-{self.upload.kind.replace(' ', '-')}"


@dataclass(frozen=True)
class Signer:
    """Somebody who may sign: the name of the field, who it is, and what was typed."""

    name: str
    who: str
    capacity: str
    typed: str


@dataclass(frozen=True)
class Form:
    sections: list[ShownSection]
    uploads: list[ShownUpload]
    signers: list[Signer]
    whole: list[Finding]
    unsigned: list[Finding]
    sent: Sent


def form(ask: Ask, right: Right, sent: Sent, found: Iterable[Finding] = ()) -> Form:
    """The form with what was typed, and beside each field what is wrong with it."""
    by_field: dict[str, list[Finding]] = {}
    for one in found:
        by_field.setdefault(one.field, []).append(one)
    sections = ask.sections(right)
    values = {one.name: (one, sent.values.get(one.name, "")) for section in sections for one in section.fields}
    bound = forms.BoxForm(values)
    lines = {
        name: forms.Line(name, bound[name], field, by_field.pop(name, [])) for name, (field, _value) in values.items()
    }
    uploads = [
        ShownUpload(one, [each for each in sent.files if each.kind == one.kind], by_field.pop(f"files.{one.kind}", []))
        for one in ask.uploads
    ]
    unsigned = by_field.pop("signatures", [])
    return Form(
        sections=[
            ShownSection(section, forms.rows([lines[one.name] for one in section.fields])) for section in sections
        ],
        uploads=uploads,
        signers=signers(right, sent.signatures),
        whole=[one for each in by_field.values() for one in each],
        unsigned=unsigned,
        sent=sent,
    )


def signers(right: Right, signatures: Iterable[pct.Signature]) -> list[Signer]:
    """Every applicant and agent of the request, with the name that was typed for each."""
    typed = {(one.party, one.agent): one.name for one in signatures}
    parties = [
        Signer(f"sign.party.{place}", party.name, _("applicant"), typed.get((place, None), ""))
        for place, party in enumerate(right.application.parties)
        if party.applicant
    ]
    agents = [
        Signer(f"sign.agent.{place}", agent.name, _in_words(agent), typed.get((None, place), ""))
        for place, agent in enumerate(right.application.agents)
    ]
    return [*parties, *agents]


def _in_words(agent: pct.Agent) -> str:
    return _("agent") if agent.kind == "agent" else _("common representative")


# What is about to be entered


@dataclass(frozen=True)
class Said:
    label: Text
    value: str


def said(prepared: Prepared) -> list[Said]:
    """Each field that says something new, in words. What stands in the request already is not said again."""
    right, values = prepared.deed.right, prepared.deed.values
    initial = prepared.ask.initial(right)
    told = [
        Said(field.label, in_words(field, values[name]))
        for name, field in prepared.ask.fields(right).items()
        if not ("." in name and values[name] == content.read(field, content.normal(field, initial.get(name, ""))))
    ]
    return [one for one in told if one.value]


def in_words(field: Field, value: Any) -> str:
    """A value as a person reads it: the words of the choice, yes, or the text itself; nothing for what is not said."""
    if field.kind == "flag":
        return _("yes") if value else ""
    if field.kind == "answer":
        return "" if value is None else _("yes") if value else _("no")
    if field.choices is None:
        return str(value or "")
    words = dict(forms.flat(field.choices()))
    chosen = value if isinstance(value, list) else [value] if value else []
    return ", ".join(str(words.get(one, one)) for one in chosen)


def hidden(ask: Ask, right: Right, sent: Sent) -> list[tuple[str, str]]:
    """Everything that was typed, as it travels with the page on which it is checked."""
    pairs: list[tuple[str, str]] = [("version", str(sent.version))]
    for name, field in ask.fields(right).items():
        value = content.normal(field, sent.values.get(name, ""))
        pairs += [(name, one) for one in _typed(value)]
    pairs += [("file", encoded(one)) for one in sent.files]
    pairs += [(signature_name(one), one.name) for one in sent.signatures]
    return pairs


def _typed(value: content.Value) -> list[str]:
    if isinstance(value, bool):
        return ["on"] if value else []
    return value if isinstance(value, list) else [value] if value else []


def signature_name(one: pct.Signature) -> str:
    return f"sign.agent.{one.agent}" if one.agent is not None else f"sign.party.{one.party}"


# What was sent


def sent_by_form(ask: Ask, right: Right, post: Mapping[str, Any], version: int) -> Sent:
    """What a form sent. ``post`` answers ``getlist``; an unticked box sends nothing, and means no."""
    getlist: Any = post.getlist  # type: ignore[attr-defined]  # a QueryDict
    values: dict[str, Any] = {}
    for name, field in ask.fields(right).items():
        values[name] = content.normal(field, getlist(name) if field.kind == "several" else post.get(name, ""))
    return Sent(
        version=version,
        values=values,
        files=tuple(one for text in getlist("file") if (one := decoded(text))),
        signatures=_signatures(right, post),
    )


def _signatures(right: Right, post: Mapping[str, Any]) -> tuple[pct.Signature, ...]:
    found = []
    for one in signers(right, ()):
        if name := " ".join(str(post.get(one.name, "")).split())[:300]:
            kind, place = one.name.split(".")[1:]
            found.append(pct.Signature(name=name, capacity=one.capacity, **{kind: int(place)}))  # type: ignore[arg-type]
    return tuple(found)
