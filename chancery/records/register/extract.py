"""The extract of a registration: its data, its life in each party, and the inclusion proof of every entry.

As a file it is checked by ``chancery verify``; so is the PDF, which the bulletin's room sets with the file in it.
"""

import json
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override

from chancery.core import clock, ledger, tiles, verify
from chancery.core.ledger import Entry, instant
from chancery.records.register import bibliographic, life
from chancery.records.register.events_registrations import DISCLOSED_OF_REGISTRATIONS
from chancery.records.register.registration import Registration
from chancery.treaties.registrations import PartyLife

FORMAT = "chancery-extract/1"
ATTACHED = "extract.json"
"""What the extract is called in a PDF that carries it."""


def made(file: Registration, *, at: datetime) -> dict[str, Any]:
    """The extract as plain data. What publication does not open is there as a leaf: that it is, not what it says."""
    with override("en"):  # the language in which the Bureau gives it; what it says depends on no reader
        return _made(file, at=at)


def _made(file: Registration, *, at: datetime) -> dict[str, Any]:
    on = clock.local_day(at)
    note = tiles.checkpoint()
    return {
        "format": FORMAT,
        "office": settings.OFFICE_NAME,
        "system": file.system.key,
        "file": file.number,
        "registration": file.registration_number,
        "made": instant(at),
        "page": settings.SITE_URL + reverse("register:registration", args=[_in_address(file.number)]),
        "data": [
            {"code": one.inid, "label": str(one.label), "words": one.words, "day": _iso(one.day)}
            for one in bibliographic.lines(file)
        ],
        "things": list(file.things),
        "statuses": [{"label": one.label, "cites": one.cites} for one in file.statuses(on=on)],
        "termEnds": _iso(file.until(on=on)),
        "lives": [_life(one) for one in file.lives(on=on)],
        "history": [
            {"entry": one.said.number, "at": instant(one.said.at), "words": one.said.words, "by": one.by}
            for one in life.history(file, public=True)
        ],
        "checkpoint": note,
        "key": tiles.office_signer().verifier_key,
        "proofs": [_proof(entry, note) for entry in ledger.stream(file.number)],
    }


def as_file(file: Registration, *, at: datetime) -> HttpResponse:
    """The extract as a file to carry away."""
    text = json.dumps(made(file, at=at), ensure_ascii=False, indent=2)
    name = f"extract-{_in_address(file.number)}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(text, content_type="application/json; charset=utf-8", headers=headers)


def _life(one: PartyLife) -> dict[str, Any]:
    return {
        "party": one.code,
        "name": one.name,
        "spans": [
            {
                "since": span.since.isoformat(),
                "until": _iso(span.until),
                "things": list(span.things if span.until else span.still),
                "state": span.says,
                "by": span.title,
                "cites": span.cites,
            }
            for span in one.spans
        ],
    }


def _proof(entry: Entry, note: str) -> dict[str, Any]:
    """The whole proof of what everyone may read; of the rest the leaf and its path."""
    proof = ledger.inclusion(entry.number, at_size=int(note.split("\n")[1]))
    if entry.kind in DISCLOSED_OF_REGISTRATIONS and not entry.erased:
        carried = verify.carried(entry, note=note, proof=proof)
        del carried["checkpoint"]  # one for all
        return carried
    path = [digest.hex() for digest in proof.path]
    return {"entry": entry.number, "commitment": entry.commitment.hex(), "path": path}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _in_address(number: str) -> str:
    return number.replace("/", "-")
