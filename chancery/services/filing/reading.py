"""A draft read out: every box with what stands in it, in words, for somebody who is to sign it."""

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.services.filing import books
from chancery.services.filing.models import Draft
from chancery.services.filing.paths import at
from chancery.services.filing.request import in_words
from chancery.services.filing.shapes import Box, Field, Text


@dataclass(frozen=True)
class ReadBox:
    """A box and its lines: what each field is called, and what stands in it."""

    box: Box
    lines: list[tuple[Text, str]]


def read_out(row: Draft) -> list[ReadBox]:
    """The boxes in which anything stands, in the order of the form."""
    read = [ReadBox(box, list(_lines(box, row))) for box in books.of(row).boxes]
    return [one for one in read if one.lines]


def _lines(box: Box, row: Draft) -> Iterator[tuple[Text, str]]:
    named = ""
    for path, field in box.shown(row.application):
        item = ".".join(path.split(".")[:2])
        if box.group and box.group.called and item != named and path.startswith(f"{box.group.name}."):
            named = item
            yield box.group.one, box.group.called(at(row.application, item) or {})
        if words := _words(field, at(row.application, path), row):
            yield field.label, words


def _words(field: Field, value: object, row: Draft) -> str:
    if field.kind == "places":
        names = dict(field.offered(row.application))
        return "; ".join(str(names.get(str(place), place)) for place in value) if isinstance(value, list) else ""
    return in_words(field, value)
