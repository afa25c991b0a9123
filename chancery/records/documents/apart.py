"""Runs a reader of strangers' files in a process of its own, that may be killed; see the workers for what they read."""

import logging
import subprocess
import sys
import threading
from pathlib import Path
from typing import TypeVar

import msgspec

import chancery

MEMORY_BYTES = 1536 * 2**20
CPU_SECONDS = 60
WALL_SECONDS = 120
"""Limits of one inspection. A plain page takes 10 ms of CPU and the readers themselves about 100 MB of addresses."""

_AT_ONCE = threading.BoundedSemaphore(2)
"""Inspections at a time in this process; further uploads wait, so that memory does not grow with their number."""

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)

_HOUSE = Path(chancery.__file__).parent.parent


class TooDemanding(Exception):
    """The worker was killed: the file asked for more memory or time than is given to one."""


def run(worker: str, data: bytes, answer: type[Answer]) -> Answer:
    """What the worker, a module of this room, says of the data. Raises `TooDemanding`; other failures are our own."""
    module = f"chancery.records.documents.{worker}"
    command = [sys.executable, "-P", "-m", module, str(MEMORY_BYTES), str(CPU_SECONDS)]
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own command; the stranger's bytes are its input only
                command, input=data, capture_output=True, timeout=WALL_SECONDS, check=False, cwd="/",
                env={"PYTHONPATH": str(_HOUSE), "LC_ALL": "C.UTF-8"},
            )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise TooDemanding from None
    trouble = done.stderr.decode(errors="replace")[-4000:]
    if done.returncode > 0:
        raise RuntimeError(f"The {worker} failed by itself: {trouble}")
    if trouble:
        _log.warning("The %s said: %s", worker, trouble)
    if done.returncode < 0:
        raise TooDemanding
    return msgspec.json.decode(done.stdout, type=answer)
