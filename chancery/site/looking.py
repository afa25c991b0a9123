"""Who opens an unpublished application, or the account of somebody else: written down, so that the person sees it.

It is told from the address of a page or of the API, so a page that is added tomorrow is counted as well. To answer
nothing but a line is added to a file, once a day for each person and matter; it is entered into the table afterwards,
every hour and whenever somebody asks. Lists in which a title stands are not counted: opening is.
"""

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from chancery.core import clock
from chancery.records.privacy.looks import Looked, enter_looks
from chancery.records.register import queries as register

_NUMBER = re.compile(r"/(PCT-[A-Z]{2}\d{4}-\d{6})(?:/|$)")
_ACCOUNT = re.compile(r"^/account/people/(\d{1,18})/")
_REMEMBERED = 20_000  # looks that a process remembers, so as not to write them again


class Looks:
    """Notes what a signed-in person has opened, after the answer is made and before it is sent."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self._seen: set[str] = set()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        what = _what(request.path_info) if response.status_code == 200 else ""
        if what and request.user.is_authenticated:
            self._note(f"{clock.today().isoformat()} {request.user.pk} {what}\n")
        return response

    def _note(self, line: str) -> None:
        if line in self._seen:
            return
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        self._seen.add(line)
        write(line)


def _what(path: str) -> str:
    if found := _NUMBER.search(path):
        return register.from_address(found[1])
    found = _ACCOUNT.match(path)
    return f"account:{found[1]}" if found else ""


def write(line: str) -> None:
    """Add a line to the file. Writers do not wait for each other, only for whoever takes the file away."""
    with _door(fcntl.LOCK_SH):
        descriptor = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, line.encode())
        finally:
            os.close(descriptor)


def enter() -> int:
    """Enter what is in the file into the table. A crash in the middle enters the same again, which does no harm."""
    taken = _file().with_suffix(".taken")
    if not taken.exists():
        with _door(fcntl.LOCK_EX):
            if not _file().exists():
                return 0
            _file().rename(taken)
    entered = enter_looks(_looks(set(taken.read_text().splitlines())))
    taken.unlink()
    return entered


def _looks(lines: set[str]) -> Iterator[Looked]:
    for line in sorted(lines):
        on, viewer, what = line.split(" ", 2)
        kind, _colon, account = what.partition(":")
        if kind == "account":
            if account != viewer:
                yield Looked(viewer=int(viewer), on=date.fromisoformat(on), about=int(account))
        elif not register.is_public(what):
            yield Looked(viewer=int(viewer), on=date.fromisoformat(on), number=what)


def _file() -> Path:
    return Path(settings.DATA) / "looks"


@contextmanager
def _door(how: int) -> Iterator[None]:
    door = os.open(_file().with_suffix(".door"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(door, how)
        yield
    finally:
        os.close(door)
