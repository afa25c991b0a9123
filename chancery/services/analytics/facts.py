"""What a worker tells the counter of one visit, in memory and over a socket; forgotten once it has been counted."""

import msgspec

LONGEST = 400  # characters of a browser's description or a route: what is longer is cut


class View(msgspec.Struct, array_like=True, tag="v", frozen=True):
    """A page that was shown. ``referrer``: its class, "" for a link on the portal itself."""

    address: str
    agent: str
    route: str
    language: str
    referrer: str


class Stay(msgspec.Struct, array_like=True, tag="s", frozen=True):
    """How long a page was in view."""

    address: str
    agent: str
    route: str
    seconds: int


Fact = View | Stay

_encoder, _decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(list[Fact])


def packed(facts: list[Fact]) -> bytes:
    return _encoder.encode(facts)


def unpacked(packet: bytes) -> list[Fact]:
    """Raises msgspec.DecodeError for what was not packed here."""
    return _decoder.decode(packet)
