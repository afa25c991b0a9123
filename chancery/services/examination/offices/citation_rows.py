"""The documents that a search report cites, entered row by row or as pasted lines.

What was pasted becomes rows before anything is checked, so that each fault is said beside its cell. Rows come and go
by buttons of the form itself: nothing here needs JavaScript.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register import queries as register
from chancery.services.examination.forms import CaseForm

COLUMNS: Mapping[str, str | Promise] = {
    "document": gettext_lazy("Document"),
    "published": gettext_lazy("Published on"),
    "category": gettext_lazy("Category"),
    "passages": gettext_lazy("Passages"),
    "claims": gettext_lazy("Claims"),
}
PASTED = ("document", "category", "claims", "passages", "published")
"""What stands in a pasted line, between upright strokes or tabs: the usual order of a report, the rest after it."""
LEAST_ROWS, MOST_ROWS, MORE = 3, 60, 5
_CELL = re.compile(r"c\d+_(" + "|".join(COLUMNS) + ")")
_BETWEEN = re.compile(r"\s*[|\t]\s*")


class CategoryCell(forms.CharField):
    """Letters of WIPO Standard ST.14."""

    def clean(self, value: Any) -> str:
        found = register.read_categories(super().clean(value))
        if found is None:
            raise ValidationError(_("One or more of X Y A O P E T L & D, with commas."))
        return found


class ClaimsCell(forms.CharField):
    """Claims by their numbers."""

    def clean(self, value: Any) -> str:
        found = register.read_claims(super().clean(value))
        if found is None:
            raise ValidationError(_("Write claims as numbers, such as 1-5, 8."))
        return found


class DocumentCell(forms.CharField):
    """A patent document by its number alone, or other literature in words."""

    def clean(self, value: Any) -> str:
        text = " ".join(super().clean(value).split())
        if register.is_like_a_number(text) and not register.is_number(text):
            raise ValidationError(
                _(
                    "This number cannot be read. Write it alone, such as EP 1234567 A1; begin other literature with "
                    "its author or title."
                )
            )
        return text


class PublishedCell(forms.CharField):
    """The day of publication; of old literature often only the month or the year is known."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        found = register.read_day(text) if text else ""
        if found is None:
            raise ValidationError(_("Write a day as 2008-03-12 or 12.03.2008, or the month or the year alone."))
        return found


_CELLS: Mapping[str, type[forms.CharField]] = {
    "document": DocumentCell,
    "published": PublishedCell,
    "category": CategoryCell,
    "claims": ClaimsCell,
}


class CitationsForm(CaseForm):
    """The rows of the documents cited, in the order of a report."""

    rows = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=MOST_ROWS)
    lines = forms.CharField(
        label=gettext_lazy("One document a line"),
        required=False,
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
        help_text=gettext_lazy(
            "Such as EP 1234567 A1 | X | 1-5; after that, if wanted, the passages and the day of publication. The "
            "lines become rows."
        ),
    )

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(arranged(data), *args, **kwargs)
        for row in range(self.count):
            for column in COLUMNS:
                self.fields[_name(row, column)] = _cell(row, column)

    @property
    def categories(self) -> dict[str, Any]:
        """The letters and what they say, for the side of the page."""
        return dict(register.CATEGORIES)

    @property
    def columns(self) -> list[Any]:
        return list(COLUMNS.values())

    @property
    def count(self) -> int:
        """How many rows the form shows: as many as it was sent with, and some more where that was asked for."""
        rows = _rows_of(self.data)
        return min(rows + (MORE if "more" in self.data else 0), MOST_ROWS)

    @property
    def table(self) -> Iterator[list[forms.BoundField]]:
        """The rows of the citations."""
        return ([self[_name(row, column)] for column in COLUMNS] for row in range(self.count))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("lines"):
            self.add_error(
                "lines", _("There is room for %(most)d documents; these are left over.") % {"most": MOST_ROWS}
            )
        data["citations"] = tuple(self._citations(data))
        return data

    def _citations(self, data: dict[str, Any]) -> Iterator[dict[str, str]]:
        """The rows that name a document, each with what it says; what is wrong is said beside the cell."""
        for row in range(self.count):
            cells = {column: " ".join(data.get(_name(row, column), "").split()) for column in COLUMNS}
            self._complain(row, cells)
            if cells["document"]:
                published = {"published": cells["published"]} if cells["published"] else {}
                yield {name: cells[name] for name in COLUMNS if name != "published"} | published

    def _complain(self, row: int, cells: Mapping[str, str]) -> None:
        missing = {name for name in ("document", "category") if not cells[name] and _name(row, name) not in self.errors}
        if any(cells.values()) and "document" in missing:
            self.add_error(_name(row, "document"), _("Name the document."))
        if cells["document"] and "category" in missing:
            self.add_error(_name(row, "category"), _("Say of which category it is."))
        if cells["published"] > self.case.on.isoformat():
            self.add_error(_name(row, "published"), _("That day is still to come."))


def _name(row: int, column: str) -> str:
    return f"c{row}_{column}"


def _cell(row: int, column: str) -> forms.CharField:
    """One cell; the head of the table names it for those who see, its label for those who listen."""
    label = f"{COLUMNS[column]} {row + 1}"
    direction = "auto" if column in ("document", "passages") else "ltr"
    attrs = {"class": "form-control form-control-sm", "aria-label": label, "dir": direction}
    kind = _CELLS.get(column, forms.CharField)
    return kind(label=label, required=False, max_length=500, widget=forms.TextInput(attrs=attrs))


# Rows that come and go


def arranged(data: QueryDict | None) -> QueryDict | None:
    """What was sent, with the row taken away that was to go, and pasted lines as rows in the place of empty ones."""
    if data is None or not ("remove" in data or data.get("lines", "").strip()):
        return data
    wanted = _rows_of(data)
    rows = [{column: data.get(_name(row, column), "") for column in COLUMNS} for row in range(wanted)]
    gone = data.get("remove", "")
    if gone.isdecimal() and int(gone) < len(rows):
        del rows[int(gone)]
    lines = [line for line in data.get("lines", "").splitlines() if line.strip()]
    if lines:
        rows = [row for row in rows if any(row.values())]
    taken = lines[: max(MOST_ROWS - len(rows), 0)]
    rows += [_pasted(line) for line in taken]
    return _written(data, rows, left_over=lines[len(taken) :])


def _written(data: QueryDict, rows: list[dict[str, str]], *, left_over: list[str]) -> QueryDict:
    copy = data.copy()
    for name in [name for name in copy if _CELL.fullmatch(name)]:
        del copy[name]
    for row, cells in enumerate(rows):
        for column, text in cells.items():
            copy[_name(row, column)] = text
    copy["rows"] = str(max(len(rows), 1))
    copy["lines"] = "\n".join(left_over)
    return copy


def _pasted(line: str) -> dict[str, str]:
    """The cells of a line; what comes after the last of them stays with it, so that nothing is lost."""
    parts = _BETWEEN.split(line.strip(), maxsplit=len(PASTED) - 1)
    found = dict(zip(PASTED, parts, strict=False))
    return {column: found.get(column, "") for column in COLUMNS}


def _rows_of(data: Mapping[str, Any]) -> int:
    sent = str(data.get("rows") or LEAST_ROWS)
    return min(int(sent), MOST_ROWS) if sent.isascii() and sent.isdecimal() else LEAST_ROWS
