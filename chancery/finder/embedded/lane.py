"""Dear searches in a process of their own, which the kernel ends when their time is used up.

tantivy cannot be told to stop, and a thread cannot be ended. A process can: before each task it sets the alarm of its
own processor time (``ITIMER_PROF``), whose signal ends it wherever it is. So what a search uses of a core is limited
whatever it asks for, and a busy machine does not refuse what a quiet one answers. The process yields to others (nice),
takes one task at a time, and goes away when nothing was asked of it for a while.
"""

import os
import pickle
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeVar

from chancery.finder.cost import used
from chancery.finder.embedded.beside import pipe, start
from chancery.finder.query import QueryError

POLITE = 10  # of the processor's nice values: web requests come first
IDLE = 60.0  # seconds
PATIENCE = 10  # times its budget that a task may take by the clock: a full machine, a slow disk
_OUT_OF_TIME = (-signal.SIGPROF, -signal.SIGALRM)

T = TypeVar("T")


class Lane:
    """The process beside this one. Safe to use from many threads; tasks run one after the other."""

    def __init__(self, folder: Path, *, budget: float) -> None:
        self.budget = budget
        self._folder = folder
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, task: Callable[..., T], *arguments: object, **named: object) -> T:
        """What ``task`` returns when it is called with these arguments and ``engine=``, in the other process.

        ``budget`` is in seconds of processor time. Raises QueryError when it is used up, and what the task raises of
        QueryError.
        """
        with self._lock:
            fault, result, seconds = self._answer(pickle.dumps((task, arguments, named, self.budget)))
        used(seconds * 1000)
        if fault:
            code, position, values = fault
            raise QueryError(code, position, **values)
        found: T = result
        return found

    def close(self) -> None:
        """End the process; the next task starts another."""
        with self._lock:
            if self._process:
                self._process.kill()
                self._process.communicate()
                self._process = None

    def _answer(self, task: bytes) -> Any:
        """What the process says to the task. One that went away for want of tasks in this moment is started again."""
        while True:
            process = self._running()
            with suppress(BrokenPipeError):
                pipe(process.stdin).write(task)
                pipe(process.stdin).flush()
            try:
                return pickle.load(pipe(process.stdout))  # noqa: S301 - our own process
            except EOFError:
                if process.wait():
                    raise self._ended(process.returncode) from None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._process = start(f"from {__name__} import main; main()", str(self._folder))
        return self._process

    def _ended(self, status: int) -> Exception:
        if status not in _OUT_OF_TIME:
            return RuntimeError(f"The process for dear searches ended with status {status}")
        used(self.budget * 1000)
        return QueryError("too_much_time", seconds=f"{self.budget:g}")


def serve(folder: str, asked: IO[bytes], told: IO[bytes]) -> None:
    """Run tasks as they come, until none comes any more."""
    from chancery.finder.embedded.engine import EmbeddedEngine
    from chancery.finder.embedded.folder import Folder

    engine = EmbeddedEngine(Folder(Path(folder)))
    while select.select([asked], [], [], IDLE)[0]:
        try:
            task, arguments, named, budget = pickle.load(asked)  # noqa: S301 - the process that started this one
        except EOFError:
            return
        began = time.process_time()
        _alarm(budget)
        fault, result = _done(task, arguments, {**named, "engine": engine})
        answer = pickle.dumps((fault, result, time.process_time() - began))
        _alarm(0)
        told.write(answer)
        told.flush()


def _done(task: Any, arguments: Any, named: Any) -> tuple[Any, Any]:
    try:
        return None, task(*arguments, **named)
    except QueryError as error:
        return (error.code, error.position, error.values), None


def _alarm(budget: float) -> None:
    """End this process after so many seconds of its own time, or many more by the clock; 0: never."""
    signal.setitimer(signal.ITIMER_PROF, budget)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE * budget)


def main() -> None:
    """What the process does."""
    os.nice(POLITE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is heard by the process that started this one
    serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
