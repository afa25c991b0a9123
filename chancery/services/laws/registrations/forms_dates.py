"""The dates of one mark, design or name: a form made from the fields of its record. The address is the state."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from chancery.services.laws.forms import day_field
from chancery.services.laws.forms_case import Fold
from chancery.services.laws.registrations import facts
from chancery.services.laws.registrations.forms_fees import holder_field
from chancery.services.laws.registrations.parties import members
from chancery.treaties import hague, lisbon, madrid

RECORDS: Mapping[str, Any] = {"madrid": madrid.Record, "hague": hague.Record, "lisbon": lisbon.Record}
ROWS = 4
"""How many parties, notices or changes the form takes."""
PARTIES = frozenset({"origin", "holder", "party", "filed_through"})
"""Fields that name a contracting party."""


class Part(NamedTuple):
    """A field of the record, or of one of its rows: its name in the form, its name in words, its type, its default."""

    name: str
    said: str
    hint: Any
    default: Any


class Row(NamedTuple):
    """A list of the record. ``inner`` are lists within its items, of which the form takes one item."""

    name: str
    kind: Any
    parts: tuple[Part, ...]
    inner: tuple["Row", ...]


@cache
def shape(kind: Any, place: str = "") -> tuple[tuple[Part, ...], tuple[Row, ...]]:
    """The plain fields of a record, and its lists."""
    hints = get_type_hints(kind)
    parts, rows = [], []
    for one in dataclasses.fields(kind):
        hint = hints[one.name]
        item = get_args(hint)[0] if get_origin(hint) is tuple else None
        if isinstance(item, type) and dataclasses.is_dataclass(item):
            rows.append(Row(one.name, item, *shape(item, one.name)))
        else:
            said = f"{place}.{one.name}" if place else one.name
            parts.append(Part(one.name, said, hint, one.default))
    return tuple(parts), tuple(rows)


class PartyCodes(forms.CharField):
    """Parties of a system, typed one after the other by their codes."""

    def __init__(self, system: str, *, label: Any) -> None:
        widget = forms.TextInput(attrs={"class": "num"})
        super().__init__(label=label, help_text=_("Such as JP KR."), required=False, max_length=400, widget=widget)
        self.system = system

    def clean(self, value: Any) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(super().clean(value).upper().replace(",", " ").split()))
        unknown = [code for code in codes if code not in members(self.system)]
        if unknown:
            raise ValidationError(
                _("%(codes)s: there is no such party of this system."), params={"codes": ", ".join(unknown[:5])}
            )
        return codes


class Dates(forms.Form):
    """Every date of the record of a system. What is left empty has not happened, or is not known."""

    def __init__(self, *args: Any, system: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.system = system
        self.parts, self.rows = shape(RECORDS[system])
        for part in self.parts:
            self.fields[part.name] = self._field(part)
        for row in self.rows:
            for number in range(1, ROWS + 1):
                for part, name in _row(row, number):
                    self.fields[name] = self._field(part)

    def _field(self, part: Part) -> forms.Field:
        label = facts.label(self.system, part.said)
        if part.hint is bool:
            return forms.BooleanField(label=label, required=False)
        if get_origin(part.hint) is Literal:
            return forms.ChoiceField(label=label, required=False, choices=_options(part))
        if get_origin(part.hint) is tuple:
            return PartyCodes(self.system, label=label)
        if part.name in PARTIES:
            return holder_field(self.system, label, required=False)
        return day_field(label)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for row in self.rows:
            for number in range(1, ROWS + 1):
                self._wants_its_first(row, number, data)
        return data

    def _wants_its_first(self, row: Row, number: int, data: Mapping[str, Any]) -> None:
        """An item says what it is about: its party, its Rule, its kind."""
        named = [name for _part, name in _row(row, number)]
        if not data.get(named[0]) and any(data.get(name) for name in named[1:]):
            self.add_error(named[0], _("Say what this is about."))

    # What the page shows

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in facts.FIRST[self.system] if name in self.fields]

    @property
    def folds(self) -> Iterator[Fold]:
        for row in self.rows:
            yield Fold(facts.HEADINGS.get(row.name, row.name.capitalize()), [], self._shown(row))
        rest = [self[part.name] for part in self.parts if part.name not in facts.FIRST[self.system]]
        if rest:
            yield Fold(_("Further facts"), rest, [])

    def _shown(self, row: Row) -> list[tuple[forms.BoundField, ...]]:
        """The items filled in, and one more."""
        rows = [tuple(self[name] for _part, name in _row(row, number)) for number in range(1, ROWS + 1)]
        used = max((place for place, one in enumerate(rows, 1) if any(each.data for each in one)), default=0)
        return rows[: used + 1]

    # What it means

    def record(self) -> Any:
        plain = self._given(self.parts, "{}")
        for row in self.rows:
            items = [self._item(row, number) for number in range(1, ROWS + 1)]
            plain[row.name] = tuple(item for item in items if item is not None)
        return RECORDS[self.system](**plain)

    def _item(self, row: Row, number: int) -> Any:
        plain = self._given(row.parts, f"{row.name}_{number}_{{}}")
        if not plain:
            return None
        for inner in row.inner:
            its = self._given(inner.parts, f"{row.name}_{number}_{inner.name}_{{}}")
            plain[inner.name] = (inner.kind(**its),) if its else ()
        return row.kind(**plain)

    def _given(self, parts: tuple[Part, ...], template: str) -> dict[str, Any]:
        named = {part.name: self.cleaned_data.get(template.format(part.name)) for part in parts}
        return {name: value for name, value in named.items() if value}


def _row(row: Row, number: int) -> Iterator[tuple[Part, str]]:
    """The fields of one item with their names in the form, then those of the lists within it."""
    for part in row.parts:
        yield part, f"{row.name}_{number}_{part.name}"
    for inner in row.inner:
        for part in inner.parts:
            yield part, f"{row.name}_{number}_{inner.name}_{part.name}"


def _options(part: Part) -> list[tuple[str, Any]]:
    """The options of the law; an empty one where the record needs none."""
    options = [(option, facts.choice(option)) for option in get_args(part.hint) if option]
    settled = isinstance(part.default, str) and part.default
    return options if settled else [("", ""), *options]
