"""Inspects one PDF in a process of its own: reads it from standard input, writes an `Inspection` as JSON.

A PDF is a programme written by a stranger. This process knows no database, no settings and no secret of the office,
and takes from the system no more memory and time than it is told on its command line.

    python -m chancery.records.documents.worker MEMORY_BYTES CPU_SECONDS < some.pdf
"""

import sys
import time
import traceback

import msgspec

from chancery.records.documents.hazards import dissect
from chancery.records.documents.limits import lower
from chancery.records.documents.measure import Unmeasurable, measure
from chancery.records.documents.measures import Hazard, Inspection, PdfMeasures


def inspect(data: bytes) -> Inspection:
    """Dissect, and measure what has no hazard."""
    began = time.perf_counter()
    anatomy = dissect(data)
    if anatomy.hazards:
        return Inspection(hazards=anatomy.hazards)
    try:
        pages, words = measure(data, anatomy.units)
    except Unmeasurable as unmeasurable:
        return Inspection(hazards=(unmeasurable.hazard,))
    return Inspection(
        measures=PdfMeasures(
            pages=pages,
            words=words,
            fonts_embedded=anatomy.fonts_embedded,
            links=anatomy.links,
            layers=anatomy.layers,
            attached=anatomy.attached,
            seconds=round(time.perf_counter() - began, 3),
        )
    )


def _answer(data: bytes) -> Inspection:
    """Whatever a stranger's file makes the readers stumble over, it is the file's fault; the log has the details."""
    try:
        return inspect(data)
    except MemoryError:
        return Inspection(hazards=(Hazard("too-demanding"),))
    except Exception:  # noqa: BLE001 - the readers raise whatever a malformed object makes them raise
        traceback.print_exc()
        return Inspection(hazards=(Hazard("broken"),))


def main(memory: int, seconds: int) -> None:
    """Lower the limits before the first byte is read."""
    lower(memory, seconds)
    sys.stdout.buffer.write(msgspec.json.encode(_answer(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
