"""An event: one fact, in the past tense, that never changes again."""

from typing import Any, Self

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every event. A room's events stand in its ``events.py``; their fields are plain data.

    The kind is a plain string in the database ("register.ApplicationFiled"), so that a new event needs no migration.
    """

    @classmethod
    def kind(cls) -> str:
        return f"{cls.__module__.split('.')[-2]}.{cls.__name__}"

    def to_body(self) -> dict[str, Any]:
        return msgspec.to_builtins(self)

    @classmethod
    def from_body(cls, body: dict[str, Any]) -> Self:
        """Read the event back. Raises `msgspec.ValidationError` when the body is not of this kind."""
        return msgspec.convert(body, cls)


def plain(body: dict[str, Any]) -> bytes:
    """A body as JSON in its one canonical form: sorted keys, no white space, UTF-8.

    Bodies hold no floating-point numbers, so this agrees with RFC 8785 (JSON Canonicalization Scheme).
    """
    return msgspec.json.encode(body, order="sorted")


def canonical(*, stream: str, version: int, kind: str, at: str, body: bytes) -> bytes:
    """The exact bytes to which a leaf commits; ``body`` is already in its canonical form."""
    record = {"at": at, "body": msgspec.Raw(body), "kind": kind, "stream": stream, "version": version}
    return msgspec.json.encode(record)
