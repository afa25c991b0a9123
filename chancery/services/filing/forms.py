"""The form of one box: its fields bear paths of the application as names, and show what was typed, readable or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from chancery.services.filing import content
from chancery.services.filing.boxes import box_of, field_at
from chancery.services.filing.models import Draft
from chancery.services.filing.shapes import Box, Field, Group
from chancery.treaties.kernel import Finding

Findings = Mapping[str, list[Finding]]


class BoxForm(forms.Form):
    """Never validated by Django: the action reads each field, and the findings say what is wrong with it."""

    use_required_attribute = False

    def __init__(self, shown: Mapping[str, tuple[Field, content.Value]]) -> None:
        super().__init__(initial={path: value for path, (_field, value) in shown.items()})
        for path, (field, value) in shown.items():
            self.fields[path] = _control(field, value)


def _control(field: Field, value: content.Value) -> forms.Field:
    words: dict[str, Any] = {"label": field.label, "help_text": field.help, "required": not field.optional}
    if field.kind == "flag":
        return forms.BooleanField(**words)
    if field.choices is None or field.kind == "codes":
        return forms.CharField(widget=_text_widget(field, {"autocomplete": field.autocomplete}), **words)
    offered: Any = field.choices()
    if field.kind == "several":
        return forms.MultipleChoiceField(choices=offered, widget=forms.CheckboxSelectMultiple(), **words)
    if value and value not in {code for code, _name in flat(offered)}:
        offered = [*offered, (value, value)]
    return forms.ChoiceField(choices=offered, **words)


def _text_widget(field: Field, attrs: dict[str, str]) -> forms.Widget:
    if field.kind == "text":
        return forms.Textarea(attrs | {"rows": "4" if field.limit <= 1000 else "8"})
    if field.kind == "lines":
        return forms.Textarea(attrs | {"rows": "2"})
    if field.kind == "date":
        return forms.TextInput(attrs | {"inputmode": "numeric", "placeholder": "2026-03-31"})
    return forms.TextInput(attrs)


def flat(offered: Any) -> Iterator[tuple[str, str]]:
    for code, value in offered:
        if isinstance(value, list):
            yield from value
        else:
            yield code, value


@dataclass(frozen=True)
class Line:
    """One field as the template wants it."""

    path: str
    bound: BoundField
    field: Field
    found: list[Finding]

    @property
    def kind(self) -> str:
        return "num" if self.field.mono else ""


@dataclass(frozen=True)
class Row:
    """Fields side by side, and under them what is said of them: the same of several is said once, with their labels."""

    lines: list[Line]

    def __post_init__(self) -> None:
        for line in self.lines:
            help_id = f"id_{line.path}_helptext " if line.field.help else ""
            line.bound.field.widget.attrs["aria-describedby"] = f"{help_id}found-{self.path}"

    @property
    def path(self) -> str:
        return self.lines[0].path

    @property
    def found(self) -> list[Finding]:
        if len(self.lines) == 1:
            return self.lines[0].found
        same: dict[Finding, list[str]] = {}
        for line in self.lines:
            for one in line.found:
                same.setdefault(replace(one, field=""), []).append(str(line.field.label))
        return [replace(one, message=f"{', '.join(labels)}: {one.message}") for one, labels in same.items()]


@dataclass(frozen=True)
class Item:
    """One party, agent, claim or declaration: what it is called, its place in the list, and its fields in rows."""

    group: Group
    place: int
    rows: list[Row]
    found: list[Finding]

    @property
    def path(self) -> str:
        return f"{self.group.name}.{self.place}"

    @property
    def ordinal(self) -> int:
        return self.place - self.group.first + 1

    @property
    def removable(self) -> bool:
        return self.group.last != self.group.first


@dataclass(frozen=True)
class Shown:
    """A box as it stands on the page. ``paths`` travel with the form, so that an unticked box is known to be one."""

    box: Box
    rows: list[Row]
    items: list[Item]
    found: list[Finding]
    paths: str

    @property
    def all_rows(self) -> list[Row]:
        return [*self.rows, *(row for item in self.items for row in item.rows)]


def show(box: Box, row: Draft, findings: Findings, *, typed: Mapping[str, content.Value] | None = None) -> Shown:
    """Lay out a box: stored values, or over them what was just ``typed`` and not stored."""
    values = {
        path: (field, (typed or {}).get(path, content.shown(row.stored(), row.unread, path)))
        for path, field in box.shown(row.stored())
    }
    form = BoxForm(values)
    lines = {
        path: Line(path, form[path], field, findings_at(findings, path, field)) for path, (field, _v) in values.items()
    }
    items = [_item(box.group, place, lines, findings) for place in box.group.places(row.stored())] if box.group else []
    return Shown(
        box=box,
        rows=rows([lines[field.name] for field in box.fields]),
        items=items,
        found=_of_the_whole(box, findings),
        paths=" ".join(values),
    )


def findings_at(findings: Findings, path: str, field: Field) -> list[Finding]:
    """What belongs to a field; a choice of several has one place for all of its values."""
    if field.kind != "several":
        return findings.get(path, [])
    return [one for at, found in findings.items() if at == path or at.startswith(f"{path}.") for one in found]


def _item(group: Group, place: int, lines: Mapping[str, Line], findings: Findings) -> Item:
    path = f"{group.name}.{place}"
    inside = [lines[f"{path}.{field.name}"] for field in group.fields if f"{path}.{field.name}" in lines]
    return Item(group, place, rows(inside), findings.get(path, []))


def _of_the_whole(box: Box, findings: Findings) -> list[Finding]:
    """What is said of a whole list, not of one item: it stands at the head of the box."""
    names = {name for name in box.owns if box.group and name == box.group.name}
    if box.slug in {"documents", "signature"}:
        names = {"parts", "signatures"} & set(box.owns)
    if box.slug == "title":
        names = {"receiving_office"}
    return [one for name in names for one in findings.get(name, [])]


def rows(lines: list[Line]) -> list[Row]:
    """Neighbouring short fields share a row."""
    rows: list[list[Line]] = []
    for line in lines:
        if line.field.half and rows and rows[-1][0].field.half:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [Row(row) for row in rows]


def typed_in(post: QueryDict, box: Box) -> dict[str, content.Value]:
    """What a form sent for the fields that it showed. An unticked box sends nothing, and means no.

    Where somebody else's value is to stay after a conflict, ours is left out.
    """
    sent: dict[str, content.Value] = {}
    for path in post.get("shown", "").split():
        field = field_at(path)
        if field is None or box_of(path) != box or post.get(f"choose.{path}") == "stored":
            continue
        raw: Any = post.getlist(path) if field.kind == "several" else post.get(path, "")
        sent[path] = content.normal(field, raw)
    return sent
