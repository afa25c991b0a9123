"""A process beside this one that works for it and speaks with it through two pipes."""

import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[3]


def start(program: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """A process that runs the program, a text of Python, with these arguments."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own


def pipe(one: IO[bytes] | None) -> IO[bytes]:
    """A pipe of a process that was started here: it has both."""
    assert one is not None
    return one
