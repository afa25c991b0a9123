"""A reader who takes nothing any more is let go: its connection ends, and the thread and room that it held are free.

An export waits for its reader, so a few who stand still could keep all others from theirs. No setting of the server
ends such a connection, but the kernel does (``TCP_USER_TIMEOUT``, tcp(7)): what was sent and is not taken within that
time breaks it. Whoever was cut off goes on after the last row by its cursor.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PATIENCE = 60  # seconds
OPEN = Path("/proc/self/fd")


def end_stalled(port: int, *, seconds: float = PATIENCE) -> int:
    """From now on end connections to this port of ours whose other side takes nothing for so long. Returns how many
    connections there are; 0 where the system does not tell.
    """
    if not hasattr(socket, "TCP_USER_TIMEOUT"):
        return 0
    number = 0
    for one in _sockets():
        with one, suppress(OSError):  # it may be closed while we look
            if one.type == socket.SOCK_STREAM and one.getsockname()[1:2] == (port,):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, round(seconds * 1000))
                number += 1
    return number


def _sockets() -> Iterator[socket.socket]:
    """The sockets of this process, each as a double that may be closed."""
    for file in OPEN.iterdir() if OPEN.is_dir() else ():
        with suppress(OSError):  # no socket, or closed meanwhile
            double = os.dup(int(file.name))
            try:
                yield socket.socket(fileno=double)
            except OSError:
                os.close(double)
