"""PDFs for tests: good ones by way of Typst, hostile ones by way of pikepdf. Other rooms' tests use these too."""

import io
import json
import zlib
from datetime import UTC, datetime
from functools import lru_cache

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

_TEMPLATE = """
#let s = json(bytes(sys.inputs.data))
#set document(title: s.title)
#let (top-margin, left-margin, right-margin, bottom-margin) = s.margins.map(margin => margin * 1mm)
#set page(
  paper: s.paper, flipped: s.landscape,
  margin: (top: top-margin, left: left-margin, right: right-margin, bottom: bottom-margin),
  background: {
    if s.reference != "" { place(top + left, dx: 12mm, dy: 8mm, text(8pt, s.reference)) }
    if s.numbered { for line in range(1, 9) { place(top + left, dx: 18mm, dy: line * 25mm, text(8pt, str(line * 5))) } }
  },
)
#set text(size: 12pt, fill: rgb(s.ink), top-edge: "bounds", bottom-edge: "bounds")
#set par(leading: 1em)
#for page in range(s.pages) {
  if page > 0 { pagebreak() }
  if s.text == none {
    // Words dealt out evenly; a bar at each border, so that the margins are exact whatever the words.
    let share = calc.quo(s.words, s.pages) + if page < calc.rem(s.words, s.pages) { 1 } else { 0 }
    place(top + left, rect(width: 100%, height: 2mm, fill: rgb(s.ink)))
    place(bottom + left, rect(width: 100%, height: 2mm, fill: rgb(s.ink)))
    block(inset: (y: 5mm), lorem(share))
  } else { s.text }
}
"""


@lru_cache(maxsize=64)
def pdf(
    pages: int = 3,
    words: int = 400,
    *,
    paper: str = "a4",
    landscape: bool = False,
    margins: tuple[float, float, float, float] = (25, 27, 22, 22),
    text: str | None = None,
    title: str = "Hinge with magnetic latch",
    ink: str = "#000000",
    reference: str = "",
    numbered: bool = False,
) -> bytes:
    """A good PDF of exactly so many pages and words, with ink right at the margins (top, left, right, bottom, in mm).

    ``text`` takes the place of the words and the ink at the borders. ``reference`` stands in the top left-hand
    corner, and line numbers in the left margin when ``numbered``. At most some 300 words fit a page.
    """
    given = {
        "pages": pages,
        "words": words,
        "paper": paper,
        "landscape": landscape,
        "margins": margins,
        "text": text,
        "title": title,
        "ink": ink,
        "reference": reference,
        "numbered": numbered,
    }
    made = typst.compile(_TEMPLATE.encode(), sys_inputs={"data": json.dumps(given)}, timestamp=int(AT.timestamp()))
    assert isinstance(made, bytes)
    return made


def abstract(words: int = 90) -> bytes:
    """One page of so many words."""
    return pdf(pages=1, words=words)


