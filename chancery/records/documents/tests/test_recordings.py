"""What programmes write into sounds and films is taken out; what is heard and seen stays byte for byte."""

import struct
from datetime import UTC, datetime

import pytest

from chancery.core.refusal import Refused
from chancery.records.documents import actions, queries
from chancery.records.documents.metadata import Unreadable
from chancery.records.documents.recordings import clean
from chancery.records.documents.tests.pictures import MP3, TAGGED_MP3, WAV

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PLACE = b"+46.5197+006.6323/"


def id3(content: bytes, *, foot: bool = False) -> bytes:
    size = bytes(len(content) >> shift & 0x7F for shift in (21, 14, 7, 0))
    head = b"ID3\x04\0" + (b"\x10" if foot else b"\0") + size
    return head + content + (b"3DI" + head[3:] if foot else b"")


def ape(content: bytes) -> bytes:
    return content + b"APETAGEX" + struct.pack("<IIII", 2000, len(content) + 32, 1, 0) + bytes(8)


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def wav(*chunks: bytes) -> bytes:
    inside = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def box(name: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return struct.pack(">I", len(inside) + 8) + name + inside


def handler(kind: bytes) -> bytes:
    return box(b"hdlr", bytes(8), kind, bytes(12), b"\0")


def film(*more: bytes, tracks: tuple[bytes, ...] = (b"vide", b"soun"), made: int = 0) -> bytes:
    """A film of nothing, as a programme lays its boxes out; ``made``: when, in seconds since 1904."""
    head = box(b"mvhd", bytes(4), struct.pack(">II", made, made), bytes(88))
    listed = [box(b"trak", box(b"mdia", handler(kind), box(b"minf", box(b"stbl")))) for kind in tracks]
    return box(b"ftyp", b"isom", bytes(4)) + box(b"moov", head, *listed, *more) + box(b"mdat", b"frames")


FORMAT = chunk(b"fmt ", bytes(16))
NOTED = {
    "an ID3 tag before": ("MP3", id3(b"TIT2 my song") + MP3, MP3),
    "two of them, one with a foot": ("MP3", id3(b"a" * 300, foot=True) + id3(b"b") + MP3, MP3),
    "an old tag behind": ("MP3", MP3 + b"TAG" + b"Ada".ljust(125, b"\0"), MP3),
    "the longer old tag": ("MP3", MP3 + b"TAG+".ljust(227, b"x") + b"TAG".ljust(128, b"y"), MP3),
    "an APE tag before an old one": ("MP3", MP3 + ape(b"Artist=Ada") + b"TAG".ljust(128, b"\0"), MP3),
    "a text that is sung": ("MP3", MP3 + b"LYRICSBEGIN" + b"000011LYRICS200", MP3),
    "an empty tag": ("MP3", TAGGED_MP3, MP3),
    "a list of titles": (
        "WAV",
        wav(FORMAT, chunk(b"LIST", b"INFOIART\3\0\0\0Ada"), chunk(b"data", b"abcd")),
        wav(FORMAT, chunk(b"data", b"abcd")),
    ),
    "an origin, and a tag": (
        "WAV",
        wav(chunk(b"bext", b"Ada"), FORMAT, chunk(b"data", b"abc"), chunk(b"id3 ", id3(b"x"))),
        wav(FORMAT, chunk(b"data", b"abc")),
    ),
    "where a film was taken": (
        "MP4",
        film(box(b"udta", box(b"\xa9xyz", PLACE))),
        film(box(b"free", bytes(8 + len(PLACE)))),
    ),
    "when it was made": ("MP4", film(made=3_900_000_000), film()),
    "what another programme adds": ("MP4", film() + box(b"uuid", b"XMP" * 9), film() + box(b"free", bytes(27))),
}


@pytest.mark.parametrize("case", NOTED)
def test_notes_are_taken_out_and_the_rest_stays(case: str) -> None:
    kind, data, wanted = NOTED[case]
    found = clean(data, kind)
    assert found.cleaned
    assert found.data == wanted
    assert not clean(found.data, kind).cleaned, "to clean what is clean changes nothing"


@pytest.mark.parametrize(("kind", "data"), [("MP3", MP3), ("WAV", WAV), ("MP4", film())])
def test_what_has_no_notes_stays_the_same_file(kind: str, data: bytes) -> None:
    found = clean(data, kind)
    assert (found.data, found.cleaned) == (data, False)


def test_nothing_in_a_film_moves_when_notes_before_its_frames_go() -> None:
    data = film(box(b"meta", b"x" * 40))
    assert clean(data, "MP4").data.index(b"frames") == data.index(b"frames")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("MP3", id3(b"x" * 50)),
        ("MP3", b"ID3\x04"),
        ("WAV", wav(chunk(b"data", b"abcd"))),
        ("MP4", film()[:-3]),
        ("MP4", box(b"ftyp", b"isom") + struct.pack(">I", 3) + b"moov"),
    ],
)
def test_what_is_not_whole_is_refused(kind: str, data: bytes) -> None:
    with pytest.raises(Unreadable, match="broken"):
        clean(data, kind)


@pytest.mark.django_db
def test_a_film_with_a_track_of_places_is_refused_with_the_remedy() -> None:
    with pytest.raises(Refused, match="with its pictures and sound alone"):
        actions.keep_video(film(tracks=(b"vide", b"meta")), name="mark", by=7, at=AT)


@pytest.mark.django_db
def test_what_is_kept_is_the_cleaned_file_and_the_person_is_told() -> None:
    kept = actions.keep_sound(id3(b"TIT2 my song") + MP3, name="mark", by=7, at=AT)
    assert queries.content(kept.sha256) == MP3
    [told] = queries.cleaned(kept.removed)
    assert "author" in told.message
    assert actions.keep_sound(MP3, name="mark", by=7, at=AT).removed == ()
