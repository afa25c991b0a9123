"""Inspecting pictures, sounds and films: their kind, size and notes; a picture is unpacked in a process of its own."""

from dataclasses import dataclass

from django.conf import settings

from chancery.records.documents import apart, recordings, refuse, refuse_media
from chancery.records.documents.measures import ImageInspection
from chancery.records.documents.metadata import Unreadable
from chancery.records.documents.sniff import film_kind, picture_kind, sound_kind

PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "TIFF": "image/tiff"}
SOUNDS = {"MP3": "audio/mpeg", "WAV": "audio/wav"}
FILMS = {"MP4": "video/mp4"}


@dataclass(frozen=True)
class Recording:
    """A sound or film as it is kept; ``removed`` says what was taken out of it."""

    data: bytes
    media_type: str
    removed: tuple[str, ...]


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


def sound(data: bytes, *, field: str = "") -> Recording:
    """A sound (MP3, WAV) without its notes. What is heard is not looked at. Raises `Refused`."""
    _fits(data, field)
    kind = sound_kind(data)
    if kind is None:
        raise refuse_media.other(data, "sound", field)
    return _cleaned(data, kind, SOUNDS[kind], field)


def film(data: bytes, *, field: str = "") -> Recording:
    """A film (MP4) without its notes. What is seen is not looked at. Raises `Refused`."""
    _fits(data, field)
    kind = film_kind(data)
    if kind is None:
        raise refuse_media.other(data, "film", field)
    return _cleaned(data, kind, FILMS[kind], field)


def _cleaned(data: bytes, kind: str, media_type: str, field: str) -> Recording:
    try:
        found = recordings.clean(data, kind)
    except Unreadable as unreadable:
        raise refuse_media.unreadable_recording(unreadable.code, field) from None
    return Recording(found.data, media_type, ("tags",) if found.cleaned else ())


def _fits(data: bytes, field: str) -> None:
    if not data:
        raise refuse.empty(field)
    if len(data) > settings.UPLOAD_LIMIT:
        raise refuse_media.too_large(len(data), settings.UPLOAD_LIMIT, field)
