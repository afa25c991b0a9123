"""What a file is by its first bytes, whatever its name says: pictures, sounds and films that are taken, and others."""

import re

_PICTURES = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"))
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"%PDF-", "PDF"),
    (b"8BPS", "Photoshop"),
    (b"%!PS", "PostScript"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"\x1aE\xdf\xa3", "Matroska, WebM"),
    (b"PK\x03\x04", "ZIP, Word, OpenDocument"),
)
_INSIDE = {b"WEBP": "WebP", b"AVI ": "AVI"}
_FILM_BRANDS = frozenset({b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V "})
_OTHER_BRANDS = {
    b"qt  ": "QuickTime",
    b"heic": "HEIC",
    b"heix": "HEIC",
    b"mif1": "HEIC",
    b"avif": "AVIF",
    b"M4A ": "M4A",
}
_MPEG_AUDIO = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff][\x10-\xef]", re.DOTALL)
"""A frame of MPEG audio: its eleven set bits, a version and a layer that there are, a rate that is none of 0 and 15."""


def picture_kind(data: bytes) -> str | None:
    """JPEG, PNG or TIFF; None for anything else."""
    return next((kind for start, kind in _PICTURES if data.startswith(start)), None)


def sound_kind(data: bytes) -> str | None:
    """MP3 or WAV."""
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "WAV"
    return "MP3" if data.startswith(b"ID3") or _MPEG_AUDIO.match(data) else None


def film_kind(data: bytes) -> str | None:
    """MP4."""
    return "MP4" if data[4:8] == b"ftyp" and data[8:12] in _FILM_BRANDS else None


def other_kind(data: bytes) -> str:
    """What a file that is not taken seems to be, for the words of the refusal; nothing where its bytes do not tell."""
    if data[4:8] == b"ftyp":
        return _OTHER_BRANDS.get(data[8:12]) or film_kind(data) or ""
    if data.startswith(b"RIFF"):
        return _INSIDE.get(data[8:12]) or sound_kind(data) or ""
    known = picture_kind(data) or next((kind for start, kind in _OTHERS if data.startswith(start)), None)
    if known is None and b"<svg" in data[:1024]:
        known = "SVG"
    return known or sound_kind(data) or film_kind(data) or ""
