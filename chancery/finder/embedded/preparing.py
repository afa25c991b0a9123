"""Many documents made ready for the index by a process beside this one, which meanwhile writes: of two processors
tantivy has one, and what a document is found by is worked out on the other.

They go there as they are stored and come back as entries, a block at a time, in their order.
"""

import itertools
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import IO

from chancery.finder.document import Document
from chancery.finder.embedded.beside import pipe, start
from chancery.finder.embedded.indexing import indexed
from chancery.finder.entries import restored, written

BLOCK = 250  # documents
AHEAD = 4  # blocks on their way: enough that neither waits, little enough to be kept in memory
FEW = 2_000  # documents for which no process is started
COMMAND = f"from {__name__} import main; main()"


def prepared(documents: Iterable[Document]) -> Iterator[tuple[Document, str]]:
    """Each document with its entry. Raises RuntimeError when the other process ends before its work is done."""
    coming = iter(documents)
    yield from here(itertools.islice(coming, FEW))
    if _processors() == 1:
        yield from here(coming)
    elif more := list(itertools.islice(coming, 1)):
        yield from _beside(itertools.chain(more, coming))


def here(documents: Iterable[Document]) -> Iterator[tuple[Document, str]]:
    """The same, in this process alone."""
    for document in documents:
        yield document, indexed(document)


def _beside(documents: Iterator[Document]) -> Iterator[tuple[Document, str]]:
    on_their_way: deque[list[Document]] = deque()
    with ThreadPoolExecutor(1) as hand, _process() as process:
        asked, told = pipe(process.stdin), pipe(process.stdout)
        while block := list(itertools.islice(documents, BLOCK)):
            sources = [written(document) for document in block]
            hand.submit(_send, asked, sources)  # a thread of its own: both pipes may be full at once
            on_their_way.append(block)
            if len(on_their_way) == AHEAD:
                yield from _received(told, on_their_way.popleft())
        while on_their_way:
            yield from _received(told, on_their_way.popleft())


def _send(asked: IO[bytes], sources: list[bytes]) -> None:
    with suppress(BrokenPipeError, ValueError):  # it has ended, or was: then nothing is received, which tells more
        pickle.dump(sources, asked)
        asked.flush()


def _received(told: IO[bytes], block: list[Document]) -> Iterator[tuple[Document, str]]:
    try:
        entries = pickle.load(told)  # noqa: S301 - our own process
    except EOFError:
        raise RuntimeError("The process that prepares documents for the index ended before its work was done") from None
    yield from zip(block, entries, strict=True)


@contextmanager
def _process() -> "Iterator[subprocess.Popen[bytes]]":
    process = start(COMMAND)
    try:
        yield process
    finally:
        process.kill()
        for one in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                pipe(one).close()
        process.wait()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def main() -> None:
    """What the process does, until nobody asks any more."""
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            sources = pickle.load(sys.stdin.buffer)  # noqa: S301 - the process that started this one
            pickle.dump([indexed(restored(source), source) for source in sources], sys.stdout.buffer)
            sys.stdout.buffer.flush()
