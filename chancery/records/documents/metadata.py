"""What a camera or a programme writes into a picture beside the picture: where it was taken, when, by whom, with what.

It is the person's, nobody asked for it, and a picture of a registration is published. So it is taken out, without
touching the picture: all dots stay as they were, and so do resolution, colour profile and orientation.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PIL import Image, TiffImagePlugin

Removed = Literal["place", "notes"]
"""What was taken out: the place where the picture was taken; anything else (author, time, camera, texts, preview)."""

_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _UNIT = 0x0112, 0x011A, 0x011B, 0x0128
_RESOLUTION = (_X_RESOLUTION, _Y_RESOLUTION, _UNIT)
_KEPT_TAGS = (_ORIENTATION, *_RESOLUTION)
_GPS = 0x8825
_NOTES = frozenset({270, 271, 272, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665})
"""Tags of a TIFF: description, camera, programme, time, artist, host, XMP, copyright, IPTC, Photoshop, Exif."""

_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_EXIF = b"Exif\0\0"
_KEPT_SEGMENTS = {_APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0", _APP14: b"Adobe"}

_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD", b"hIST", b"cICP", b"mDCV", b"cLLI"}
)
_MOVING = b"acTL"


class Unreadable(Exception):
    """A picture that cannot be taken, with a code for the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Cleaned:
    """A picture without what does not belong to it; the very same bytes where there was nothing of the kind."""

    data: bytes
    removed: tuple[Removed, ...] = ()


def clean(data: bytes, kind: str) -> Cleaned:
    """Take out what is not the picture. ``kind``: JPEG, PNG or TIFF. Raises `Unreadable`.

    To clean what is clean changes nothing, so that a picture that is brought back is the same file.
    """
    if kind == "TIFF":
        return _tiff(data)
    kept, removed = bytearray(), set[Removed]()
    for piece, taken in _jpeg(data) if kind == "JPEG" else _png(data):
        kept += piece
        removed |= taken
    return Cleaned(bytes(kept), tuple(sorted(removed, reverse=True)))


def _jpeg(data: bytes) -> Iterator[tuple[bytes, set[Removed]]]:
    """The pieces of a JPEG file to keep, up to the end of its first picture; what follows it is not shown."""
    at = 2
    yield data[:at], set()
    while True:
        found = _NEXT_MARKER.search(data, at)
        if found is None:
            raise Unreadable("broken")
        code, start = data[found.end() - 1], found.end()
        if code == _END:
            yield b"\xff\xd9", {"notes"} if data[start:].strip(b"\0") else set()
            return
        if code in _ALONE:
            at = start
            continue
        at = start + int.from_bytes(data[start : start + 2])
        if code == _SCAN:
            found = _NEXT_MARKER.search(data, at)
            at = found.start() if found else len(data)
        yield _segment(code, data[start:at])


def _segment(code: int, rest: bytes) -> tuple[bytes, set[Removed]]:
    """A segment as it is kept (``rest``: its length and content), and what was taken out of it."""
    whole, content = bytes((0xFF, code)) + rest, rest[2:]
    if code == _APP1 and content.startswith(_EXIF):
        exif, removed = _technical(content[len(_EXIF) :])
        plain = _EXIF + exif
        return (bytes((0xFF, code)) + struct.pack(">H", len(plain) + 2) + plain if exif else b""), removed
    if code == _COMMENT or _APP0 <= code <= _APP15:
        wanted = _KEPT_SEGMENTS.get(code)
        return (whole, set()) if wanted and content.startswith(wanted) else (b"", _what(content))
    return whole, set()


def _png(data: bytes) -> Iterator[tuple[bytes, set[Removed]]]:
    """The chunks of a PNG file to keep, up to its end."""
    yield _PNG, set()
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        whole, content = data[at : at + 12 + length], data[at + 8 : at + 8 + length]
        at += 12 + length
        if at > len(data):
            raise Unreadable("broken")
        if kind == _MOVING:
            raise Unreadable("several")
        yield _chunk(kind, whole, content)
    if data[at:].strip(b"\0"):
        yield b"", {"notes"}


def _chunk(kind: bytes, whole: bytes, content: bytes) -> tuple[bytes, set[Removed]]:
    if kind == b"eXIf":
        exif, removed = _technical(content)
        return (_made_chunk(kind, exif) if exif else b""), removed
    if kind[:1].isupper() or kind in _KEPT_CHUNKS:
        return whole, set()
    return b"", _what(content)


def _made_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _technical(payload: bytes) -> tuple[bytes, set[Removed]]:
    """Of an Exif block what is needed to show the picture: how it is turned, and its resolution."""
    found, fresh = Image.Exif(), Image.Exif()
    try:
        found.load(_EXIF + payload)
        fresh.update({tag: found[tag] for tag in _KEPT_TAGS if tag in found})
    except Exception:  # noqa: BLE001 - Pillow raises whatever a malformed block makes it raise
        return b"", {"notes"}
    plain = fresh.tobytes()[len(_EXIF) :] if fresh else b""
    if plain == payload:
        return plain, set()
    return plain, {"place", "notes"} if _GPS in found else {"notes"}


def _what(content: bytes) -> set[Removed]:
    return {"place", "notes"} if b"GPS" in content else {"notes"}


def _tiff(data: bytes) -> Cleaned:
    """A TIFF is written again where it holds notes: they lie scattered in it. Its dots are stored without loss."""
    with Image.open(io.BytesIO(data), formats=("TIFF",)) as picture:
        if not isinstance(picture, TiffImagePlugin.TiffImageFile) or picture.n_frames > 1:
            raise Unreadable("several")
        tags = picture.tag_v2
        notes = set(tags) & {*_NOTES, _GPS}
        if not notes:
            return Cleaned(data)
        kept = TiffImagePlugin.ImageFileDirectory_v2()
        for tag in _RESOLUTION:
            if tag in tags:
                kept[tag] = tags[tag]
        profile = picture.info.get("icc_profile")
        plain = picture.copy()  # Pillow has turned it upright
    plain.info = {}
    written = io.BytesIO()
    plain.save(written, "TIFF", compression="tiff_adobe_deflate", tiffinfo=kept, icc_profile=profile)
    removed: tuple[Removed, ...] = ("place", "notes") if _GPS in notes else ("notes",)
    return Cleaned(written.getvalue(), removed)
