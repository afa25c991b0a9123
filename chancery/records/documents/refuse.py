"""The words of a refusal: what is wrong with a file, and what to do about it."""

from collections.abc import Iterable

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.refusal import Refused
from chancery.records.documents.hazards import MAX_PAGES
from chancery.records.documents.measure import LARGEST_MM, SMALLEST_MM
from chancery.records.documents.measures import Hazard, PdfMeasures
from chancery.treaties.kernel import Finding

_PRINT_AGAIN = gettext_lazy("Print or export the document to a new PDF, and upload that.")

_WORDS = {
    "encrypted": (
        gettext_lazy("The PDF is encrypted or protected by a password, so the office could not copy or print it."),
        gettext_lazy("Save a copy without a password and without restrictions, and upload that."),
    ),
    "broken": (gettext_lazy("The PDF is damaged or incomplete, so two readers may show it differently."), _PRINT_AGAIN),
    "no-pages": (gettext_lazy("The PDF has no page."), _PRINT_AGAIN),
    "too-many-pages": (
        gettext_lazy("The PDF has more than {pages} pages."),
        gettext_lazy("Divide it into several files."),
    ),
    "page-size": (
        gettext_lazy("A page is smaller than {smallest} mm or larger than {largest} mm."),
        gettext_lazy("Set the paper size to A4, export the document again, and upload that."),
    ),
    "script": (gettext_lazy("The PDF contains a script (JavaScript)."), _PRINT_AGAIN),
    "launch": (gettext_lazy("The PDF contains a command that starts another programme."), _PRINT_AGAIN),
    "sends": (gettext_lazy("The PDF contains a form that sends or fetches data."), _PRINT_AGAIN),
    "elsewhere": (gettext_lazy("The PDF refers to another file, which would not be kept with it."), _PRINT_AGAIN),
    "media": (gettext_lazy("The PDF contains sound, film or a moving model."), _PRINT_AGAIN),
    "attachment": (
        gettext_lazy("Other files are attached inside the PDF."),
        gettext_lazy("Remove the attachments, or print the document to a new PDF; upload each file by itself."),
    ),
    "xfa": (gettext_lazy("The PDF is a dynamic form (XFA), which looks different in each reader."), _PRINT_AGAIN),
    "automatic": (gettext_lazy("The PDF contains a command that runs when it is opened or turned over."), _PRINT_AGAIN),
    "too-demanding": (
        gettext_lazy("The PDF asks for more memory or time than the office gives to one file."),
        gettext_lazy("Reduce its pictures (300 dots an inch, black and white), or divide it into several files."),
    ),
}

_KINDS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"PK\x03\x04", "ZIP, Word, OpenDocument"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "XML"),
    (b"%!PS", "PostScript"),
)


def empty(field: str) -> Refused:
    return _refused(_("The file is empty."), _("Choose the file again and upload it."), field)


def too_large(size: int, limit: int, field: str) -> Refused:
    message = _("The file has {size}; at most {limit} are taken.").format(
        size=filesizeformat(size), limit=filesizeformat(limit)
    )
    return _refused(message, _("Reduce its pictures (300 dots an inch), or divide it into several files."), field)


def not_a_pdf(data: bytes, field: str) -> Refused:
    """Say what the file seems to be, when its first bytes tell."""
    kind = next((name for start, name in _KINDS if data.startswith(start)), "")
    seems = _("The file is not a PDF; by its content it is of another kind ({kind}).").format(kind=kind)
    remedy = _("Export or print the document to a PDF, and upload that. Renaming a file does not convert it.")
    return _refused(seems if kind else _("The file is not a PDF."), remedy, field)


def hazardous(hazards: Iterable[Hazard], field: str) -> Refused:
    """One finding for each hazard, with the page where it is known."""
    return Refused([_finding(hazard, field) for hazard in hazards])


def carries(names: Iterable[str], field: str) -> Refused:
    """It would be taken as evidence, but not where the file itself is printed, counted and published."""
    what, remedy = _WORDS["attachment"]
    return _refused(f"{what} ({', '.join(names)})", str(remedy), field)


def advice(measures: PdfMeasures, field: str) -> tuple[Finding, ...]:
    """What is taken but would better be mended."""
    said = []
    if not measures.fonts_embedded:
        said.append(_("Not every font is embedded, so letters may be replaced. Embed all fonts when exporting."))
    if measures.layers:
        said.append(_("The PDF has layers that can be switched off. What is shown at first is what is filed."))
    if measures.links:
        said.append(_("The PDF links to addresses outside. What stands there is not part of what is filed."))
    return tuple(Finding(cites="", message=message, field=field, severity="hint") for message in said)


def _finding(hazard: Hazard, field: str) -> Finding:
    what, remedy = _WORDS[hazard.code]
    message = str(what).format(pages=MAX_PAGES, smallest=int(SMALLEST_MM), largest=int(LARGEST_MM))
    where = [_("Page {page}:").format(page=hazard.page)] if hazard.page else []
    return Finding(cites="", message=" ".join([*where, message, str(remedy)]), field=field, severity="prevents")


def _refused(message: str, remedy: str, field: str) -> Refused:
    return Refused.because(f"{message} {remedy}", field=field)
