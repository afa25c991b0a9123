"""The outlines of a drawing: where its edges lie around their middle, and whether they run round it or away from it.

An edge is an edge, whether of a surface or of a line: so a mark and its redrawing as an outline are near each other.
What is turned is shifted round the middle, so two drawings are compared at every turn, and in the mirror. The strengths
of the waves round the middle do not change with a turn at all: by them candidates are found.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from chancery.finder.pictures.drawing import Drawing, Floats

SIDE, MARGIN = 128, 0.1
KINDS, RINGS, TURNS = 2, 12, 64
"""Edges round the middle and away from it; distances from the middle; directions."""

WAVES = 12
SHAPE = (KINDS, RINGS, TURNS)
_NEAREST, _FARTHEST = 0.15, 2.0
"""Of the mean distance (root of the mean square) of the edges from their middle."""

_SYMMETRY = 0.02
"""A mirror is said only where it makes so much of a difference: many drawings are their own mirror image."""

_SOFT = 2.0
"""Edges are blurred so much, in dots of the square: two edges of one line become one."""


def outline(drawing: Drawing) -> Floats:
    """The edges by kind, distance and direction: of length 1, and 0 in the mean."""
    edges, across, down = _edges(drawing.square(SIDE, margin=MARGIN))
    middle = _middle(edges)
    round_it, away = _ways(edges, across, down, middle)
    places = _places(edges, middle)
    found = np.sqrt(np.stack([_at(kind, places) for kind in (round_it, away)]))
    found -= found.mean()
    length = float(np.linalg.norm(found))
    return np.asarray(found / length if length else found, dtype=np.float32)


def waves(outlines: Floats) -> Floats:
    """For each outline (first axis) the strengths of the waves round the middle, of length 1."""
    strengths = np.abs(np.fft.rfft(outlines, axis=-1))[..., :WAVES].reshape(len(outlines), -1)
    lengths = np.linalg.norm(strengths, axis=1, keepdims=True)
    return np.asarray(strengths / np.maximum(lengths, 1e-9), dtype=np.float32)


@dataclass(frozen=True)
class Turned:
    """How alike each of the others is at its best turn; the turn, in degrees against the clock; whether mirrored."""

    alike: Floats
    degrees: npt.NDArray[np.int64]
    mirrored: npt.NDArray[np.bool_]


def alike(asked: Floats, others: Floats) -> Turned:
    """Compare one outline with others (first axis) at every turn, as they are and in the mirror."""
    ours, theirs = np.fft.rfft(asked, axis=-1), np.fft.rfft(others, axis=-1)
    as_is = np.fft.irfft((ours.conj() * theirs).sum(axis=(1, 2)), TURNS)
    in_mirror = np.fft.irfft((ours * theirs).sum(axis=(1, 2)), TURNS)
    both = np.concatenate((as_is, in_mirror), axis=1)
    best = np.concatenate((as_is, in_mirror - _SYMMETRY), axis=1).argmax(axis=1)
    found = both[np.arange(len(both)), best]
    return Turned(found.astype(np.float32), best % TURNS * 360 // TURNS, best >= TURNS)


def _edges(ink: Floats) -> tuple[Floats, Floats, Floats]:
    """How strong an edge is at each dot, and its slope across and down."""
    soft = Image.fromarray((ink * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1))
    down, across = (np.asarray(one, dtype=np.float32) for one in np.gradient(np.asarray(soft, dtype=np.float32)))
    return np.hypot(across, down), across, down


def _middle(edges: Floats) -> tuple[float, float]:
    total = float(edges.sum()) or 1.0
    dots = np.arange(SIDE)
    return float((edges.sum(axis=0) * dots).sum() / total), float((edges.sum(axis=1) * dots).sum() / total)


def _ways(edges: Floats, across: Floats, down: Floats, middle: tuple[float, float]) -> tuple[Floats, Floats]:
    """The edges that run round the middle, and those that run away from it."""
    dots = np.arange(SIDE, dtype=np.float32)
    x, y = dots[None, :] - middle[0], dots[:, None] - middle[1]
    distance = np.maximum(np.hypot(x, y), 1)
    outward = (across * x + down * y) / distance
    round_it = np.asarray(outward**2 / np.maximum(edges, 1e-6), dtype=np.float32)
    return round_it, np.maximum(edges - round_it, 0)


def _places(edges: Floats, middle: tuple[float, float]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The dots, down and across, of each distance and direction."""
    dots = np.arange(SIDE, dtype=np.float32)
    squares = (dots[None, :] - middle[0]) ** 2 + (dots[:, None] - middle[1]) ** 2
    mean = float(np.sqrt((edges * squares).sum() / max(float(edges.sum()), 1e-6)))
    far = mean * np.linspace(_NEAREST, _FARTHEST, RINGS)[:, None]
    angle = 2 * np.pi * np.arange(TURNS)[None, :] / TURNS
    rows = np.rint(middle[1] - far * np.sin(angle)).astype(np.intp)
    columns = np.rint(middle[0] + far * np.cos(angle)).astype(np.intp)
    return rows, columns


def _at(edges: Floats, places: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]) -> Floats:
    """The blurred edges at these dots; nothing outside of the square."""
    strongest = float(edges.max()) or 1.0
    levels = Image.fromarray((edges / strongest * 255).astype(np.uint8))
    soft = np.asarray(levels.filter(ImageFilter.GaussianBlur(_SOFT)), dtype=np.float32) / 255
    rows, columns = places
    inside = (rows >= 0) & (rows < SIDE) & (columns >= 0) & (columns < SIDE)
    return np.where(inside, soft[rows.clip(0, SIDE - 1), columns.clip(0, SIDE - 1)], 0).astype(np.float32)
