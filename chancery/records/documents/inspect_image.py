"""Inspecting pictures, sounds and films: their kind and size here; a picture is unpacked in a process of its own."""

from django.conf import settings

from chancery.records.documents import apart, refuse, refuse_media
from chancery.records.documents.measures import ImageInspection
from chancery.records.documents.sniff import film_kind, picture_kind, sound_kind

PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "TIFF": "image/tiff"}
SOUNDS = {"MP3": "audio/mpeg", "WAV": "audio/wav"}
FILMS = {"MP4": "video/mp4"}


def inspect(data: bytes, *, field: str = "") -> ImageInspection:
    """The picture without its notes, its measures and a small one. Raises `Refused`: what is wrong and what to do.

    Takes some 0.2 s and a second for each 25 million dots; call it before a transaction, not inside one.
    """
    _fits(data, field)
    if picture_kind(data) is None:
        raise refuse_media.other(data, "picture", field)
    try:
        found = apart.run("image_worker", data, ImageInspection)
    except apart.TooDemanding:
        found = ImageInspection(hazard="too-demanding")
    if found.hazard:
        raise refuse_media.hazardous(found.hazard, field)
    return found


def sound_type(data: bytes, *, field: str = "") -> str:
    """The media type of a sound (MP3, WAV). Nothing but its first bytes is looked at. Raises `Refused`."""
    _fits(data, field)
    kind = sound_kind(data)
    if kind is None:
        raise refuse_media.other(data, "sound", field)
    return SOUNDS[kind]


def film_type(data: bytes, *, field: str = "") -> str:
    """The media type of a film (MP4). Nothing but its first bytes is looked at. Raises `Refused`."""
    _fits(data, field)
    kind = film_kind(data)
    if kind is None:
        raise refuse_media.other(data, "film", field)
    return FILMS[kind]


def _fits(data: bytes, field: str) -> None:
    if not data:
        raise refuse.empty(field)
    if len(data) > settings.UPLOAD_LIMIT:
        raise refuse_media.too_large(len(data), settings.UPLOAD_LIMIT, field)
