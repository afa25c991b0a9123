"""The form of one box: its fields bear paths of the application as names, and show what was typed, readable or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from chancery.services.filing import content
from chancery.services.filing.book import Book
from chancery.services.filing.models import Draft
from chancery.services.filing.paths import at
from chancery.services.filing.shapes import Box, Field, Group
from chancery.treaties.kernel import Finding

Findings = Mapping[str, list[Finding]]


class BoxForm(forms.Form):
    """Never validated by Django: the action reads each field, and the findings say what is wrong with it."""

    use_required_attribute = False

    def __init__(
        self, shown: Mapping[str, tuple[Field, content.Value]], stored: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(initial={path: value for path, (_field, value) in shown.items()})
        for path, (field, value) in shown.items():
            self.fields[path] = _control(field, value, stored or {})


def _control(field: Field, value: content.Value, stored: Mapping[str, Any]) -> forms.Field:
    words: dict[str, Any] = {"label": field.label, "help_text": field.help, "required": not field.optional}
    if field.kind == "flag":
        return forms.BooleanField(**words)
    if field.kind in {"codes", "numbers"} or (field.choices is None and field.kind != "places"):
        return forms.CharField(widget=_text_widget(field, {"autocomplete": field.autocomplete}), **words)
    offered: Any = field.offered(stored)
    if field.kind in content.TICKED:
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
    if field.kind == "number":
        return forms.TextInput(attrs | {"inputmode": "numeric"})
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
    """One party, agent, claim or design: its place in the list, its fields in rows, and the lists within it."""

    group: Group
    listed: str
    place: int
    rows: list[Row]
    lists: list["Listed"]
    found: list[Finding]
    called: str = ""

    @property
    def path(self) -> str:
        return f"{self.listed}.{self.place}"

    @property
    def ordinal(self) -> int:
        return self.place - self.group.first + 1

    @property
    def removable(self) -> bool:
        return self.group.last != self.group.first

    @property
    def all_rows(self) -> list[Row]:
        return [*self.rows, *(row for inner in self.lists for row in inner.all_rows)]


@dataclass(frozen=True)
class Listed:
    """A list as it stands on the page: its path, its items, and what is said of it as a whole."""

    group: Group
    path: str
    items: list[Item]
    found: list[Finding]

    @property
    def all_items(self) -> list[Item]:
        return [one for item in self.items for one in (item, *(deep for li in item.lists for deep in li.all_items))]

    @property
    def all_rows(self) -> list[Row]:
        return [row for item in self.items for row in item.all_rows]


@dataclass(frozen=True)
class Shown:
    """A box as it stands on the page. ``paths`` travel with the form, so that an unticked box is known to be one."""

    box: Box
    rows: list[Row]
    listed: Listed | None
    found: list[Finding]
    paths: str

    @property
    def all_rows(self) -> list[Row]:
        return [*self.rows, *(self.listed.all_rows if self.listed else ())]

    @property
    def all_items(self) -> list[Item]:
        return self.listed.all_items if self.listed else []


def show(
    book: Book, box: Box, row: Draft, findings: Findings, *, typed: Mapping[str, content.Value] | None = None
) -> Shown:
    """Lay out a box: stored values, or over them what was just ``typed`` and not stored."""
    values = {
        path: (field, (typed or {}).get(path, content.shown(book, row.stored(), row.unread, path)))
        for path, field in box.shown(row.stored())
    }
    form = BoxForm(values, row.stored())
    lines = {
        path: Line(path, form[path], field, findings_at(findings, path, field)) for path, (field, _v) in values.items()
    }
    return Shown(
        box=box,
        rows=rows([lines[field.name] for field in box.fields]),
        listed=_listed(box.group, "", row.stored(), _Laid(lines, findings)) if box.group else None,
        found=_of_the_whole(box, findings),
        paths=" ".join(values),
    )


@dataclass(frozen=True)
class _Laid:
    """Every field of a box by its path, and what is said, while both are laid out in lists."""

    lines: Mapping[str, Line]
    findings: Findings

    def said(self, path: str) -> list[Finding]:
        return self.findings.get(path, [])


def _listed(group: Group, before: str, holder: Any, laid: _Laid) -> Listed:
    path = f"{before}{group.name}"
    items = [_item(group, path, place, at(holder, f"{group.name}.{place}"), laid) for place in group.places(holder)]
    return Listed(group, path, items, laid.said(path) if before else [])


def _item(group: Group, listed: str, place: int, item: Any, laid: _Laid) -> Item:
    path = f"{listed}.{place}"
    inside = [laid.lines[f"{path}.{field.name}"] for field in group.asked(item)]
    lists = [_listed(inner, f"{path}.", item, laid) for inner in group.groups]
    called = group.called(item) if group.called and item else ""
    return Item(group, listed, place, rows(inside), lists, laid.said(path), called)


def findings_at(findings: Findings, path: str, field: Field) -> list[Finding]:
    """What belongs to a field; a choice of several has one place for all of its values."""
    if field.kind not in content.TICKED:
        return findings.get(path, [])
    return [one for at, found in findings.items() if at == path or at.startswith(f"{path}.") for one in found]


def _of_the_whole(box: Box, findings: Findings) -> list[Finding]:
    """What is said of a whole list, not of one item: it stands at the head of the box."""
    listed = [name for name in box.owns if box.group and name == box.group.name]
    names = dict.fromkeys((*box.heads, *listed))
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


def typed_in(post: QueryDict, book: Book, box: Box) -> dict[str, content.Value]:
    """What a form sent for the fields that it showed. An unticked box sends nothing, and means no.

    Where somebody else's value is to stay after a conflict, ours is left out.
    """
    sent: dict[str, content.Value] = {}
    for path in post.get("shown", "").split():
        field = book.field_at(path)
        if field is None or book.box_of(path) != box or post.get(f"choose.{path}") == "stored":
            continue
        raw: Any = post.getlist(path) if field.kind in content.TICKED else post.get(path, "")
        sent[path] = content.normal(field, raw)
    return sent
