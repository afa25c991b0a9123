"""The sequence listing of an application: refused where it cannot be read, checked by Standard ST.26 where it can.

A listing that departs from the Standard is taken all the same: it does not touch the filing date. The searching
Authority invites the applicant to furnish a correct one (PCT Rule 13ter.1).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.documents import queries as documents
from chancery.standards import st26
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

XML = st26.MEDIA_TYPE
PART: pct.PartKind = "sequence listing"
FIELD = f"parts.{PART}"
CITES = "PCT Rule 5.2(a)"
INVITES = "PCT/ISA/225"
SAME = "WIPO ST.26 para. 45"


def read(data: bytes, *, field: str) -> None:
    """See whether a file is a listing at all. Raises `Refused` with the reason for ``field``."""
    try:
        st26.read(data)
    except st26.NotAListing as no:
        raise Refused.because(_why(no), cites=CITES, field=field) from None


@lru_cache(maxsize=128)
def report(sha256: str, on: date) -> st26.Report | None:
    """What the Standard says of a listing that is kept. It is read once: a hash names the same bytes for ever."""
    try:
        return st26.check(documents.content(sha256), on=on)
    except (st26.NotAListing, documents.Missing):
        return None


def of(application: pct.Application, *, on: date) -> st26.Report | None:
    """What is said of the listing of an application; None where it has none."""
    part = application.part(PART)
    return report(part.sha256, on) if part and part.sha256 else None


def findings(application: pct.Application, *, on: date) -> tuple[Finding, ...]:
    """The faults of the listing, as findings on the application."""
    found = of(application, on=on)
    if found is None:
        return ()
    said = (replace(fault.finding(FIELD), invites=INVITES) for fault in found.to_correct)
    hints = (fault.finding(FIELD) for fault in found.hints)
    return (*said, *hints, *_disagreeing(found.summary, application))


def _disagreeing(summary: st26.Summary, application: pct.Application) -> Iterator[Finding]:
    """Where the listing speaks of another application than this one. Nothing follows, but it is seldom meant."""
    reference = application.file_reference
    if reference and summary.file_reference and reference != summary.file_reference:
        message = _("The file reference in the listing is “{found}”, that of the request “{reference}”.")
        said = message.format(found=summary.file_reference[:60], reference=reference)
        yield Finding(SAME, said, FIELD, "hint")
    if application.title and summary.titles and application.title not in summary.titles:
        said = _("The title in the listing is “{found}”, not that of the request.").format(
            found=summary.titles[0][:120]
        )
        yield Finding(SAME, said, FIELD, "hint")


def _why(no: st26.NotAListing) -> str:
    messages = {
        "not xml": _("This is not well-formed XML (line {line}, column {column}). Export the listing again."),
        "encoding": _("The listing is in {encoding}; ST.26 wants UTF-8. Export the listing again."),
        "entities": _("The listing uses entities of its own. ST.26 allows only those of XML itself."),
        "root": _("This XML file is not a sequence listing: it begins with “{name}”, not with “ST26SequenceListing”."),
        "depth": _("The elements nest too deeply for a listing (line {line}). Export the listing again."),
    }
    return messages[no.why].format(**no.details)