def _changed(change, **save) -> bytes:
    """A good PDF after ``change`` has been done to it."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        change(document)
        written = io.BytesIO()
        document.save(written, **save)
        return written.getvalue()


def encrypted(user: str = "secret", owner: str = "secret") -> bytes:
    return _changed(lambda document: None, encryption=pikepdf.Encryption(user=user, owner=owner))


def with_script() -> bytes:
    """Runs JavaScript when it is opened."""

    def change(document):
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('here')"))

    return _changed(change)


def with_hidden_script() -> bytes:
    """Its script hangs in a name tree, three dictionaries deep."""

    def change(document):
        act = Dictionary(S=Name.JavaScript, JS=document.make_stream(b"app.alert('here')"))
        document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), act])))

    return _changed(change)


def with_annotation(**annotation) -> bytes:
    """Its first page has a clickable rectangle."""

    def change(document):
        document.pages[0].Annots = Array(
            [Dictionary(Type=Name.Annot, Rect=Array([0, 0, 50, 50]), **{"Subtype": Name.Link, **annotation})]
        )

    return _changed(change)


def with_launch() -> bytes:
    return with_annotation(A=Dictionary(S=Name.Launch, F=String("calc.exe")))


def with_link() -> bytes:
    """Harmless: it links to a page of the web."""
    return with_annotation(A=Dictionary(S=Name.URI, URI=String("https://example.org/")))


def with_attachment() -> bytes:
    def change(document):
        document.attachments["other.txt"] = b"another file"

    return _changed(change)


def carrying(content: bytes = b'{"a": 1}', *, name: str = "extract.json", media: str = "/application/json") -> bytes:
    """It carries a file, as PDF/A-3 does."""

    def change(document):
        file = pikepdf.AttachedFileSpec(document, content, filename=name, mime_type=media.removeprefix("/"))
        document.attachments[name] = file

    return _changed(change)


def signed() -> bytes:
    """It has a field with a signature over all of its bytes, as programmes that sign write it."""

    def change(document):
        signature = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/ETSI.CAdES.detached"),
            ByteRange=Array([0, 100, 200, 100]),
            Contents=String("00" * 64),
        )
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("Signature1"),
            Rect=Array([0, 0, 0, 0]),
            V=document.make_indirect(signature),
            Lock=Dictionary(Type=Name.SigFieldLock, Action=Name.All),
        )
        known = document.make_indirect(field)
        document.Root.AcroForm = Dictionary(Fields=Array([known]), SigFlags=3)
        document.Root.Perms = Dictionary(DocMDP=signature)
        document.pages[0].Annots = Array([known])

    return _changed(change)


def with_dynamic_form() -> bytes:
    def change(document):
        document.Root.AcroForm = Dictionary(Fields=Array(), XFA=document.make_stream(b"<xdp/>"))

    return _changed(change)


def with_page_action() -> bytes:
    def change(document):
        document.pages[0].AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.Print))

    return _changed(change)


def with_opening_action() -> bytes:
    """It prints itself when it is opened."""

    def change(document):
        document.Root.OpenAction = Dictionary(S=Name.Named, N=Name.Print)

    return _changed(change)


def opening_at_a_page() -> bytes:
    """Harmless, and what most word processors write: it opens at its first page."""

    def change(document):
        document.Root.OpenAction = Array([document.pages[0].obj, Name.Fit])

    return _changed(change)


def with_layers() -> bytes:
    def change(document):
        document.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())

    return _changed(change)


def with_foreign_font() -> bytes:
    """Its font is named only; each reader takes its own."""

    def change(document):
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica"))
        document.pages[0].Resources.Font.F9 = document.make_indirect(font)

    return _changed(change)


def broken_table() -> bytes:
    """Its cross-reference table points nowhere."""
    data = pdf()
    at = data.rindex(b"startxref")
    return data[:at] + b"startxref\n7\n%%EOF\n"


def truncated() -> bytes:
    data = pdf()
    return data[: len(data) // 2]


def broken_page() -> bytes:
    """The file is well formed, but the second page's drawing instructions cannot be unpacked."""

    def change(document):
        document.pages[1].Contents = pikepdf.Stream(document, b"not deflated at all", Filter=Name.FlateDecode)

    return _changed(change, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


@lru_cache(maxsize=1)
def bomb(unpacked: int = 512 * 2**20) -> bytes:
    """A page of some kilobytes that unpacks to half a gigabyte: blanks, deflated, and deflated again."""
    inner = zlib.compressobj(1)
    packed = b"".join(inner.compress(b" " * 2**24) for _ in range(unpacked // 2**24)) + inner.flush()

    def change(document):
        twice = pikepdf.Stream(document, zlib.compress(packed, 9))
        twice.Filter = Array([Name.FlateDecode, Name.FlateDecode])
        document.pages[0].Contents = document.make_indirect(twice)

    return _changed(change, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def endless(depth: int = 12, width: int = 12) -> bytes:
    """A few kilobytes that take years to paint: each drawing shows the next one twelve times, twelve drawings deep."""

    def change(document):
        inner = document.make_stream(b"0 0 1 1 re f")
        for _ in range(depth):
            inner.Type, inner.Subtype = Name.XObject, Name.Form
            inner.BBox = Array([0, 0, 600, 850])
            outer = document.make_stream(b"/N Do " * width)
            outer.Resources = Dictionary(XObject=Dictionary(N=inner))
            inner = outer
        document.pages[0].Resources = inner.Resources
        document.pages[0].Contents = inner

    return _changed(change)


def scanned(colour: tuple[int, int, int] = (0, 0, 0)) -> bytes:
    """One A4 page that is a picture to its borders: a grey sheet with a dark block 30 mm from each edge. No text."""
    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", (1240, 1754), (233, 233, 233))
    ImageDraw.Draw(sheet).rectangle((177, 177, 1240 - 178, 1754 - 178), fill=colour)
    written = io.BytesIO()
    sheet.save(written, format="PDF", resolution=150)
    return written.getvalue()


def blank(pages: int = 1, size: tuple[float, float] = (595.28, 841.89), **page_keys) -> bytes:
    """So many empty pages, of a size in points."""
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=size)
            for key, value in page_keys.items():
                document.pages[-1].obj[f"/{key}"] = value
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()
