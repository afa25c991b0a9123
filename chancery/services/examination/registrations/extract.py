"""Extracts of the International Register as PDF/A: all data, the life in each party, and the proof of every entry.

Madrid Art. 5ter(1), Hague Rule 32, Lisbon Rule 19. The PDF carries the same as plain data: ``chancery verify`` checks
either, and the register has the data by themselves as well.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from chancery.core import clock
from chancery.records.documents import actions as documents
from chancery.records.register import queries as register
from chancery.records.register.queries import Registration

TYPST = Path(__file__).parent.parent / "typst"
REGISTERS = {
    "madrid": ("International Register of marks", "Madrid Protocol"),
    "hague": ("International Register of designs", "Hague Agreement"),
    "lisbon": ("International Register of appellations of origin and geographical indications", "Lisbon Agreement"),
}
CITES = {"madrid": "Madrid Art. 5ter(1)", "hague": "Hague Rule 32", "lisbon": "Lisbon Rule 19"}


def typeset(file: Registration, *, at: datetime) -> bytes:
    """The certified extract, in English as the Bureau gives it."""
    return documents.typeset(TYPST / "extract.typ", _data(file, at=at), at=at, carries=True)


def attest(file: Registration, *, at: datetime) -> bytes:
    """An attestation: that it is registered, since when, for whom, and where it has effect, on one sheet."""
    return documents.typeset(TYPST / "attestation.typ", _data(file, at=at), at=at)


def _data(file: Registration, *, at: datetime) -> dict[str, Any]:
    name, treaty = REGISTERS[file.system.key]
    extract = register.extract(file, at=at)
    carried = json.dumps(extract, indent=2)  # ASCII alone: no letter that a font lacks can be spelt out in it
    for proof, entry in zip(extract["proofs"], register.timeline(file.number), strict=True):
        proof["leaf"] = entry.commitment.hex()
    return extract | {
        "carried": carried,
        "demo": settings.DEMO,
        "register": name,
        "treaty": treaty,
        "cites": CITES[file.system.key],
        "title": file.title,
        "holders": list(file.holders),
        "registeredOn": file.registered_on.isoformat() if file.registered_on else "",
        "day": clock.local_day(at).isoformat(),
    }
