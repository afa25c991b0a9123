"""Files as they come in: a PDF is checked and measured, a sequence listing is read far enough to know what it is."""

from datetime import datetime
from typing import Any

from chancery.records.documents import actions as documents
from chancery.services.filing import sequences
from chancery.services.filing.boxes import XML_PARTS
from chancery.treaties import pct


def keep_part(kind: str, data: bytes, *, name: str, by: int, at: datetime, field: str) -> pct.Part:
    """Keep a part of an application. Raises `Refused` with the reason for ``field``; then nothing is kept."""
    named: dict[str, Any] = {"kind": kind, "name": name[:255]}
    if kind in XML_PARTS:
        sequences.read(data, field=field)
        kept = documents.keep(data, media_type=sequences.XML, name=name, by=by, at=at)
        return pct.Part(**named, sha256=kept.sha256)  # no sheets: it costs nothing (Schedule of Fees, item 1)
    kept = documents.keep_pdf(data, name=name, by=by, at=at, field=field)
    assert kept.measures is not None
    return pct.Part(**named, sha256=kept.sha256, sheets=len(kept.measures.pages), words=kept.measures.words)
