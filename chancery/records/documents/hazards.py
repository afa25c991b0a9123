"""What in a PDF can act, hide or fail: found by looking at every object of the file, reachable or not.

A record copy must show the same to everybody and do nothing (no script, no attachment, no encryption). A file whose
cross-reference table would first have to be guessed anew is not taken either: two readers may guess differently.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from chancery.records.documents.measures import Hazard

Entries = dict[str, Any]

MAX_PAGES = 500
_DECODED_LIMIT = 256 * 2**20
"""Bytes that one stream may hold when unpacked. A page of 600 dpi in colour has 105 million."""

_EMBEDS = "embeds"
"""Not a hazard yet: files are embedded, and it depends on which."""

_ACTIONS = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/SubmitForm": "sends",
    "/ImportData": "sends",
    "/GoToR": "elsewhere",
    "/GoToE": "elsewhere",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
}
_SUBTYPES = {
    "/RichMedia": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/Screen": "media",
    "/3D": "media",
    "/FileAttachment": "attachment",
}
_KEYS = {"/JS": "script", "/JavaScript": "script", "/XFA": "xfa", "/EF": _EMBEDS, "/Collection": "attachment"}
_DATA = {
    "/application/json": ".json",
    "/application/xml": ".xml",
    "/text/xml": ".xml",
    "/text/csv": ".csv",
    "/text/plain": ".txt",
}
"""Attached files that a reader looks at and that do nothing: by their type, and how their names end."""

_DATA_LIMIT = 8 * 2**20

_CONTAINERS = (pikepdf.Array, pikepdf.Dictionary)


@dataclass(frozen=True)
class Anatomy:
    """What the objects of a file say of it. ``units`` is the size of each page's unit in points (PDF: UserUnit).

    ``attached`` are the names of the files in it where all of them are plain data (PDF/A-3).
    """

    hazards: tuple[Hazard, ...] = ()
    units: tuple[float, ...] = ()
    fonts_embedded: bool = True
    links: bool = False
    layers: bool = False
    attached: tuple[str, ...] = ()


def dissect(data: bytes) -> Anatomy:
    """Look at every object. Unreadable and encrypted files give one hazard; nothing else can be said of them."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=_DECODED_LIMIT,
        run_length_max_memory=_DECODED_LIMIT,
        png_max_memory=_DECODED_LIMIT,
        tiff_max_memory=_DECODED_LIMIT,
    )
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            return _anatomy(pdf)
    except pikepdf.PasswordError:
        return Anatomy((Hazard("encrypted"),))
    except pikepdf.PdfError as error:
        return Anatomy((Hazard(_code(error)),))


def _anatomy(pdf: pikepdf.Pdf) -> Anatomy:
    if pdf.is_encrypted:
        return Anatomy((Hazard("encrypted"),))
    if not pdf.pages:
        return Anatomy((Hazard("no-pages"),))
    if len(pdf.pages) > MAX_PAGES:
        return Anatomy((Hazard("too-many-pages"),))
    codes, embedded, links, specifications = set[str](), True, False, 0
    for entries, is_stream in _dictionaries(pdf):
        specifications += "/EF" in entries
        codes.update(_hazards_of(entries, is_stream=is_stream))
        embedded = embedded and _is_embedded(entries)
        links = links or entries.get("/S") == Name.URI
    opens_with = pdf.Root.get("/OpenAction")
    if isinstance(opens_with, pikepdf.Dictionary) and opens_with.get("/S") != Name.GoTo:
        codes.add("automatic")
    attached = _plain_data(pdf, specifications) if _EMBEDS in codes else ()
    codes = codes - {_EMBEDS} | ({"attachment"} if attached is None else set())
    broken = () if codes else tuple(_unreadable_pages(pdf))
    return Anatomy(
        hazards=(*(Hazard(code) for code in sorted(codes)), *broken),
        units=tuple(float(page.obj.get("/UserUnit", 1)) for page in pdf.pages),
        fonts_embedded=embedded,
        links=links,
        layers="/OCProperties" in pdf.Root,
        attached=attached or (),
    )


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[tuple[Entries, bool]]:
    """The entries of every dictionary, those inside others too, and whether it is a stream's. Some 9 µs each.

    What is referred to is not followed: the file's own list has it.
    """
    for whole in pdf.objects:
        waiting = [whole]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, pikepdf.Array):
                children = list(thing)
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                entries = dict(thing.items())
                children = list(entries.values())
                yield entries, isinstance(thing, pikepdf.Stream)
            else:
                continue
            waiting += [c for c in children if isinstance(c, _CONTAINERS) and not c.is_indirect]


def _hazards_of(entries: Entries, *, is_stream: bool) -> Iterator[str]:
    """The codes of one dictionary."""
    kind = entries.get("/Type")
    if kind != Name.StructElem:  # where /S is the kind of a heading or paragraph, freely named
        yield from _known(_ACTIONS, entries.get("/S"))
    yield from _known(_SUBTYPES, entries.get("/Subtype"))
    yield from (_KEYS[key] for key in _KEYS.keys() & entries.keys())
    if kind == Name.EmbeddedFile:
        yield _EMBEDS
    if "/AA" in entries and len(entries["/AA"]) > 0:
        yield "automatic"
    if is_stream and "/F" in entries:  # the stream's bytes lie in another file
        yield "elsewhere"


def _known(codes: dict[str, str], name: Any) -> Iterator[str]:
    if isinstance(name, Name) and (code := codes.get(str(name))):
        yield code


def _plain_data(pdf: pikepdf.Pdf, specifications: int) -> tuple[str, ...] | None:
    """The names of the attached files, where all are plain data and the file's own list has them all; else None."""
    listed = list(pdf.attachments.values())
    several = [(one.filename, stream) for one in listed for stream in dict(one.obj.EF.items()).values()]
    embedded = {one.objgen for one in pdf.objects if isinstance(one, pikepdf.Stream) and _is_file(one)}
    if len(listed) != specifications or not embedded <= {stream.objgen for _name, stream in several}:
        return None
    return tuple(one.filename for one in listed) if all(_is_data(*one) for one in several) else None


def _is_file(stream: pikepdf.Stream) -> bool:
    return bool(stream.get("/Type") == Name.EmbeddedFile)


def _is_data(name: str, stream: Any) -> bool:
    """Text of a type that does nothing, under a name that says so. Raises ``PdfError`` where it cannot be unpacked."""
    ending = _DATA.get(str(stream.get("/Subtype", "")), "")
    if not ending or not name.lower().endswith(ending):
        return False
    data = stream.read_bytes()
    try:
        return len(data) <= _DATA_LIMIT and "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def _is_embedded(entries: Entries) -> bool:
    """Whether a font's shapes are in the file; True of anything that is not a font with shapes of its own."""
    if entries.get("/Type") != Name.Font or entries.get("/Subtype") in {Name.Type0, Name.Type3}:
        return True
    descriptor = entries.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return False
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _unreadable_pages(pdf: pikepdf.Pdf) -> Iterator[Hazard]:
    """Pages whose drawing instructions cannot be unpacked. A viewer would show them empty, and say nothing."""
    for number, page in enumerate(pdf.pages, start=1):
        try:
            contents = page.obj.get("/Contents", pikepdf.Array())
            for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
                stream.read_bytes()
        except (pikepdf.PdfError, AttributeError) as error:
            yield Hazard(_code(error), page=number)
            return


def _code(error: Exception) -> str:
    """Running out of memory comes as an error of the file's; only its text tells."""
    return "too-demanding" if any(sign in str(error) for sign in ("memory limit", "bad_alloc")) else "broken"
