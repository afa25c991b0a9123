"""The one append-only, Merkle-hashed log of the office.

A leaf is a salted commitment to an event: ``SHA-256(salt ‖ canonical event)``. So the public tree shows nothing of an
unpublished application (PCT Art. 30), publication discloses by handing out salt and event, and erasing a person's data
destroys both while the tree stays valid.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from chancery.core import models, tree
from chancery.core.event import Event, canonical, plain
from chancery.core.refusal import Conflict

LEVEL = 48  # a node's key is level << LEVEL | index
BATCH = 500  # entries a reader takes at a time


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event at its place. ``body`` and ``salt`` are None once it has been erased."""

    number: int
    stream: str
    version: int
    kind: str
    at: datetime
    body: dict[str, Any] | None
    salt: bytes | None
    commitment: bytes

    @property
    def erased(self) -> bool:
        return self.body is None


@dataclass(frozen=True)
class Proof:
    """An audit path: ``entry`` (1-based, as in the ledger) is in the tree of ``size`` entries with this ``root``."""

    entry: int
    size: int
    path: tuple[bytes, ...]
    root: bytes


def instant(at: datetime) -> str:
    """The instant as it is written into a leaf: UTC, microseconds, "Z"."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def commit_to(salt: bytes, event_bytes: bytes) -> bytes:
    return hashlib.sha256(salt + event_bytes).digest()


# Writing


def append(stream_name: str, events: Sequence[Event], *, after: int | None, at: datetime) -> tuple[Entry, ...]:
    """Write events at the end of a stream, in one transaction.

    ``after`` is the version the caller has seen (0 for a new stream); `Conflict` when the stream has moved on since.
    None appends whatever the version is.
    """
    with transaction.atomic():
        head = _lock()
        current = version(stream_name)
        if after is not None and after != current:
            raise Conflict.because(
                _("Someone else has changed this in the meantime. Look at the newer state, then do it again.")
            )
        drafts = [(stream_name, current + step, event) for step, event in enumerate(events, start=1)]
        return _write(head, drafts, at=at)


def append_many(items: Iterable[tuple[str, Event]], *, at: datetime) -> int:
    """Write the first event of many new streams in one transaction. For imports. Returns how many."""
    with transaction.atomic():
        head = _lock()
        return len(_write(head, [(name, 1, event) for name, event in items], at=at))


@dataclass(frozen=True)
class _Head:
    """How long the ledger is, and the hashes of the complete subtrees it is made of, from left to right."""

    size: int
    edge: tuple[bytes, ...]


def _lock() -> _Head:
    """Take the one lock of all writers. Plain SQL here and below: each append runs these five statements."""
    wait = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT size, edge FROM core_head{wait}")  # noqa: S608 - a constant
        size, edge = cursor.fetchone()
    edge = bytes(edge)
    return _Head(size, tuple(edge[start : start + 32] for start in range(0, len(edge), 32)))


def _write(head: _Head, drafts: Sequence[tuple[str, int, Event]], *, at: datetime) -> tuple[Entry, ...]:
    entries = tuple(_seal(head.size + step, *draft, at=at) for step, draft in enumerate(drafts, start=1))
    edge, nodes = _grow(head, [entry.commitment for entry in entries])
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO core_entry (number, stream, version, kind, at, body, salt, commitment)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            [_row(entry) for entry in entries],
        )
        if nodes:
            cursor.executemany("INSERT INTO core_node (key, digest) VALUES (%s, %s)", nodes)
        cursor.execute("UPDATE core_head SET size = %s, edge = %s", [head.size + len(entries), b"".join(edge)])
    return entries


def _seal(number: int, stream_name: str, new_version: int, event: Event, *, at: datetime) -> Entry:
    salt, body, kind = os.urandom(32), event.to_body(), event.kind()
    leaf = canonical(stream=stream_name, version=new_version, kind=kind, at=instant(at), body=plain(body))
    return Entry(
        number=number,
        stream=stream_name,
        version=new_version,
        kind=kind,
        at=at,
        body=body,
        salt=salt,
        commitment=commit_to(salt, leaf),
    )


def _row(entry: Entry) -> tuple[Any, ...]:
    at = connection.ops.adapt_datetimefield_value(entry.at)
    body = plain(entry.body or {}).decode()
    return entry.number, entry.stream, entry.version, entry.kind, at, body, entry.salt, entry.commitment


def _grow(head: _Head, commitments: Sequence[bytes]) -> tuple[list[bytes], list[tuple[int, bytes]]]:
    """The new right edge, and the complete subtrees that the new leaves bring, as rows (key, hash)."""
    edge = list(head.edge)
    grown: list[tuple[int, bytes]] = []
    for leaf, commitment in enumerate(commitments, start=head.size):
        completed = tree.push(edge, leaf, tree.leaf_hash(commitment))
        grown += [(level << LEVEL | index, digest) for level, index, digest in completed]
    return edge, grown


# Reading


def size() -> int:
    [(entries,)] = _rows("SELECT size FROM core_head", [])
    return entries


def count(kind: str) -> int:
    """How many entries of one kind there are."""
    return models.Entry.objects.filter(kind=kind).count()


def version(stream_name: str) -> int:
    """The version of a stream: how many events it has; 0 when there is no such stream."""
    [(newest,)] = _rows("SELECT MAX(version) FROM core_entry WHERE stream = %s", [stream_name])
    return newest or 0


def stream(name: str) -> tuple[Entry, ...]:
    return tuple(_read(row) for row in models.Entry.objects.filter(stream=name).order_by("version"))


def streams(names: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
    """Several streams with one question to the database."""
    found: dict[str, list[Entry]] = {}
    for row in models.Entry.objects.filter(stream__in=list(names)).order_by("stream", "version"):
        found.setdefault(row.stream, []).append(_read(row))
    return {name: tuple(entries) for name, entries in found.items()}


def read(after: int, limit: int = BATCH) -> list[Entry]:
    """Entries in the order of the ledger, from ``after + 1``."""
    rows = models.Entry.objects.filter(number__gt=after).order_by("number")[:limit]
    return [_read(row) for row in rows]


def entry(number: int) -> Entry | None:
    row = models.Entry.objects.filter(number=number).first()
    return _read(row) if row else None


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the tree holds of one entry, and what the entry itself gives; None once it has been erased."""

    number: int
    stream: str
    commitment: bytes
    recomputed: bytes | None


