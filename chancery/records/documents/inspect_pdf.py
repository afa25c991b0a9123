"""Inspecting a PDF without trusting it: the cheap questions here, all others in a process that may be killed."""

import logging
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
from django.conf import settings

import chancery
from chancery.records.documents import refuse
from chancery.records.documents.measures import Hazard, Inspection, PdfMeasures

MEMORY_BYTES = 1536 * 2**20
CPU_SECONDS = 60
WALL_SECONDS = 120
"""Limits of one inspection. A plain page takes 10 ms of CPU and the readers themselves about 100 MB of addresses."""

_AT_ONCE = threading.BoundedSemaphore(2)
"""Inspections at a time in this process; further uploads wait, so that memory does not grow with their number."""

_log = logging.getLogger(__name__)

_MAGIC, _MAGIC_WITHIN = b"%PDF-", 1024
_HOUSE = Path(chancery.__file__).parent.parent


def inspect(data: bytes, *, field: str = "") -> PdfMeasures:
    """The measures of a PDF that may be kept. Raises `Refused`: each finding says what is wrong and what to do.

    Takes some 0.3 s and 10 ms a page; call it before a transaction, not inside one.
    """
    if not data:
        raise refuse.empty(field)
    if len(data) > settings.UPLOAD_LIMIT:
        raise refuse.too_large(len(data), settings.UPLOAD_LIMIT, field)
    if _MAGIC not in data[:_MAGIC_WITHIN]:
        raise refuse.not_a_pdf(data, field)
    inspection = _apart(data)
    if inspection.measures is None:
        raise refuse.hazardous(inspection.hazards, field)
    return inspection.measures


def _apart(data: bytes) -> Inspection:
    """Run the worker. One that is killed was asked for too much; one that fails otherwise is our own fault."""
    command = [sys.executable, "-P", "-m", "chancery.records.documents.worker", str(MEMORY_BYTES), str(CPU_SECONDS)]
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own command; the stranger's bytes are its input only
                command, input=data, capture_output=True, timeout=WALL_SECONDS, check=False, cwd="/",
                env={"PYTHONPATH": str(_HOUSE), "LC_ALL": "C.UTF-8"},
            )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Inspection(hazards=(Hazard("too-demanding"),))
    trouble = done.stderr.decode(errors="replace")[-4000:]
    if done.returncode > 0:
        raise RuntimeError(f"The PDF worker failed by itself: {trouble}")
    if trouble:
        _log.warning("The PDF worker said: %s", trouble)
    if done.returncode < 0:
        return Inspection(hazards=(Hazard("too-demanding"),))
    return msgspec.json.decode(done.stdout, type=Inspection)
