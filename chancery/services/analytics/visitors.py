"""Who has been counted for what today: known by a key that is in memory only and ends with the day.

Nothing here can be read as a list of a visitor's pages. Each fact is one number, made from the key, the visitor and the
fact; only whoever has the key and guesses address, browser and page can ask whether it is there.
"""

import secrets
from collections import Counter
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address


class Visitors:
    """One life of one day's key. ``room``: how many facts it remembers before it counts no more."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._key = secrets.token_bytes(32)
        self._seen: set[bytes] = set()
        self._used: Counter[bytes] = Counter()

    def mark(self, address: str, agent: str) -> bytes:
        """A visitor, as far as this key knows them: the pair of network address and browser, unreadable."""
        return self._mark(_household(address).encode(), agent.encode())

    def is_new(self, visitor: bytes, table: str, key: str, *, bound: int) -> bool:
        """Whether this is to be counted: for the first time today, and within the visitor's bound for the table."""
        fact, share = self._mark(visitor, table.encode(), key.encode()), self._mark(visitor, table.encode())
        if fact in self._seen or self._used[share] >= bound or len(self._seen) >= self._room:
            return False
        self._seen.add(fact)
        self._used[share] += 1
        return True

    def _mark(self, *parts: bytes) -> bytes:
        return blake2b(b"\0".join(parts), key=self._key, digest_size=10).digest()


def _household(address: str) -> str:
    """Of IPv6 the network of one household (64 bits): devices change the rest by themselves several times a day."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address) or parsed.ipv4_mapped:
        return address
    return f"{int(parsed) >> 64:x}"
