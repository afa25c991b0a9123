"""What shows a mark, or lets it be heard: which kind of file it is, told by its first bytes."""

from datetime import datetime

from chancery.records.documents import actions as documents

SOUNDS = (b"ID3", b"RIFF")
MP3_FRAME = 0xE0


def keep_reproduction(data: bytes, *, name: str, by: int, at: datetime, field: str) -> documents.Kept:
    """Keep a picture, a sound or a film of a mark. Raises `Refused` with the reason for ``field``."""
    keep = documents.keep_image
    if data.startswith(SOUNDS) or _is_mp3(data):
        keep = documents.keep_sound
    elif data[4:8] == b"ftyp":
        keep = documents.keep_video
    return keep(data, name=name, by=by, at=at, field=field)


def _is_mp3(data: bytes) -> bool:
    """Whether it begins with a frame: eleven bits set."""
    return len(data) > 1 and data[0] == 0xFF and data[1] & MP3_FRAME == MP3_FRAME
