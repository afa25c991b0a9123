"""What is asked for an act, as data: fields in sections, files, and the event that it becomes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.event import Event
from chancery.core.refusal import Refused
from chancery.records.register.queries import Right
from chancery.services.filing import content
from chancery.services.filing.shapes import Field, Text
from chancery.treaties import pct
from chancery.treaties.kernel import Finding
from chancery.treaties.kernel.plain import to_plain

Values = Mapping[str, Any]
Findings = Iterator[Finding]


@dataclass(frozen=True, kw_only=True)
class Section:
    """Fields that stand together. A ``folded`` one opens on demand: what stands in it is not needed by most."""

    label: Text = ""
    lead: Text = ""
    fields: tuple[Field, ...] = ()
    folded: bool = False


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that goes along. ``part`` files become parts of the application; a listing of sequences is ``xml``."""

    kind: str
    label: Text
    help: Text = ""
    needed: bool = False
    xml: bool = False
    part: bool = False


@dataclass(frozen=True, kw_only=True)
class Deed:
    """An act as it is about to be done: the right as it stands, what was said, what was brought, who signed.

    ``parts`` are the files that become parts of the application, ``files`` all others as the register enters them.
    """

    key: str
    right: Right
    values: Values
    files: tuple[dict[str, Any], ...]
    parts: tuple[pct.Part, ...]
    signatures: tuple[pct.Signature, ...]
    on: date

    @property
    def common(self) -> dict[str, Any]:
        """What every submission holds."""
        return {
            "act": self.key,
            "received_on": self.on.isoformat(),
            "signatures": tuple(to_plain(one) for one in self.signatures),
            "remark": self.values.get("remark", ""),
        }

    @property
    def with_files(self) -> dict[str, Any]:
        return {**self.common, "documents": self.files}

    def brought(self, kind: str) -> bool:
        return any(one["kind"] == kind for one in self.files)


def _nothing(_right: Right) -> tuple[Section, ...]:
    return ()


def _empty(_right: Right) -> Values:
    return {}


def _no_limits(_right: Right) -> tuple[pct.NationalLimit, ...]:
    return ()


def _no_objection(_deed: Deed) -> Findings:
    yield from ()


def _no_bar(_right: Right) -> Findings:
    yield from ()


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One act. ``bars`` say what of the file itself stands against it, ``judge`` what is wrong with what was said.

    ``limits``: where each Office has a time limit of its own.
    """

    key: str
    group: str
    event: Callable[[Deed], Event] = field(repr=False)
    sections: Callable[[Right], tuple[Section, ...]] = field(repr=False, default=_nothing)
    initial: Callable[[Right], Values] = field(repr=False, default=_empty)
    uploads: tuple[Upload, ...] = ()
    bars: Callable[[Right], Findings] = field(repr=False, default=_no_bar)
    judge: Callable[[Deed], Findings] = field(repr=False, default=_no_objection)
    limits: Callable[[Right], tuple[pct.NationalLimit, ...]] = field(repr=False, default=_no_limits)

    def fields(self, right: Right) -> dict[str, Field]:
        return {one.name: one for section in self.sections(right) for one in section.fields}


def fields(*each: Field) -> Callable[[Right], tuple[Section, ...]]:
    """The plainest form: some fields, whatever the right."""
    section = Section(fields=each)
    return lambda _right: (section,)


def read(ask: Ask, right: Right, typed: Mapping[str, Any]) -> tuple[Values, tuple[Finding, ...]]:
    """What was typed, as values, and what is wrong with it. Raises `Refused` for a field that the act does not have."""
    return read_fields(ask.fields(right), ask.initial(right), typed)


def read_fields(
    asked: Mapping[str, Field], initial: Values, typed: Mapping[str, Any]
) -> tuple[Values, tuple[Finding, ...]]:
    """What was typed in these fields; of those left out, what the form shows at first. Raises `Refused` likewise."""
    strange = [name for name in typed if name not in asked]
    if strange:
        raise Refused.because(_("There is no field “{path}” in this act.").format(path=strange[0][:60]))
    values: dict[str, Any] = {}
    found: list[Finding] = []
    for name, one in asked.items():
        try:
            values[name] = content.read(one, content.normal(one, typed.get(name, initial.get(name, ""))))
        except content.Unreadable as unreadable:
            found.append(wrong(str(unreadable), field=name))
            continue
        if one.needed and values[name] in ("", None, [], False):
            found.append(wrong(_("This is needed."), field=name))
    return values, tuple(found)


def wrong(message: str, *, field: str = "", cites: str = "") -> Finding:
    """A finding that stands in the way of the act."""
    return Finding(cites, message, field, "prevents")


def chosen(values: Values, name: str) -> list[int]:
    """The places that were ticked in a list of things."""
    return [int(one) for one in values.get(name, ())]
