"""What a form is made of: fields, groups of them that may stand several times, and boxes that hold both."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise

from chancery.services.filing.choices import Choices

Kind = Literal["line", "text", "date", "flag", "choice", "several", "answer", "codes", "lines"]
Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field. ``limit`` is the longest text that is taken, in characters; ``half`` sets it beside another one.

    An ``answer`` is yes, no, or nothing where nobody said. ``codes`` and ``lines`` are lists typed as text: codes of
    the choices with spaces between, or one name a line. ``needed`` fields of an act must not be left empty.
    """

    name: str
    label: Text
    kind: Kind = "line"
    help: Text = ""
    limit: int = 300
    choices: Callable[[], Choices] | None = None
    autocomplete: str = "off"
    half: bool = False
    mono: bool = False
    optional: bool = False
    needed: bool = False


@dataclass(frozen=True, kw_only=True)
class Group:
    """Things of one kind that may stand several times: the form shows items ``first`` to ``last`` of the list.

    ``title`` and ``lead`` head the list where it stands under the box's own fields.
    """

    name: str
    one: Text
    fields: tuple[Field, ...]
    add: Text
    first: int = 0
    last: int = 99
    title: Text = ""
    lead: Text = ""

    def places(self, content: Mapping[str, Any]) -> range:
        """The places of the list that this box shows. Where there must be one, it is shown even while it is empty."""
        count = len(content.get(self.name, ()))
        return range(self.first, max(min(count, self.last + 1), 1 if self.last == self.first else 0))


@dataclass(frozen=True, kw_only=True)
class Box:
    """One box. ``owns`` are the beginnings of the field paths whose findings are shown in it."""

    slug: str
    numeral: str
    title: Text
    lead: Text = ""
    fields: tuple[Field, ...] = ()
    group: Group | None = None
    owns: tuple[str, ...] = ()

    def shown(self, content: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
        """Every field of the box with its path, for a draft with this content."""
        for field in self.fields:
            yield field.name, field
        if self.group:
            for place in self.group.places(content):
                for field in self.group.fields:
                    yield f"{self.group.name}.{place}.{field.name}", field
