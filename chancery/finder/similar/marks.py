"""A mark that can be found, and how similar one is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from chancery.finder.similar.recipe import with_classes, with_picture


@dataclass(frozen=True)
class Mark:
    """``key`` names the record for whoever made the index; ``classes`` are Nice classes, 1 to 45."""

    key: str
    name: str
    classes: Sequence[int] = ()


@dataclass(frozen=True)
class Reason:
    """Why a part scores what it does: a sentence of ``REASONS`` and what stands in its places."""

    code: str
    values: dict[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return REASONS[self.code].format(**self.values)


@dataclass(frozen=True)
class PartScore:
    """One part of the recipe: its score from 0 to 1, its share of the whole weight, and why."""

    name: str
    score: float
    weight: float
    reason: Reason


@dataclass(frozen=True)
class Similar:
    """A mark that is similar: how alike the names are, the classes where some are asked for, and the pictures where
    both have one, each from 0 to 1.
    """

    mark: Mark
    name: float
    classes: float | None
    explain: Callable[[], tuple[PartScore, ...]] = field(repr=False, compare=False)
    picture: float | None = None

    @cached_property
    def score(self) -> float:
        """The sum of the parts, each by its weight, from 0 to 1."""
        sign = self.name if self.picture is None else with_picture(self.name, self.picture)
        return sign if self.classes is None else float(with_classes(sign, self.classes))

    @cached_property
    def parts(self) -> tuple[PartScore, ...]:
        """Each part with its reason, worked out when asked for."""
        return self.explain()


class Shown(Protocol):
    """A picture that was compared with the one asked with (``finder.pictures``)."""

    @property
    def score(self) -> float: ...

    @property
    def parts(self) -> tuple[PartScore, ...]: ...


REASONS = {
    "same_letters": "The same letters in the same order.",
    "letters": "{shared} letters in the same order, of {ours} and {theirs}.",
    "english": "Read as English: {ours}, {theirs}.",
    "germanic": "Read as a Germanic language: {ours}, {theirs}.",
    "romance": "Read as a Romance language: {ours}, {theirs}.",
    "slavic": "Read as a Slavic language: {ours}, {theirs}.",
    "same_word": "Both have “{theirs}”.",
    "begins": "“{longer}” begins with “{shorter}”.",
    "ends": "“{longer}” ends with “{shorter}”.",
    "alike": "“{ours}” is like “{theirs}”.",
    "words": "{ours} percent of the words asked for are found in it, {theirs} percent of its own in them.",
    "means": "“{theirs}” ({language}) says what “{ours}” says.",
    "picture": "The look of the whole {look} percent, pattern {pattern}, outlines {outline}.",
    "drawn": "Pattern {pattern} percent, outlines {outline}.",
    "same_class": "Both in class {theirs}.",
    "near_class": "Class {ours} and class {theirs} are filed together: {percent} %.",
    "no_class": "No class in common, and none that is often filed together.",
    "unknown_class": "The classes of this mark are not known.",
}
