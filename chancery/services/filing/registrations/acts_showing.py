"""How a later act of a registration is shown: as a line of the list, as a form, and as what it would change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.saying import said
from chancery.records.register.queries import Registration
from chancery.services.filing import content, forms
from chancery.services.filing.acts.brought import decoded, encoded
from chancery.services.filing.acts.effects import Moved
from chancery.services.filing.acts.showing import Said, ShownSection, ShownUpload, in_words
from chancery.services.filing.registrations.acts_asking import Ask, Deed, first_values
from chancery.services.filing.registrations.acts_doing import Prepared, Sent, possible
from chancery.services.filing.registrations.acts_table import GROUPS, asks
from chancery.services.filing.shapes import Text
from chancery.treaties.kernel import Finding, TimeLimit
from chancery.treaties.registrations import Act, Possible, Span


@dataclass(frozen=True)
class Line:
    """One act in the list."""

    ask: Ask
    possible: Possible

    @property
    def act(self) -> Act:
        return self.possible.act


@dataclass(frozen=True)
class Grouped:
    """A group of acts: those that can be done now, and those that cannot, each with why."""

    key: str
    title: Text
    now: list[Line]
    not_now: list[Line]


def grouped(file: Registration, *, on: date) -> list[Grouped]:
    """Every act on this file on that day, in the groups of the table; no group that has none."""
    lines = [Line(ask, possible(ask, file, on=on)) for ask in asks(file.system.key).values()]
    return [
        Grouped(
            group,
            title,
            [one for one in lines if one.ask.group == group and one.possible.open],
            [one for one in lines if one.ask.group == group and not one.possible.open],
        )
        for group, title in GROUPS.items()
        if any(one.ask.group == group for one in lines)
    ]


# The form


@dataclass(frozen=True)
class Form:
    """A form with what was typed, and beside each field what is wrong with it."""

    sections: list[ShownSection]
    uploads: list[ShownUpload]
    whole: list[Finding]
    unsigned: list[Finding]
    sent: Sent


def form(ask: Ask, file: Registration, sent: Sent, on: date, found: Iterable[Finding] = ()) -> Form:
    by_field: dict[str, list[Finding]] = {}
    for one in found:
        by_field.setdefault(one.field, []).append(one)
    sections = ask.all_sections(file, on)
    values = {one.name: (one, sent.values.get(one.name, "")) for section in sections for one in section.fields}
    bound = forms.BoxForm(values, {})
    lines = {
        name: forms.Line(name, bound[name], field, by_field.pop(name, [])) for name, (field, _value) in values.items()
    }
    uploads = [
        ShownUpload(one, [each for each in sent.files if each.kind == one.kind], by_field.pop(f"files.{one.kind}", []))
        for one in ask.uploads
    ]
    unsigned = by_field.pop("signed", [])
    shown = [ShownSection(section, forms.rows([lines[one.name] for one in section.fields])) for section in sections]
    return Form(shown, uploads, [one for each in by_field.values() for one in each], unsigned, sent)


def begun(ask: Ask, file: Registration, plain: Mapping[str, Any], on: date) -> Sent:
    """What the form shows before anything is typed."""
    return Sent(version=file.version, values=first_values(ask, file, plain, on))


def sent_by_form(ask: Ask, file: Registration, post: Any, version: int, on: date) -> Sent:
    """What a form sent. ``post`` answers ``getlist``; an unticked box sends nothing, and means no."""
    values = {
        name: content.normal(field, post.getlist(name) if field.kind in content.TICKED else post.get(name, ""))
        for name, field in ask.fields(file, on).items()
    }
    files = tuple(one for text in post.getlist("file") if (one := decoded(text)))
    return Sent(version=version, values=values, files=files, signed=" ".join(post.get("signed", "").split())[:300])


# What is about to be entered


def said_of(prepared: Prepared) -> list[Said]:
    """Each field that says something new, in words. What stands in the application already is not said again."""
    deed = prepared.deed
    initial = first_values(prepared.ask, deed.file, deed.plain, deed.on)
    told = [
        Said(field.label, in_words(field, deed.values[name]))
        for name, field in prepared.ask.fields(deed.file, deed.on).items()
        if not ("." in name and deed.values[name] == _read(field, initial.get(name, "")))
    ]
    return [one for one in told if one.value]


def _read(field: Any, shown: Any) -> Any:
    return content.read(field, content.normal(field, shown))


def hidden(ask: Ask, deed: Deed, sent: Sent) -> list[tuple[str, str]]:
    """Everything that was typed, as it travels with the page on which it is checked."""
    pairs: list[tuple[str, str]] = [("version", str(sent.version)), ("signed", sent.signed)]
    for name, field in ask.fields(deed.file, deed.on).items():
        value = content.normal(field, sent.values.get(name, ""))
        several = value if isinstance(value, list) else [value]
        pairs += [(name, "on" if one is True else str(one)) for one in several if one]
    return pairs + [("file", encoded(one)) for one in sent.files]


# What changes


@dataclass(frozen=True)
class Turned:
    """A party in which something stands otherwise afterwards: the states before, and those after."""

    code: str
    name: str
    before: list[str]
    after: list[str]


def turned(before: Registration, after: Registration, *, on: date) -> list[Turned]:
    """The parties in which things would stand otherwise on that day."""
    then = {life.code: life for life in before.lives(on=on)}
    found = []
    for life in after.lives(on=on):
        old = then[life.code].now if life.code in then else ()
        if [(one.state, one.still) for one in old] != [(one.state, one.still) for one in life.now]:
            found.append(Turned(life.code, life.name, _states(old, before), _states(life.now, after)))
    return found


def _states(spans: Iterable[Span], file: Registration) -> list[str]:
    """Each state, and of which things where there is more than one state."""
    each = sorted(spans, key=lambda one: one.still)
    if len(each) < 2:
        return [said(one.says) for one in each]
    return [f"{said(one.says)}: {', '.join(_thing(file, place) for place in one.still)}" for one in each]


def _thing(file: Registration, place: int) -> str:
    return (file.things[place] if place < len(file.things) else "") or str(place + 1)


def effect(prepared: Prepared) -> dict[str, Any]:
    """What changes once it is recorded: in the application, in the parties, of the time limits."""
    deed, after = prepared.deed, prepared.after
    labels = {name: one.label for name, one in prepared.ask.fields(deed.file, deed.on).items()}
    changed = getattr(prepared.event, "application", None) or deed.plain
    return {
        "changes": changes(deed.plain, changed, labels),
        "turned": turned(deed.file, after, on=deed.on),
        "moved": moved(deed.file, after),
    }


@dataclass(frozen=True)
class Change:
    """Something in the application that changes; one of the two is empty where it is added or taken out."""

    label: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any], labels: Mapping[str, Text]) -> list[Change]:
    """What differs in the application, value by value. ``labels`` are those of the form, by path."""
    then, now = dict(_values(before)), dict(_values(after))
    paths = dict.fromkeys((*then, *now))
    return [
        Change(_label(path, labels), then.get(path, ""), now.get(path, ""))
        for path in paths
        if then.get(path, "") != now.get(path, "")
    ]


def _label(path: str, labels: Mapping[str, Text]) -> str:
    if path in labels:
        return str(labels[path])
    named = [step if not step.isdigit() else str(int(step) + 1) for step in path.split(".")]
    return " ".join(named).replace("_", " ").capitalize()


def _values(plain: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every single value by its path, in words; what is empty is left out."""
    if isinstance(plain, Mapping):
        for key, value in plain.items():
            yield from _values(value, f"{path}.{key}" if path else key)
    elif isinstance(plain, list | tuple):
        for place, value in enumerate(plain):
            yield from _values(value, f"{path}.{place}")
    elif plain not in (None, "", False):
        yield path, _("yes") if plain is True else str(plain)


def moved(before: Registration, after: Registration) -> list[Moved]:
    """The time limits whose last day changes, comes or goes."""
    then, now = _by_place(before), _by_place(after)
    pairs = [(key, _due(then.get(key)), _due(now.get(key))) for key in dict.fromkeys((*then, *now))]
    found = [
        Moved(now.get(key) or then[key], old, new)
        for key, old, new in pairs
        if old != new and (isinstance(old, date) or isinstance(new, date))
    ]
    return sorted(found, key=lambda one: str(one.before or one.after))


def _by_place(file: Registration) -> dict[tuple[str, int], TimeLimit]:
    seen: Counter[str] = Counter()
    found = {}
    for limit in file.limits():
        found[limit.key, seen[limit.key]] = limit
        seen[limit.key] += 1
    return found


def _due(limit: TimeLimit | None) -> Any:
    return limit.due if limit else None
