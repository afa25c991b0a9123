"""A *book* says all that is of one treaty in drafting an application under it; the engine around it is the same.

The engine keeps a draft (`Draft.treaty` names its book in `books.BOOKS`), shows it box by box, saves as one types, adds
and removes items of lists, takes files and signatures, checks, and hands in. It asks the book

- ``application``: the frozen dataclass of the treaty's package, with ``from_dict`` and ``to_dict``; a draft stores
  exactly its data, so that every field has its path in it;
- ``boxes``: the boxes in the order of the form. A box holds fields, and at most one list (`Group`), whose items may
  hold lists again: ``Group(name="shown", …, groups=(Group(name="views", …),))`` has the paths
  ``shown.0.views.1.legend``. A field's name may go through an object: ``mark.form``. Places in another list (goods of a
  designation, designs of a priority claim) are a field of kind ``places`` with ``of`` the list: they follow when that
  list loses or moves an item;
- ``new``: what an empty item of each list is, by pattern (``"shown"``, ``"shown.#.views"``), and what an object that
  may be missing is while something stands in it (``"representative"``): it is None again once it is empty;
- ``settle``: what the form itself writes into the data before it is stored, such as numbers that are counted;
- ``begin``: the application of a new draft; ``title``: what a draft is called, from its data;
- ``whole``: the application as the rules want to see it, with what was measured in its files, and its signatures;
- ``assess``: findings, fees and time limits of a whole application, as if it were handed in on that day;
- ``limits``: only the time limits that run while it is a draft, for the list of drafts;
- ``uploads``: where files go (`Beside` puts them beside a path of the application, in `Draft.files`);
- ``hand_in``: what the register does with it; ``received``: what it gave back, asked again by number.

What a box shows besides its fields is a template of its own (``piece``, ``above``, ``below``), and what it computes for
it, or does with a form of its own, stands in `views.shows` and `views.posts` by treaty
and box.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from chancery.services.filing.paths import pattern_of
from chancery.services.filing.shapes import Box, Field, Text
from chancery.treaties.kernel import FeeSheet, Finding, TimeLimit
from chancery.treaties.kernel.plain import to_plain


@dataclass(frozen=True)
class Said:
    """What the law says of an application on a day."""

    findings: tuple[Finding, ...]
    fees: FeeSheet
    limits: tuple[TimeLimit, ...]


@dataclass(frozen=True)
class Received:
    """What the register gave back: the number of the file, the ledger's entry, when it was received."""

    number: str
    entry: int
    at: datetime
    received_on: date


class Holder(Protocol):
    """What of a draft files are put into: the application's data, and the files beside it by path."""

    application: Any
    files: Any


class Uploads(Protocol):
    """Where the files of a treaty's application go. ``where`` is the name that forms and the API use for the place."""

    def takes(self, where: str, holder: Holder) -> bool:
        """Whether a file can be put there."""

    def keep(self, where: str, data: bytes, *, name: str, by: int, at: datetime) -> Any:
        """Check the file and keep it. Raises `Refused` with the reason beside the place."""

    def stays(self, where: str, holder: Holder) -> bool:
        """Whether what a file belongs to still is in the application, after that was written anew."""

    def put(self, where: str, kept: Any, holder: Holder) -> str:
        """Put what was kept into the draft, in place of what was there. Returns the path that was touched."""

    def drop(self, where: str, holder: Holder) -> str:
        """Take a file out of the draft. Returns the path that was touched."""

    def find(self, where: str, holder: Holder) -> Mapping[str, Any] | None:
        """The file there: at least its ``sha256`` and ``name``."""


