"""Scores pictures by the recipe, many at once, and says why each scores what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from chancery.finder.pictures import outlines, patterns
from chancery.finder.pictures.drawing import Floats
from chancery.finder.pictures.features import Features
from chancery.finder.pictures.outlines import Turned
from chancery.finder.pictures.recipe import FLOORS, WEIGHTS
from chancery.finder.similar.marks import PartScore, Reason

REASONS = {
    "same_look": "They look the same.",
    "look": "They look alike: {percent} percent, where {floor} is usual.",
    "no_look": "They look no more alike than most.",
    "pattern": "{same} of {all} fields are light or dark in both.",
    "no_pattern": "Light and dark are spread otherwise.",
    "outline": "The edges lie alike: {percent} percent.",
    "turned": "The edges lie alike: {percent} percent, turned by about {degrees} degrees.",
    "mirrored": "The edges lie alike: {percent} percent, as in a mirror.",
    "mirrored_turned": "The edges lie alike: {percent} percent, as in a mirror, turned by about {degrees} degrees.",
    "no_outline": "The edges lie otherwise.",
}
_SMALLEST_TURN = 10  # degrees: below, it is not said to be turned


class PictureReason(Reason):
    """A sentence of these `REASONS`."""

    def __str__(self) -> str:
        return REASONS[self.code].format(**self.values)


@dataclass(frozen=True)
class Scores:
    """Of many pictures: how alike each part is, what it scores, and the whole."""

    alike: Mapping[str, Floats]
    parts: Mapping[str, Floats]
    turned: Turned
    total: Floats

    def explained(self, at: int) -> tuple[PartScore, ...]:
        """Each part of one of them with its share of the weight and its reason."""
        whole = sum(WEIGHTS[part] for part in self.parts)
        say: dict[str, Callable[[float], Reason]] = {
            "look": _look,
            "pattern": _pattern,
            "outline": partial(_outline, self.turned, at),
        }
        return tuple(
            PartScore(part, float(score[at]), WEIGHTS[part] / whole, say[part](float(self.alike[part][at])))
            for part, score in self.parts.items()
        )


def scores(asked: Features, others: Features) -> Scores:
    """Compare one picture with many. Parts that one side does not have are left out, and the others weigh more."""
    turned = outlines.alike(asked.outline, others.outline)
    alike: dict[str, Floats] = {}
    if asked.look is not None and others.look is not None:
        alike["look"] = others.look @ asked.look
    alike |= {"pattern": patterns.alike(asked.pattern, others.pattern), "outline": turned.alike}
    parts = {part: above(part, found) for part, found in alike.items()}
    return Scores(alike, parts, turned, weighed(parts))


def above(part: str, alike: Floats) -> Floats:
    """What a part scores: nothing up to its floor, 1 for the same."""
    floor = FLOORS[part]
    return np.clip((alike - floor) / (1 - floor), 0, 1).astype(np.float32)


def weighed(parts: Mapping[str, Floats], weights: Mapping[str, float] = WEIGHTS) -> Floats:
    """The sum of the parts by their weights, out of the sum of those."""
    whole = sum(weights[part] for part in parts)
    total = sum((score * np.float32(weights[part] / whole) for part, score in parts.items()), np.float32(0))
    return np.asarray(total, dtype=np.float32)


def _look(alike: float) -> Reason:
    if alike > 0.995:
        return PictureReason("same_look")
    percent, floor = round(100 * alike), round(100 * FLOORS["look"])
    return PictureReason("look", {"percent": percent, "floor": floor}) if percent > floor else PictureReason("no_look")


def _pattern(alike: float) -> Reason:
    if alike <= FLOORS["pattern"]:
        return PictureReason("no_pattern")
    return PictureReason("pattern", {"same": round(alike * patterns.BITS), "all": patterns.BITS})


def _outline(turned: Turned, at: int, alike: float) -> Reason:
    if alike <= FLOORS["outline"]:
        return PictureReason("no_outline")
    degrees, mirrored = int(turned.degrees[at]), bool(turned.mirrored[at])
    is_turned = min(degrees, 360 - degrees) >= _SMALLEST_TURN
    code = {(False, False): "outline", (False, True): "turned", (True, False): "mirrored"}.get(
        (mirrored, is_turned), "mirrored_turned"
    )
    said: dict[str, str | int] = {"percent": round(100 * alike)}
    return PictureReason(code, said | {"degrees": degrees} if is_turned else said)
