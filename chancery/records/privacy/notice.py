"""The notice: what every room declares, in the order in which people read it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec
from django.apps import apps
from django.utils.translation import gettext_noop

from chancery.core.personal import Cookie, Field, Holding
from chancery.records.privacy.stores import Store

LIBRARIES = "signing-in"
"""The libraries' own tables have one section together: all that they hold serves to sign people in."""

SERVICES = "chancery.services."

OWN_WORDS = {
    LIBRARIES: (gettext_noop("Signing in"), gettext_noop("Passwords, passkeys, sessions: what serves to sign you in.")),
    "core": (
        gettext_noop("The ledger"),
        gettext_noop("What the register has entered, in order, so that nobody can change it unnoticed."),
    ),
    "signon": (
        gettext_noop("Single sign-on"),
        gettext_noop("Other services that people sign in to with their account here."),
    ),
}
"""Titles and sentences where a room's own are written for those who build it."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """Fields of one table that are held on the same terms."""

    names: tuple[str, ...]
    terms: Field


@dataclass(frozen=True, kw_only=True)
class HoldingNotice:
    model: str
    what: str
    rows: tuple[Row, ...]

    @property
    def alike(self) -> Field | None:
        """What all its rows say alike of how long, who else and on which basis; None where they differ in it."""
        first = self.rows[0].terms if self.rows else None
        return first if first and all(_same_but_purpose(first, row.terms) for row in self.rows) else None


def _same_but_purpose(one: Field, other: Field) -> bool:
    return replace(one, purpose="", category=other.category, subject=other.subject) == replace(other, purpose="")


@dataclass(frozen=True, kw_only=True)
class RoomNotice:
    """What one room holds; ``purpose`` is the room's own sentence about itself, empty for the libraries.

    ``service``: it is a service of its own, whose terms go before the general ones; else it holds for all of them.
    """

    key: str
    title: str
    purpose: str
    holdings: tuple[HoldingNotice, ...]
    service: bool = False

    def terms(self) -> Iterable[tuple[str, str, Field]]:
        """Every declared field: (model, name, terms)."""
        for holding in self.holdings:
            for row in holding.rows:
                yield from ((holding.model, name, row.terms) for name in row.names)


@dataclass(frozen=True, kw_only=True)
class Processor:
    """Somebody outside the office who handles data for it (GDPR Art. 28); ``holds`` are models, by label."""

    name: str
    does: str
    country: str
    safeguard: str = ""
    page: str = ""
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Office:
    """Who answers for the data, and to whom one may complain."""

    name: str
    contact: str
    officer: str = ""
    authority: str = ""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """All of it. ``impersonal`` are the tables that say nothing about a person: (model, what it holds)."""

    office: Office
    rooms: tuple[RoomNotice, ...]
    impersonal: tuple[tuple[str, str], ...] = ()
    stores: tuple[Store, ...] = ()
    cookies: tuple[Cookie, ...] = ()
    processors: tuple[Processor, ...] = ()

    @property
    def personal_stores(self) -> list[Store]:
        return [store for store in self.stores if store.terms]

    @property
    def services(self) -> list[RoomNotice]:
        return [room for room in self.rooms if room.service]

    @property
    def general(self) -> list[RoomNotice]:
        """What holds for every service."""
        return [room for room in self.rooms if not room.service]

    def room(self, key: str) -> RoomNotice | None:
        return next((room for room in self.rooms if room.key == key), None)


def notice(
    holdings: Sequence[Holding],
    *,
    office: Office,
    stores: Sequence[Store] = (),
    cookies: Sequence[Cookie] = (),
    processors: Sequence[Processor] = (),
) -> Notice:
    """The notice as the code and the operator's table of processors have it now."""
    keys = dict.fromkeys([*(_room(one) for one in holdings if one.fields), *_service_labels()])
    return Notice(
        office=office,
        rooms=tuple(_room_notice(key, [one for one in holdings if one.fields and _room(one) == key]) for key in keys),
        impersonal=tuple((one.model, one.what) for one in holdings if not one.fields),
        stores=tuple(stores),
        cookies=tuple(cookies),
        processors=tuple(processors),
    )


def _service_labels() -> list[str]:
    """Every service, also one that holds nothing: its page says so."""
    return [config.label for config in apps.get_app_configs() if config.name.startswith(SERVICES)]


def _room(holding: Holding) -> str:
    label = holding.model.partition(".")[0]
    return label if apps.get_app_config(label).name.startswith("chancery.") else LIBRARIES


def _room_notice(key: str, holdings: Iterable[Holding]) -> RoomNotice:
    config = None if key == LIBRARIES else apps.get_app_config(key)
    title, purpose = OWN_WORDS.get(key, ("", ""))
    return RoomNotice(
        key=key,
        title=title or str(config.verbose_name if config else key),
        purpose=purpose or ((config.module.__doc__ or "").strip() if config and config.module else ""),
        holdings=tuple(
            HoldingNotice(model=one.model, what=one.what, rows=tuple(_rows(one.fields.items()))) for one in holdings
        ),
        service=bool(config and config.name.startswith(SERVICES)),
    )


def _rows(fields: Iterable[tuple[str, Field]]) -> Iterable[Row]:
    """Fields on the same terms stand together, so that the notice stays short."""
    together: dict[Field, list[str]] = {}
    for name, terms in fields:
        together.setdefault(terms, []).append(name)
    return (Row(names=tuple(names), terms=terms) for terms, names in together.items())


@dataclass(frozen=True, kw_only=True)
class Override:
    """Where a service differs from what holds for all of them, for one kind of data."""

    category: str
    aspect: str
    general: tuple[str, ...]
    here: tuple[str, ...]


ASPECTS: dict[str, Callable[[Field], tuple[str, ...]]] = {
    "basis": lambda terms: (terms.basis.value,),
    "keep": lambda terms: (terms.keep.words,),
    "recipients": lambda terms: terms.recipients,
}


def overrides(told: Notice, room: RoomNotice) -> list[Override]:
    """What a service says otherwise than the general part: the special goes before the general.

    Only kinds of data that the general part speaks of as well; and only what the general part does not say at all.
    Of the general part what it says most often stands beside it.
    """
    found = []
    mine, general = _by_category([room]), _by_category(told.general)
    for category in [one for one in mine if one in general]:
        for aspect, of in ASPECTS.items():
            here, there = _words(mine[category], of), _words(general[category], of)
            if set(here) - set(there):
                found.append(Override(category=category, aspect=aspect, general=there[:1], here=here))
    return found


def _by_category(rooms: Iterable[RoomNotice]) -> dict[str, list[Field]]:
    together: dict[str, list[Field]] = {}
    for room in rooms:
        for _model, _name, terms in room.terms():
            together.setdefault(terms.category.value, []).append(terms)
    return together


def _words(terms: Iterable[Field], of: Callable[[Field], tuple[str, ...]]) -> tuple[str, ...]:
    """The most frequent first."""
    return tuple(word for word, _count in Counter(word for one in terms for word in of(one)).most_common())


@dataclass(frozen=True)
class Text:
    """A notice as it is kept: its canonical text, which its hash names. The languages are made from it when read."""

    content: str

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.content.encode()).hexdigest()


def written(told: Notice) -> Text:
    return Text(msgspec.json.encode(told, order="deterministic").decode())


def read(content: str) -> Notice:
    """A notice from its text. Raises `msgspec.ValidationError` where it is none."""
    return msgspec.json.decode(content, type=Notice)
