"""Pictures, sounds and films for tests, made here. Other rooms' tests use these too."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw

Colour = tuple[int, ...] | int
INK: dict[str, Colour] = {
    "RGB": (20, 60, 160),
    "L": 40,
    "CMYK": (0, 200, 200, 0),
    "1": 0,
    "P": 1,
    "RGBA": (20, 60, 160, 255),
}
PAPER: dict[str, Colour] = {
    "RGB": (255, 255, 255), "L": 255, "CMYK": (0, 0, 0, 0), "1": 1, "P": 0, "RGBA": (0, 0, 0, 0)
}  # fmt: skip


def drawn(size: tuple[int, int] = (600, 450), *, mode: str = "RGB", border: int = 10) -> Image.Image:
    """A lamp, or what will do for one, on plain paper: a block that leaves the border free on each side."""
    picture = Image.new(mode, size, PAPER[mode])
    if mode == "P":
        picture.putpalette([255, 255, 255, 160, 60, 20])
    ImageDraw.Draw(picture).rectangle((border, border, size[0] - border - 1, size[1] - border - 1), fill=INK[mode])
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", *, dpi: int | None = 300, **more: Any) -> bytes:
    """The picture as a file of that kind."""
    written = io.BytesIO()
    if dpi:
        more["dpi"] = (dpi, dpi)
    picture.save(written, kind, **more)
    return written.getvalue()


def image(kind: str = "JPEG", *, dpi: int | None = 300, **how: Any) -> bytes:
    """A good picture, 600 by 450 dots (5.1 by 3.8 cm) with a border of 10, but for what is said of it."""
    return saved(drawn(**how), kind, dpi=dpi)


def notes(*, turned: int = 0, place: bool = True) -> Image.Exif:
    """What a camera writes into a picture: who took it, and where."""
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ada"
    exif[0x013B] = "Ada Alvarez"
    if turned:
        exif[0x0112] = turned
    if place:
        exif[0x8825] = {1: "N", 2: (46.0, 13.0, 12.0), 3: "E", 4: (6.0, 8.0, 24.0)}
    return exif


def photograph(kind: str = "JPEG", **how: Any) -> bytes:
    """A picture with a camera's notes in it."""
    return saved(drawn(), kind, exif=notes(**how).tobytes())


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few hundred bytes that says it has so many dots."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(10_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


WAV = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0"
MP3 = b"\xff\xfb\x90\x00" + bytes(413)
TAGGED_MP3 = b"ID3\x04\0\0\0\0\0\0" + MP3
MP4 = b"\0\0\0\x18ftypisom\0\0\x02\0isommp41" + bytes(16)
