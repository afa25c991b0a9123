"""Inspects one picture in a process of its own: reads it from standard input, writes an `ImageInspection` as JSON.

A picture is small until it is unpacked, and the readers of pictures are large. So it is treated as a PDF is
(`worker.py`): no database, no settings, no secret, and no more memory and time than the command line says.

    python -m chancery.records.documents.image_worker MEMORY_BYTES CPU_SECONDS < some.jpg
"""

import sys
import traceback

import msgspec

from chancery.records.documents.limits import lower
from chancery.records.documents.measure_image import look, measure
from chancery.records.documents.measures import ImageInspection
from chancery.records.documents.metadata import Unreadable, clean
from chancery.records.documents.sniff import picture_kind


def inspect(data: bytes) -> ImageInspection:
    """Look, clean, measure. Raises `Unreadable`."""
    kind = picture_kind(data)
    if kind is None:
        raise Unreadable("not-a-picture")
    look(data, kind)
    cleaned = clean(data, kind)
    measured = measure(cleaned.data, kind)
    return ImageInspection(measures=measured.measures, data=cleaned.data, small=measured.small, removed=cleaned.removed)


def _answer(data: bytes) -> ImageInspection:
    """Whatever a stranger's file makes the reader stumble over, it is the file's fault; the log has the details."""
    try:
        return inspect(data)
    except Unreadable as unreadable:
        return ImageInspection(hazard=unreadable.code)
    except MemoryError:
        return ImageInspection(hazard="too-demanding")
    except Exception:  # noqa: BLE001 - Pillow raises whatever a malformed file makes it raise
        traceback.print_exc()
        return ImageInspection(hazard="broken")


def main(memory: int, seconds: int) -> None:
    """Lower the limits before the first byte is read."""
    lower(memory, seconds)
    sys.stdout.buffer.write(msgspec.json.encode(_answer(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
