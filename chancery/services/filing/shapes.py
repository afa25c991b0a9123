"""What a form is made of: fields, groups of them that may stand several times, and boxes that hold both."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise

from chancery.services.filing.choices import Choices
from chancery.services.filing.paths import PLACE, at

Kind = Literal[
    "line", "text", "date", "flag", "choice", "several", "answer", "codes", "lines", "number", "numbers", "places"
]
Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field. ``limit`` is the longest text that is taken, in characters; ``half`` sets it beside another one.

    An ``answer`` is yes, no, or nothing where nobody said. ``codes`` and ``lines`` are lists typed as text: codes of
    the choices with spaces between, or one name a line; ``numbers`` are whole numbers with spaces between. ``places``
    are places in the list ``of`` the same application, ticked by the words of its items (``item`` says which).
    ``needed`` fields of an act must not be left empty. A field of a list's item may stand there only ``when`` the item
    asks for it.
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
    of: str = ""
    item: Callable[[Mapping[str, Any]], str] | None = None
    when: Callable[[Mapping[str, Any]], bool] | None = None

    def offered(self, content: Mapping[str, Any]) -> Choices:
        """What is offered to choose from in an application with this content."""
        if self.kind != "places":
            return self.choices() if self.choices else []
        items = at(content, self.of) or []
        return [(str(place), self.item(each) if self.item else str(place + 1)) for place, each in enumerate(items)]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Things of one kind that may stand several times: the form shows items ``first`` to ``last`` of the list.

    ``name`` is the path of the list from where the group stands; ``groups`` are lists within each item. ``title`` and
    ``lead`` head the list where it stands under other fields. ``orderly``: the items can be moved up and down.
    ``called`` is what an item is called where it has a name of its own.
    """

    name: str
    one: Text
    fields: tuple[Field, ...]
    add: Text
    first: int = 0
    last: int = 99
    title: Text = ""
    lead: Text = ""
    groups: tuple["Group", ...] = ()
    orderly: bool = False
    called: Callable[[Mapping[str, Any]], str] | None = None

    def places(self, holder: Any) -> range:
        """The places of the list that is shown. Where there must be one, it is shown even while it is empty."""
        count = len(at(holder, self.name) or ())
        return range(self.first, max(min(count, self.last + 1), 1 if self.last == self.first else 0))

    def shown(self, holder: Any, before: str = "") -> Iterator[tuple[str, Field]]:
        """Every field of its items with its path, and of the lists within them."""
        for place in self.places(holder):
            start = f"{before}{self.name}.{place}."
            item = at(holder, f"{self.name}.{place}")
            for field in self.asked(item):
                yield start + field.name, field
            for inner in self.groups:
                yield from inner.shown(item, start)

    def asked(self, item: Any) -> list[Field]:
        """The fields that an item asks for."""
        return [field for field in self.fields if field.when is None or field.when(item or {})]

    def patterns(self, before: str = "") -> Iterator[tuple[str, Field]]:
        """Every field of an item with its pattern."""
        start = f"{before}{self.name}.{PLACE}."
        yield from ((start + field.name, field) for field in self.fields)
        for inner in self.groups:
            yield from inner.patterns(start)


@dataclass(frozen=True, kw_only=True)
class Box:
    """One box. ``owns`` are the beginnings of the field paths whose findings are shown in it.

    ``heads`` are the paths of which is said at its head what belongs to no field. ``piece`` is the template of a box
    that is more than fields; ``above`` and ``below`` stand over and under the fields, and are written anew on each save
    (with ``oob``). ``about`` heads the fields where a ``piece`` stands over them.
    """

    slug: str
    numeral: str
    title: Text
    lead: Text = ""
    fields: tuple[Field, ...] = ()
    group: Group | None = None
    owns: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    piece: str = "filing/piece/fields.html"
    about: Text = ""
    above: str = ""
    below: str = ""

    def shown(self, content: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
        """Every field of the box with its path, for a draft with this content."""
        for field in self.fields:
            yield field.name, field
        if self.group:
            yield from self.group.shown(content)

    def patterns(self) -> Iterator[tuple[str, Field]]:
        """Every field of the box with its pattern."""
        yield from ((field.name, field) for field in self.fields)
        if self.group:
            yield from self.group.patterns()
