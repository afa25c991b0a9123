"""Pictures drawn here, and changed as people change them."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageOps

INK, PAPER, SIDE = (20, 60, 140), (255, 255, 255), 240


def _tree(pen: ImageDraw.ImageDraw, **how: object) -> None:
    pen.polygon([(120, 20), (40, 130), (200, 130)], **how)
    pen.rectangle((100, 130, 140, 220), **how)


def _house(pen: ImageDraw.ImageDraw, **how: object) -> None:
    pen.polygon([(30, 110), (120, 40), (210, 110)], **how)
    pen.rectangle((50, 110, 190, 200), **how)
    pen.rectangle((180, 30, 200, 80), **how)


def _ring(pen: ImageDraw.ImageDraw, **how: object) -> None:
    pen.ellipse((30, 60, 150, 180), **how)
    pen.ellipse((130, 90, 220, 150), **how)


def _bolt(pen: ImageDraw.ImageDraw, **how: object) -> None:
    pen.polygon([(130, 10), (60, 130), (110, 130), (80, 230), (180, 100), (125, 100), (170, 10)], **how)


def _steps(pen: ImageDraw.ImageDraw, **how: object) -> None:
    for at in range(4):
        pen.rectangle((30 + 45 * at, 180 - 45 * at, 70 + 45 * at, 220), **how)


SHAPES: dict[str, Callable[..., None]] = {
    "tree": _tree, "house": _house, "ring": _ring, "bolt": _bolt, "steps": _steps
}  # fmt: skip


def drawn(name: str, *, ink: object = INK, paper: object = PAPER, line: int = 0) -> Image.Image:
    """One of the shapes; as an outline where a ``line`` is given."""
    picture = Image.new("RGB", (SIDE, SIDE), paper)
    how = {"outline": ink, "width": line, "fill": paper} if line else {"fill": ink}
    SHAPES[name](ImageDraw.Draw(picture), **how)
    return picture


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def turned(name: str, degrees: float) -> Image.Image:
    return drawn(name).rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)


def mirrored(name: str) -> Image.Image:
    return ImageOps.mirror(drawn(name))


def small_in_a_corner(name: str) -> Image.Image:
    sheet = Image.new("RGB", (SIDE, SIDE), PAPER)
    sheet.paste(drawn(name).resize((60, 60)), (170, 15))
    return sheet
