"""A picture as it is compared: what is drawn, as more or less ink on its ground, cut to where the ink is.

Colours go, so that another colour, or light on dark, is the same drawing.
"""

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter, ImageOps

Floats = npt.NDArray[np.float32]

KINDS = ("JPEG", "PNG", "TIFF")
MOST_DOTS = 50_000_000
WORKED_AT = 480
"""The longest side, in dots, in which the ground and the ink are looked for."""

_INKED, _FRAME, _LEAST = 0.3, 3, 8
"""From how much of the strongest ink a dot counts as drawn; dots of the border that tell the ground; the least side."""


class Unreadable(ValueError):
    """It is no picture that can be compared: of another kind, damaged, or with nothing drawn on it."""


@dataclass(frozen=True)
class Drawing:
    """The ink, from 0 to 255, within the box that holds it."""

    ink: Image.Image

    def stretched(self, side: int) -> Floats:
        """Ink from 0 to 1 in a square, whatever the shape of the box was."""
        return _shares(self.ink.resize((side, side), Image.Resampling.BOX, reducing_gap=2))

    def square(self, side: int, *, margin: float) -> Floats:
        """Ink from 0 to 1 in the middle of a square, in its own shape, with a margin as a share of the side."""
        inner = round(side * (1 - 2 * margin))
        fitted = ImageOps.contain(self.ink, (inner, inner), Image.Resampling.BOX)
        sheet = Image.new("L", (side, side))
        sheet.paste(fitted, ((side - fitted.width) // 2, (side - fitted.height) // 2))
        return _shares(sheet)


def read(data: bytes) -> Drawing:
    """The drawing in a file (JPEG, PNG, TIFF). Raises `Unreadable`."""
    try:
        with Image.open(io.BytesIO(data), formats=KINDS) as opened:
            if opened.width * opened.height > MOST_DOTS:
                raise Unreadable("The picture has too many dots.")
            return drawn(opened)
    except Unreadable:
        raise
    except Exception as trouble:  # Pillow raises whatever a malformed file makes it raise
        raise Unreadable("The picture cannot be read.") from trouble


def drawn(picture: Image.Image) -> Drawing:
    """What is drawn in a picture. Raises `Unreadable` where all of it has one colour."""
    colours = _on_paper(picture)
    ground = np.median(_border(colours), axis=0)
    ink = np.abs(colours - ground).max(axis=2)
    strongest = float(np.percentile(ink, 99.5)) or float(ink.max())
    if strongest < _LEAST:
        raise Unreadable("There is nothing drawn on the picture.")
    shares = np.clip(ink / strongest, 0, 1)
    left, upper, right, lower = _box(shares > _INKED)
    return Drawing(Image.fromarray((shares[upper:lower, left:right] * 255).astype(np.uint8)))


def _on_paper(picture: Image.Image) -> Floats:
    """Its colours, on white where it is clear, made small and a little soft, so that noise is not taken for ink."""
    picture.thumbnail((WORKED_AT, WORKED_AT), reducing_gap=2)
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    soft = picture.convert("RGB").filter(ImageFilter.MedianFilter(3))
    return np.asarray(soft, dtype=np.float32)


def _border(colours: Floats) -> Floats:
    edges = (colours[:_FRAME], colours[-_FRAME:], colours[:, :_FRAME], colours[:, -_FRAME:])
    return np.concatenate([edge.reshape(-1, 3) for edge in edges]).astype(np.float32)


def _box(inked: npt.NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Left, upper, right, lower; of some size in any case."""
    across, down = (np.flatnonzero(inked.any(axis=axis)) for axis in (0, 1))
    box = []
    for found, length in ((across, inked.shape[1]), (down, inked.shape[0])):
        first, last = (int(found[0]), int(found[-1]) + 1) if len(found) else (0, length)
        short = max(_LEAST - (last - first), 0)
        box.append((max(first - short, 0), min(last + short, length)))
    return box[0][0], box[1][0], box[0][1], box[1][1]


def _shares(picture: Image.Image) -> Floats:
    return np.asarray(picture, dtype=np.float32) / np.float32(255)
