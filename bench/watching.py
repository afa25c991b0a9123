"""What a process and all it started use: processor seconds, and the most memory seen at one time."""

import os
import resource
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

PAUSE = 0.2  # seconds between two looks
KIB = 1024


class Watch:
    """Looks at a process, this one or another, and those below it, for as long as the block runs.

    ``memory`` is what they hold themselves (Pss_Anon and Pss_Shmem of proc_pid_smaps_rollup(5), in bytes); ``mapped``
    counts the pages of files that they looked into as well, which the system takes back when it needs them.
    """

    def __init__(self, process: int = 0) -> None:
        self.process = process or os.getpid()
        self.memory = self.mapped = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while True:
            own, mapped = used(below(self.process))
            self.memory, self.mapped = max(self.memory, own), max(self.mapped, mapped)
            if self._over.wait(PAUSE):
                return


def below(process: int) -> list[int]:
    """The process and all that it started, and these."""
    found, more = [], [process]
    while more:
        found.append(one := more.pop())
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                more += map(int, task.read_text().split())
            except OSError:  # it ended while we looked
                continue
    return found


def used(processes: Iterable[int]) -> tuple[int, int]:
    """Bytes: of their own, and with the files they have mapped."""
    own = mapped = 0
    for process in processes:
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
        except OSError:
            continue
        told = {name: int(rest.split()[0]) * KIB for name, _, rest in (line.partition(":") for line in lines)}
        own += told.get("Pss_Anon", 0) + told.get("Pss_Shmem", 0)
        mapped += told.get("Pss", 0)
    return own, mapped


def processor_of(processes: Iterable[int]) -> float:
    """Seconds of a processor that they and those they waited for have used (fields 14 to 17 of proc_pid_stat(5))."""
    ticks = 0
    for process in processes:
        with suppress(OSError):  # it ended while we looked
            ticks += sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def processor() -> float:
    """Seconds of a processor that this process and those it has waited for have used."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def size_of(folder: Path) -> int:
    """Bytes of all files in it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
