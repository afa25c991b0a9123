"""Measuring a picture: its dots and resolution, its colours, the margin around what it shows; and making a small one.

What the treaties ask of a picture (Hague Administrative Instructions 402 to 405, Madrid 11bis) is judged by these
figures; nothing is judged here.
"""

import io
import time
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from chancery.records.documents.colour import coloured_dots
from chancery.records.documents.measures import ImageMeasures
from chancery.records.documents.metadata import Unreadable

MOST_DOTS = 50_000_000
"""A page of A3 at 600 dots an inch has 70 million, a design of 16 by 16 cm at 300 has 3.6 million."""
SMALL = 480
"""The longest side of the small picture, in dots: some 20 KB."""

_MODES: dict[str, Literal["RGB", "grey", "CMYK", "indexed", "bilevel"]] = {
    "1": "bilevel",
    "L": "grey",
    "LA": "grey",
    "I;16": "grey",
    "I;16B": "grey",
    "P": "indexed",
    "PA": "indexed",
    "RGB": "RGB",
    "RGBA": "RGB",
    "YCbCr": "RGB",
    "CMYK": "CMYK",
}
_X_RESOLUTION = 0x011A
_APART = (24, 40, 40)
"""Levels (of 255) of brightness and of colour by which a dot differs from the background, above what JPEG does."""
_UNIFORM, _BACKGROUND = 0.99, 0.5
"""Share of the outermost dots that are of one colour: for a plain background; for there being a background at all."""
_COLOURED = 0.001
"""Share of coloured dots from which a picture is in colour."""


@dataclass(frozen=True)
class Measured:
    """The measures of a picture, and a small one of it (JPEG)."""

    measures: ImageMeasures
    small: bytes


def look(data: bytes, kind: str) -> None:
    """Read no more than what the picture says of its size. Raises `Unreadable`: a bomb is not unpacked to be seen."""
    with _opened(data, kind):
        pass


def measure(data: bytes, kind: str) -> Measured:
    """Unpack and measure. ``kind``: JPEG, PNG or TIFF. Raises `Unreadable`."""
    began = time.perf_counter()
    with _opened(data, kind) as picture:
        dpi = _dpi(picture)
        mode = _MODES.get(picture.mode)
        if mode is None:
            raise Unreadable("colours")
        shown = _shown(picture)
    border, uniform = _around(shown)
    return Measured(
        small=_small(shown),
        measures=ImageMeasures(
            format=kind,
            width=shown.width,
            height=shown.height,
            dpi=dpi,
            colour_mode=mode,
            coloured=coloured_dots(shown) >= max(1, _COLOURED * shown.width * shown.height),
            border=border,
            background_uniform=uniform,
            size=len(data),
            seconds=round(time.perf_counter() - began, 3),
        ),
    )


def _opened(data: bytes, kind: str) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data), formats=(kind,))
    except Image.DecompressionBombError:
        raise Unreadable("too-many-dots") from None
    except UnidentifiedImageError:
        raise Unreadable("broken") from None
    if picture.width * picture.height > MOST_DOTS:
        raise Unreadable("too-many-dots")
    return picture


def _dpi(picture: Image.Image) -> int | None:
    """The resolution that the file states, the lower of the two where they differ.

    Pillow gives a JPEG with notes or a TIFF that states none one of its own: that is not believed.
    """
    stated = picture.info.get("dpi")
    by_tag = _X_RESOLUTION in picture.getexif()
    by_jfif = bool(picture.info.get("jfif_unit"))
    if not stated or not (picture.format == "PNG" or by_tag or by_jfif):
        return None
    return round(min(float(one) for one in stated)) or None


def _shown(picture: Image.Image) -> Image.Image:
    """As a reader sees it, in RGB."""
    turned = ImageOps.exif_transpose(picture)
    if turned.mode.startswith("I;16"):
        turned = turned.point(lambda level: level / 256).convert("L")
    if turned.mode in {"LA", "PA", "RGBA"} or "transparency" in turned.info:
        over = turned.convert("RGBA")
        white = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(white, over).convert("RGB")
    return turned.convert("RGB")


def _around(shown: Image.Image) -> tuple[int | None, bool]:
    """The widest margin around what is shown, and whether the outermost dots are of one colour."""
    bright = shown.convert("YCbCr")  # JPEG blurs colour over neighbouring dots, but not brightness
    ring = _ring(bright)
    colour = tuple(_middle(channel.histogram()) for channel in ring.split())
    alike = 1 - _differing(ring, colour).histogram()[255] / (ring.width * ring.height)
    if alike < _BACKGROUND:
        return None, False
    box = _differing(bright, colour).getbbox()
    if box is None:
        return None, alike >= _UNIFORM
    left, top, right, bottom = box
    return max(left, top, shown.width - right, shown.height - bottom), alike >= _UNIFORM


def _ring(shown: Image.Image) -> Image.Image:
    """The outermost dots, in one row."""
    width, height = shown.size
    ring = Image.new(shown.mode, (2 * (width + height), 1))
    ring.paste(shown.crop((0, 0, width, 1)), (0, 0))
    ring.paste(shown.crop((0, height - 1, width, height)), (width, 0))
    for place, column in enumerate((0, width - 1)):
        side = shown.crop((column, 0, column + 1, height)).transpose(Image.Transpose.ROTATE_90)
        ring.paste(side, (2 * width + place * height, 0))
    return ring


def _middle(histogram: list[int]) -> int:
    """The median level of a channel."""
    half, seen = sum(histogram) / 2, 0
    for level, count in enumerate(histogram):
        seen += count
        if seen >= half:
            return level
    return 255


def _differing(picture: Image.Image, colour: tuple[int, ...]) -> Image.Image:
    """White where a dot differs from the colour, black elsewhere."""
    found = Image.new("L", picture.size)
    for channel, level, apart in zip(picture.split(), colour, _APART, strict=True):
        steps = [255 if step > apart else 0 for step in range(256)]
        differs = ImageChops.difference(channel, Image.new("L", picture.size, level)).point(steps)
        found = ImageChops.lighter(found, differs)
    return found


def _small(shown: Image.Image) -> bytes:
    small = shown.copy()
    small.info = {}
    small.thumbnail((SMALL, SMALL))
    written = io.BytesIO()
    small.save(written, "JPEG", quality=85, optimize=True)
    return written.getvalue()