def leaves() -> Iterator[Leaf]:
    """Every leaf in order, recomputed from the stored entry, without holding the ledger in memory."""
    columns = ("number", "stream", "version", "kind", "at", "body", "salt", "commitment")
    rows = models.Entry.objects.order_by("number").values_list(*columns)
    for number, name, its_version, kind, at, body, salt, commitment in rows.iterator(chunk_size=5_000):
        recomputed = None
        if body is not None and salt is not None:
            text = canonical(stream=name, version=its_version, kind=kind, at=instant(at), body=body.encode())
            recomputed = commit_to(bytes(salt), text)
        yield Leaf(number, name, bytes(commitment), recomputed)


def _read(row: models.Entry) -> Entry:
    return Entry(
        number=row.number,
        stream=row.stream,
        version=row.version,
        kind=row.kind,
        at=row.at,
        body=None if row.body is None else json.loads(row.body),
        salt=None if row.salt is None else bytes(row.salt),
        commitment=bytes(row.commitment),
    )


# Erasing


def erase(number: int) -> None:
    """Destroy salt and body of one entry, and what is owed for it. The commitment stays: every proof stays valid."""
    with transaction.atomic():
        models.OutboxItem.objects.filter(number=number).delete()
        models.Entry.objects.filter(number=number).update(body=None, salt=None)


# Proving


def root(at_size: int | None = None) -> bytes:
    """Root hash of the tree at a size (default: now)."""
    leaves = size() if at_size is None else at_size
    return _hash_of_ranges([(0, leaves)])[0] if leaves else tree.EMPTY_ROOT


def inclusion(number: int, *, at_size: int | None = None) -> Proof:
    """Proof that entry ``number`` is in the tree. Raises ValueError when it is not."""
    leaves = size() if at_size is None else at_size
    *path, top = _hash_of_ranges([*tree.inclusion_ranges(number - 1, leaves), (0, leaves)])
    return Proof(number, leaves, tuple(path), top)


def consistency(old: int, new: int) -> tuple[bytes, ...]:
    """Proof that the tree of ``new`` entries starts with the tree of ``old`` entries."""
    return tuple(_hash_of_ranges(tree.consistency_ranges(old, new)))


def digests(level: int, start: int, count: int) -> list[bytes]:
    """Hashes of ``count`` neighbouring nodes of one level; for the tiles."""
    found = _digests({(level, index) for index in range(start, start + count)})
    return [found[level, index] for index in range(start, start + count)]


def _hash_of_ranges(ranges: Sequence[tuple[int, int]]) -> list[bytes]:
    covers = [tree.cover(start, end) for start, end in ranges]
    known = _digests({node for nodes in covers for node in nodes})
    return [tree.fold([known[node] for node in nodes]) for nodes in covers]


def _digests(nodes: Iterable[tree.Node]) -> dict[tree.Node, bytes]:
    leaves = [index + 1 for level, index in nodes if level == 0]
    keys = [level << LEVEL | index for level, index in nodes if level]
    known: dict[tree.Node, bytes] = {}
    for number, commitment in _among("SELECT number, commitment FROM core_entry WHERE number", leaves):
        known[0, number - 1] = tree.leaf_hash(bytes(commitment))
    for key, digest in _among("SELECT key, digest FROM core_node WHERE key", keys):
        known[key >> LEVEL, key & ((1 << LEVEL) - 1)] = bytes(digest)
    return known


def _among(question: str, values: Sequence[int]) -> list[tuple[Any, ...]]:
    """The rows whose last-named column is one of the values."""
    return _rows(f"{question} IN ({', '.join(['%s'] * len(values))})", values) if values else []


def _rows(question: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Plain SQL: a proof asks three times, an append once, and the ORM would take longer than the store."""
    with connection.cursor() as cursor:
        cursor.execute(question, parameters)
        return cursor.fetchall()
