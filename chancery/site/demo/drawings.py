"""Pictures of the demonstration office's own marks and designs, drawn here so that they are nobody else's."""

import io

from PIL import Image, ImageDraw

SIZE = (900, 900)
INK, LINE, PALE = (23, 54, 92), (70, 90, 120), (214, 224, 238)
WIDTH = 10

Shape = tuple[str, tuple[int, ...], tuple[int, int, int] | None]
DRAWINGS: dict[str, tuple[Shape, ...]] = {
    "lamp": (
        ("polygon", (300, 470, 380, 170, 520, 170, 600, 470), PALE),
        ("line", (450, 470, 450, 720), None),
        ("ellipse", (330, 700, 570, 780), INK),
    ),
    "lamp above": (
        ("ellipse", (250, 250, 650, 650), PALE),
        ("ellipse", (360, 360, 540, 540), (255, 255, 255)),
        ("ellipse", (420, 420, 480, 480), INK),
    ),
    "lantern": (
        ("ellipse", (290, 250, 610, 690), PALE),
        ("rectangle", (380, 210, 520, 260), INK),
        ("rectangle", (380, 680, 520, 730), INK),
        ("line", (450, 260, 450, 680), None),
        ("line", (300, 470, 600, 470), None),
    ),
    "chair": (
        ("rectangle", (310, 160, 590, 430), PALE),
        ("polygon", (290, 470, 610, 470, 660, 560, 240, 560), INK),
        ("line", (270, 560, 270, 790), None),
        ("line", (630, 560, 630, 790), None),
        ("line", (320, 430, 320, 470), None),
        ("line", (580, 430, 580, 470), None),
    ),
}


def drawn(what: str) -> bytes:
    """One of the drawings as a PNG of 7.6 cm at 300 dots an inch."""
    picture = Image.new("RGB", SIZE, (255, 255, 255))
    pen = ImageDraw.Draw(picture)
    for shape, places, fill in DRAWINGS[what]:
        if shape == "line":
            pen.line(places, fill=LINE, width=WIDTH)
        else:
            getattr(pen, shape)(places, fill=fill, outline=LINE, width=WIDTH)
    written = io.BytesIO()
    picture.save(written, "PNG", dpi=(300, 300))
    return written.getvalue()
