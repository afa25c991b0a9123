"""What a programme writes into a sound or a film beside it: title, author, time, place, pictures of a cover.

It is the person's, nobody asked for it, and what is registered is published. So it is taken out, without touching what
is heard and seen: tags of MP3 (ID3, APE, Lyrics3), chunks of WAV, boxes of MP4. To clean what is clean changes nothing.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.records.documents.metadata import Unreadable

_WAV_KEPT = frozenset({b"fmt ", b"fact", b"data"})
"""The chunks that are needed to hear a WAV sound."""

_MP4_HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf"})
_MP4_NOTES = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide"})
"""Boxes that hold other boxes; and those that hold notes, or nothing that is shown."""
_MP4_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
"""Boxes that begin with when the film, a track or its medium was made and changed."""
_SEEN_AND_HEARD = frozenset({b"vide", b"soun", b"hint", b"text", b"sbtl", b"subt", b"clcp"})
"""Handlers of tracks that are pictures, sounds and what is written under them. Others hold data: places, sensors."""
_LINKS = frozenset({b"url ", b"alis", b"dhlr"})
"""Handlers within a track that say only where its data lie."""
_DEEPEST = 8


@dataclass(frozen=True)
class CleanedRecording:
    """A sound or film without notes; the very same bytes where there were none."""

    data: bytes
    cleaned: bool


def clean(data: bytes, kind: str) -> CleanedRecording:
    """Take out what is neither heard nor seen. ``kind``: MP3, WAV or MP4.

    Raises `Unreadable`: "broken" for a file that is not whole; "data-track" for a film that records more than it shows.
    """
    kept = {"MP3": _mp3, "WAV": _wav, "MP4": _mp4}[kind](data)
    return CleanedRecording(kept, kept != data)


# MP3: the frames, without what stands before and after them


def _mp3(data: bytes) -> bytes:
    start, end = 0, len(data)
    while data[start : start + 3] == b"ID3":
        start += _id3_length(data[start : start + 10])
    while (shorter := _without_last_tag(data, end)) < end:
        end = shorter
    sound = data[start:end].lstrip(b"\0")
    if not sound.startswith(b"\xff"):
        raise Unreadable("broken")
    return sound


def _id3_length(head: bytes) -> int:
    """How long an ID3v2 tag is, with its head: four times seven bits; ten more where it has a foot."""
    if len(head) < 10:
        raise Unreadable("broken")
    size = 0
    for each in head[6:10]:
        size = size << 7 | each & 0x7F
    return 10 + size + (10 if head[5] & 0x10 else 0)


def _without_last_tag(data: bytes, end: int) -> int:
    """Where the sound ends before the tag that stands last; the same place where none does."""
    if end >= 128 and data[end - 128 : end - 125] == b"TAG":
        before = end - 128
        return before - 227 if data[max(before - 227, 0) : before].startswith(b"TAG+") else before
    if data[end - 32 : end - 24] == b"APETAGEX":
        size, flags = (int.from_bytes(data[at : at + 4], "little") for at in (end - 20, end - 12))
        return max(0, end - size - (32 if flags & 0x80000000 else 0))
    if data[end - 9 : end] == b"LYRICS200" and data[end - 15 : end - 9].isdigit():
        return max(0, end - 15 - int(data[end - 15 : end - 9]))
    return end


# WAV: a RIFF of chunks, each with its length


def _wav(data: bytes) -> bytes:
    kept = b"".join(_wav_chunks(data))
    if not kept.startswith(b"fmt "):
        raise Unreadable("broken")
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WAVE" + kept


def _wav_chunks(data: bytes) -> Iterator[bytes]:
    """The chunks that are kept. The last one may say that it is longer than it is: a recorder was switched off."""
    at = 12
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + length]
        if name in _WAV_KEPT:
            yield name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        at += 8 + length + length % 2


# MP4: boxes within boxes. What is taken out becomes empty room of the same length, so that nothing else moves.


def _mp4(data: bytes) -> bytes:
    kept = bytearray(data)
    _clean_boxes(kept, 0, len(kept), 0)
    return bytes(kept)


def _clean_boxes(kept: bytearray, start: int, end: int, depth: int) -> None:
    for name, at, content, after in _boxes(kept, start, end):
        if name in _MP4_NOTES:
            kept[at + 4 : at + 8] = b"free"
            kept[content:after] = bytes(after - content)
        elif name in _MP4_TIMED and after - content >= 20:
            long = kept[content] == 1
            kept[content + 4 : content + (20 if long else 12)] = bytes(16 if long else 8)
        elif name == b"hdlr" and after - content >= 24:
            if depth > 1 and bytes(kept[content + 8 : content + 12]) not in _SEEN_AND_HEARD | _LINKS:
                raise Unreadable("data-track")
        elif name in _MP4_HOLDERS and depth < _DEEPEST:
            _clean_boxes(kept, content, after, depth + 1)


def _boxes(data: bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Each box: its name, where it begins, where its content begins, where it ends. Raises `Unreadable`."""
    at = start
    while at + 8 <= end:
        length, head = int.from_bytes(data[at : at + 4]), 8
        if length == 1:
            length, head = int.from_bytes(data[at + 8 : at + 16]), 16
        after = end if length == 0 else at + length
        if after > end or after < at + head:
            raise Unreadable("broken")
        yield bytes(data[at + 4 : at + 8]), at, at + head, after
        at = after
