"""What in a PDF can act, hide or fail: found by looking at every object of the file, reachable or not.

A record copy must show the same to everybody and do nothing (no script, no attachment, no encryption). A file whose
cross-reference table would first have to be guessed anew is not taken either: two readers may guess differently.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from chancery.records.documents.measures import Hazard

MAX_PAGES = 500
_DECODED_LIMIT = 256 * 2**20
"""Bytes that one stream may hold when unpacked. A page of 600 dpi in colour has 105 million."""

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
_KEYS = {"/JS": "script", "/JavaScript": "script", "/XFA": "xfa", "/EF": "attachment", "/Collection": "attachment"}


@dataclass(frozen=True)
class Anatomy:
    """What the objects of a file say of it. ``units`` is the size of each page's unit in points (PDF: UserUnit)."""

    hazards: tuple[Hazard, ...] = ()
    units: tuple[float, ...] = ()
    fonts_embedded: bool = True
    links: bool = False
    layers: bool = False


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
    except pikepdf.PdfError:
        return Anatomy((Hazard("broken"),))


def _anatomy(pdf: pikepdf.Pdf) -> Anatomy:
    if pdf.is_encrypted:
        return Anatomy((Hazard("encrypted"),))
    if not pdf.pages:
        return Anatomy((Hazard("no-pages"),))
    if len(pdf.pages) > MAX_PAGES:
        return Anatomy((Hazard("too-many-pages"),))
    codes, embedded, links = set[str](), True, False
    for dictionary in _dictionaries(pdf):
        codes.update(_hazards_of(dictionary))
        embedded = embedded and _is_embedded(dictionary)
        links = links or _name(dictionary, "/S") == "/URI"
    if "/OpenAction" in pdf.Root and _name(pdf.Root.OpenAction, "/S") not in {"", "/GoTo"}:
        codes.add("automatic")
    broken = () if codes else tuple(_unreadable_pages(pdf))
    return Anatomy(
        hazards=(*(Hazard(code) for code in sorted(codes)), *broken),
        units=tuple(float(page.obj.get("/UserUnit", 1)) for page in pdf.pages),
        fonts_embedded=embedded,
        links=links,
        layers="/OCProperties" in pdf.Root,
    )


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream of the file, those inside others too. Indirect ones come from the file's own list."""
    for whole in pdf.objects:
        waiting = [whole]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                yield thing
                children = [value for _, value in thing.items()]
            elif isinstance(thing, pikepdf.Array):
                children = list(thing)
            else:
                continue
            waiting += [c for c in children if isinstance(c, pikepdf.Object) and not c.is_indirect]


def _hazards_of(thing: pikepdf.Object) -> Iterator[str]:
    """The codes of one dictionary."""
    if _name(thing, "/Type") != "/StructElem":  # where /S is the kind of a heading or paragraph, freely named
        yield from _known(_ACTIONS, _name(thing, "/S"))
    yield from _known(_SUBTYPES, _name(thing, "/Subtype"))
    yield from (code for key, code in _KEYS.items() if key in thing)
    if _name(thing, "/Type") == "/EmbeddedFile":
        yield "attachment"
    if "/AA" in thing and len(thing.AA) > 0:
        yield "automatic"
    if isinstance(thing, pikepdf.Stream) and "/F" in thing:  # the stream's bytes lie in another file
        yield "elsewhere"


def _known(codes: dict[str, str], name: str) -> Iterator[str]:
    if name in codes:
        yield codes[name]


def _name(thing: pikepdf.Object, key: str) -> str:
    """The name (``/JavaScript``) under a key, or nothing."""
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return ""
    value = thing.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _is_embedded(thing: pikepdf.Object) -> bool:
    """Whether a font's shapes are in the file; True of anything that is not a font with shapes of its own."""
    if _name(thing, "/Type") != "/Font" or _name(thing, "/Subtype") in {"/Type0", "/Type3"}:
        return True
    descriptor = thing.get("/FontDescriptor")
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
        except (pikepdf.PdfError, AttributeError):
            yield Hazard("broken", page=number)
            return