_SERIOUS = ngettext_lazy("Draft, %(n)d finding prevents handing in", "Draft, %(n)d findings prevent handing in", "n")
_PREVENTS = _("Prevents handing in")
_WITHOUT = _("Without these there is nothing that could be examined.")
_RAISED = _("You may hand it in all the same. You will be told of these, with a time limit.")
_SIGNING = _("Sign here, or at the very end together with handing in. A later change makes it lapse.")
_RECEIVED = _("The date of receipt is the day at this office, whose clock stands at the top of the page.")
_SECRET = _("Nobody but those named here, and the office's staff once it is handed in.")


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the pages say differently by treaty, each with the provision that it rests on; empty where none does."""

    serious: Any = _SERIOUS
    prevents: Text = _PREVENTS
    without: Text = _WITHOUT
    without_cites: str = ""
    raised: Text = _RAISED
    signing: Text = _SIGNING
    signing_cites: str = ""
    received: Text = _RECEIVED
    received_cites: str = ""
    secret: Text = _SECRET
    secret_cites: str = ""
    public_cites: str = ""


@dataclass(frozen=True, kw_only=True)
class Book:
    """One treaty's part of drafting; the module's docstring says how to write one.

    ``not_sent`` are the fields that are not written by sending data: files are attached, signatures given, the rest is
    the Office's. ``insists`` says of which obstacles the law lets one hand in all the same. ``labels`` are what paths
    without a field are called. ``page`` is the address, by name, of what was handed in; ``filed`` of its receipt.
    ``next_limits`` are the time limits that matter to every applicant, by their short names. ``most`` is how many items
    a list may have; an application with more is filed in another way. ``hidden`` are fields that stand in no box.
    """

    treaty: str
    name: Text
    application: type[Any]
    boxes: tuple[Box, ...]
    new: Mapping[str, Any]
    begin: Callable[[], Any]
    title: Callable[[Mapping[str, Any]], str]
    whole: Callable[[Any, Mapping[str, Any], list[dict[str, Any]]], Any]
    assess: Callable[[Any, date], Said]
    limits: Callable[[Any, date], tuple[TimeLimit, ...]]
    documents: Callable[[Any, Mapping[str, Any]], list[dict[str, Any]]]
    hand_in: Callable[..., Received]
    received: Callable[[str], Received]
    uploads: Uploads
    not_sent: tuple[str, ...] = ("received_on",)
    insists: Callable[[Finding], bool] = lambda _finding: False
    labels: Mapping[str, Text] = field(default_factory=dict)
    next_limits: Mapping[str, Text] = field(default_factory=dict)
    most: int = 100
    page: str = "filing:registration"
    filed: str = "filing:presented"
    words: Words = field(default_factory=Words)
    settle: Callable[[dict[str, Any]], None] = lambda _data: None
    hidden: tuple[tuple[str, Field], ...] = ()

    @cached_property
    def by_slug(self) -> Mapping[str, Box]:
        return {box.slug: box for box in self.boxes}

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every field of every box by its pattern, and those that stand in none (``hidden``)."""
        shown = (pair for box in self.boxes for pair in box.patterns())
        return dict([*shown, *self.hidden])

    @cached_property
    def blank(self) -> Mapping[str, Any]:
        """The data of a draft in which nothing has been written yet."""
        plain: dict[str, Any] = self.begin().to_dict()
        return plain

    def field_at(self, path: str) -> Field | None:
        """The field that a path names, in any box; nothing for a path that no form has."""
        return self.fields.get(pattern_of(path))

    def box_of(self, path: str) -> Box:
        """The box in which a field stands. What belongs nowhere is said in the first."""
        longest = [(len(start), box) for box in self.boxes for start in box.owns if _begins(path, start)]
        return max(longest, key=lambda pair: pair[0])[1] if longest else self.boxes[0]

    def label_of(self, path: str) -> Text:
        """What a path is called on the page: for the message of a conflict or a list of findings."""
        found = self.field_at(path)
        return found.label if found else self.labels.get(path, path)

    def empty(self, path: str) -> dict[str, Any] | None:
        """An empty item of the list at a path, or the empty object there; None where the form has neither."""
        kind = self.new.get(pattern_of(path))
        return None if kind is None else to_plain(kind)


def _begins(path: str, start: str) -> bool:
    return path == start or path.startswith(start if start.endswith(".") else f"{start}.")
