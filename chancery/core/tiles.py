"""The public face of the ledger: checkpoint, tiles and entry bundles as C2SP tlog-tiles.

https://c2sp.org/tlog-tiles: tile (L, N) holds the hashes of up to 256 nodes of tree level 8·L; a bundle holds the leaf
data of up to 256 entries, here the 32-byte salted commitments.
"""

import re
from collections.abc import Callable
from functools import partial

from django.conf import settings

from chancery.core import ledger, models
from chancery.core.checkpoint import Checkpoint, Signer, signer

WIDTH = 256
HEIGHT = 8
_ADDRESS = re.compile(r"(?P<index>(?:x\d{3}/)*\d{3})(?:\.p/(?P<width>[1-9]\d{0,2}))?")


class NoSuchTile(LookupError):
    """The address is malformed, or the ledger is not that long yet."""


def office_signer() -> Signer:
    return signer(settings.LEDGER_ORIGIN, settings.LEDGER_KEY)


def checkpoint() -> str:
    """The signed note for the ledger as it is now."""
    size = ledger.size()
    return office_signer().sign(Checkpoint(settings.LEDGER_ORIGIN, size, ledger.root(size)))


def address(index: int) -> str:
    """1234067 → "x001/x234/067"."""
    parts = [f"{index % 1000:03d}"]
    while index >= 1000:
        index //= 1000
        parts.append(f"x{index % 1000:03d}")
    return "/".join(reversed(parts))


def tile(level: int, where: str) -> bytes:
    """Hashes of one tile. Raises `NoSuchTile`."""
    index, width = _parse(where)
    available = ledger.size() >> (HEIGHT * level)
    return b"".join(_row(partial(ledger.digests, HEIGHT * level), index, width, available))


def entries(where: str) -> bytes:
    """One entry bundle: each leaf's data after its length as two bytes, big-endian."""
    index, width = _parse(where)
    rows = _row(_commitments, index, width, ledger.size())
    return b"".join(len(data).to_bytes(2, "big") + data for data in rows)


def _commitments(start: int, count: int) -> list[bytes]:
    numbers = models.Entry.objects.filter(number__gt=start, number__lte=start + count).order_by("number")
    return [bytes(commitment) for commitment in numbers.values_list("commitment", flat=True)]


def _row(fetch: Callable[[int, int], list[bytes]], index: int, width: int, available: int) -> list[bytes]:
    if index * WIDTH + width > available:
        raise NoSuchTile("The ledger is not that long yet.")
    return fetch(index * WIDTH, width)


def _parse(where: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(where)
    if match is None:
        raise NoSuchTile("A tile's address looks like x001/x234/067 or x001/x234/067.p/12.")
    width = int(match["width"] or WIDTH)
    index = int(match["index"].replace("x", "").replace("/", ""))
    if width > WIDTH or address(index) != match["index"]:
        raise NoSuchTile("A tile's address looks like x001/x234/067 or x001/x234/067.p/12.")
    return index, width
