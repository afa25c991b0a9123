"""What is asked for a later act of a mark's, a design's or an indication's holder, as data.

An act is asked for parties and for things (goods and services, designs); besides, its form has fields. A field whose
name is a path of the application (``representative.name``) changes that; any other is a fact of the request.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext_lazy

from chancery.core.saying import said
from chancery.records.register.queries import Registration
from chancery.services.filing import content
from chancery.services.filing.acts.asking import Section, Upload, read_fields
from chancery.services.filing.choices import Choices
from chancery.services.filing.paths import at, put
from chancery.services.filing.shapes import Field, Text
from chancery.treaties.kernel import Finding
from chancery.treaties.registrations import Asked, Offered

Values = Mapping[str, Any]
Findings = Iterator[Finding]
Parties = Literal["", "some", "needed", "one", "new"]
"""For which parties an act is asked: it does not say; for all where none is ticked; for those ticked, one at least;
for one; for parties that are not designated."""
Things = Literal["", "some", "needed"]
Way = Literal["request", "payment", "notice", "elsewhere"]
"""How an act is done: by a request; by a payment; as the answer to a notice; or not with the International Bureau."""

PARTIES, THINGS, KEEP = "parties", "things", "keep"


@dataclass(frozen=True, kw_only=True)
class Deed:
    """An act as it is about to be done. ``plain`` is the application as data, with how its persons are reached."""

    key: str
    file: Registration
    plain: Mapping[str, Any]
    values: Values
    files: tuple[dict[str, Any], ...]
    on: date

    @property
    def asked(self) -> Asked:
        return asked_for(self.values)

    @property
    def whole(self) -> bool:
        """Whether it is asked for the whole registration."""
        return not (self.asked.parties or self.asked.things)


def asked_for(values: Values) -> Asked:
    """The parties, things, new owner's party and parties to be kept that a form says."""
    return Asked(
        parties=tuple(values.get(PARTIES, ())),
        things=tuple(sorted(int(one) for one in values.get(THINGS, ()))),
        new_owner=str(values.get("holder", "")),
        keep=tuple(values.get(KEEP, ())),
    )


def _no_sections(_file: Registration) -> tuple[Section, ...]:
    return ()


def _unchanged(_deed: Deed) -> dict[str, Any] | None:
    return None


def _no_objection(_deed: Deed) -> Findings:
    yield from ()


def _nothing(_file: Registration, _plain: Mapping[str, Any]) -> Values:
    return {}


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One act. ``change`` makes the application as it stands once the act is recorded; None where it stays.

    ``initial`` is what the form shows at first; ``judge`` says what is wrong with what was said.
    """

    key: str
    group: str
    way: Way = "request"
    parties: Parties = ""
    parties_label: Text = ""
    things: Things = ""
    things_label: Text = ""
    sections: Callable[[Registration], tuple[Section, ...]] = field(repr=False, default=_no_sections)
    initial: Callable[[Registration, Mapping[str, Any]], Values] = field(repr=False, default=_nothing)
    uploads: tuple[Upload, ...] = ()
    change: Callable[[Deed], dict[str, Any] | None] = field(repr=False, default=_unchanged)
    judge: Callable[[Deed], Findings] = field(repr=False, default=_no_objection)

    def all_sections(self, file: Registration, on: date) -> tuple[Section, ...]:
        """The parties and things that are ticked, then the act's own fields."""
        offered = file.system.offered(self.key, file.facts, on=on)
        every = (self._parties(file, offered), self._kept(file, offered), self._things(file, offered))
        ticked = [one for one in every if one]
        head = (Section(fields=tuple(ticked)),) if ticked else ()
        return (*head, *self.sections(file))

    def fields(self, file: Registration, on: date) -> dict[str, Field]:
        return {one.name: one for section in self.all_sections(file, on) for one in section.fields}

    def _parties(self, file: Registration, offered: Offered) -> Field | None:
        if not self.parties:
            return None
        choices = _named(file, offered.parties)
        some = gettext_lazy("Without a choice it is for all of them.") if self.parties == "some" else ""
        return Field(
            name=PARTIES,
            label=self.parties_label or gettext_lazy("For which parties"),
            kind="several",
            choices=lambda: choices,
            help=some,
            needed=self.parties in {"needed", "one", "new"},
        )

    def _kept(self, file: Registration, offered: Offered) -> Field | None:
        """The parties that the act would leave out, unless the holder says so."""
        if not (self.parties and offered.keep):
            return None
        choices = _named(file, offered.keep)
        return Field(
            name=KEEP,
            label=gettext_lazy("Keep, though everything is refused there"),
            kind="several",
            choices=lambda: choices,
            help=gettext_lazy("Without a choice they are left out. What is kept is paid for as well."),
        )

    def _things(self, file: Registration, offered: Offered) -> Field | None:
        if not self.things or not file.system.thing:
            return None
        choices = [one for one in things(file) if int(one[0]) in offered.things]
        return Field(
            name=THINGS,
            label=self.things_label or gettext_lazy("For which"),
            kind="several",
            choices=lambda: choices,
            help=gettext_lazy("Without a choice it is for all of them.") if self.things == "some" else "",
            needed=self.things == "needed",
        )


def _named(file: Registration, codes: Iterable[str]) -> Choices:
    """Parties by code, each with its name."""
    known = ((code, file.system.member(code)) for code in codes)
    return sorted((code, f"{code} {said(member.name if member else code)}") for code, member in known)


def things(file: Registration) -> Choices:
    """Goods and services, or designs, by their place in the list."""
    return [(str(place), f"{place + 1}. {words}".strip()) for place, words in enumerate(file.things)]


def read(ask: Ask, deed: Deed, typed: Mapping[str, Any]) -> tuple[Values, tuple[Finding, ...]]:
    """What was typed, as values, and what is wrong with it. Raises `Refused` for a field that the act does not have."""
    return read_fields(ask.fields(deed.file, deed.on), first_values(ask, deed.file, deed.plain, deed.on), typed)


def first_values(ask: Ask, file: Registration, plain: Mapping[str, Any], on: date) -> dict[str, Any]:
    """What the form shows at first: what stands in the application, and what the act begins with."""
    own = dict(ask.initial(file, plain))
    for name, one in ask.fields(file, on).items():
        if name not in own and "." in name:
            own[name] = content.as_shown(one, at(plain, name))
    return own


def written(deed: Deed, *, start: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
    """The application with what the form's paths say; None where nothing of it is new."""
    data = copied(start if start is not None else deed.plain)
    for path, value in deed.values.items():
        if "." in path and (at(data, path) or value):
            put(data, path, value)
    return None if data == deed.plain else data


def facts(deed: Deed) -> dict[str, str]:
    """What is said besides parties, things and the application, as the register enters it."""
    told = {name: value for name, value in deed.values.items() if "." not in name and name not in {PARTIES, THINGS}}
    return {
        name: _text(value) for name, value in told.items() if value not in ("", None, [], False) and name != "remark"
    }


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes"
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def copied(plain: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of plain data in which everything can be changed; lists for tuples."""
    return {key: _loose(value) for key, value in plain.items()}


def _loose(value: Any) -> Any:
    if isinstance(value, Mapping):
        return copied(value)
    return [_loose(one) for one in value] if isinstance(value, list | tuple) else value
