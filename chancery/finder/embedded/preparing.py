"""Many documents made ready for the index by a process beside this one, which meanwhile writes: of two processors
tantivy has one, and what a document is found by is worked out on the other.

They go there as they are stored and come back as entries, a block at a time, in their order. For seconds tantivy takes
none, while it writes a segment out; what is prepared then is kept until it does.
"""

import itertools
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import IO

from chancery.finder.document import Document
from chancery.finder.embedded.beside import pipe, start
from chancery.finder.embedded.indexing import indexed
from chancery.finder.entries import identity, restored, written

BLOCK = 250  # documents
AHEAD = 30  # blocks on their way, or waiting here: about 50 MB
FEW = 2_000  # documents for which no process is started
COMMAND = f"from {__name__} import main; main()"


Prepared = tuple[str, str]
"""The name of a document in the index, and its entry."""


def prepared(documents: Iterable[Document]) -> Iterator[Prepared]:
    """What goes into the index for each document. Raises RuntimeError when the other process ends before its work is
    done.
    """
    coming = iter(documents)
    yield from here(itertools.islice(coming, FEW))
    if _processors() == 1:
        yield from here(coming)
    elif more := list(itertools.islice(coming, 1)):
        yield from _beside(itertools.chain(more, coming))


def here(documents: Iterable[Document]) -> Iterator[Prepared]:
    """The same, in this process alone."""
    for document in documents:
        yield _name(document), indexed(document)


def _beside(documents: Iterator[Document]) -> Iterator[Prepared]:
    """Asked and told by a thread each: both pipes may be full at once, and this one is held up by tantivy."""
    on_their_way: deque[Future[list[Prepared]]] = deque()
    with ThreadPoolExecutor(1) as mouth, ThreadPoolExecutor(1) as ear, _process() as process:
        asked, told = pipe(process.stdin), pipe(process.stdout)
        while block := list(itertools.islice(documents, BLOCK)):
            mouth.submit(_send, asked, [written(document) for document in block])
            on_their_way.append(ear.submit(_receive, told, [_name(document) for document in block]))
            if len(on_their_way) == AHEAD:
                yield from on_their_way.popleft().result()
        while on_their_way:
            yield from on_their_way.popleft().result()


def _name(document: Document) -> str:
    return identity(document.collection, document.key)


def _send(asked: IO[bytes], sources: list[bytes]) -> None:
    with suppress(BrokenPipeError, ValueError):  # it has ended, or was: then nothing is received, which tells more
        pickle.dump(sources, asked)
        asked.flush()


def _receive(told: IO[bytes], names: list[str]) -> list[Prepared]:
    try:
        entries = pickle.load(told)  # noqa: S301 - our own process
    except EOFError:
        raise RuntimeError("The process that prepares documents for the index ended before its work was done") from None
    return list(zip(names, entries, strict=True))


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
