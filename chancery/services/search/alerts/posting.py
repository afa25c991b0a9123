"""One message to an address that somebody else has given, without being led into the house's own network.

The name is resolved once, every address that comes of it is looked at, and the connection goes to that very address:
so a name that says something else a moment later (DNS rebinding) gains nothing. No redirect is followed, no proxy of
the environment is used, and the whole exchange is over after `PATIENCE`.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer
from urllib.parse import urlsplit

from django.conf import settings

PATIENCE = 15.0  # seconds for the whole exchange, after the name has been resolved
MOST_READ = 1_024  # bytes of an answer; what it says besides its status is not looked at
INSIDE_IPV6 = tuple(ipaddress.IPv6Network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))
"""IPv6 networks whose addresses stand for IPv4 ones: translation (RFC 6052, 8215), 6to4 (RFC 3056), Teredo (4380)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Unreachable(OSError):
    """The address may not be called, or does not answer."""


@dataclass(frozen=True)
class Answer:
    """What was answered. ``retry_after``: that header as it was written, where there is one."""

    status: int
    retry_after: str = ""


def may_be_reached(address: Address) -> bool:
    """A public address; besides, in tests, those of ``settings.WEBHOOKS_MAY_REACH``."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return may_be_reached(address.ipv4_mapped)
    if any(address in ipaddress.ip_network(one) for one in settings.WEBHOOKS_MAY_REACH):
        return True
    if isinstance(address, ipaddress.IPv6Address) and any(address in one for one in INSIDE_IPV6):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def resolved(host: str, port: int) -> list[tuple[socket.AddressFamily, Address]]:
    """The addresses of a name. Raises `Unreachable` where there is none, or one of them may not be reached."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as trouble:
        raise Unreachable(f"the name {host} is not known") from trouble
    addresses: list[tuple[socket.AddressFamily, Address]] = [
        (family, ipaddress.ip_address(str(where[0]).partition("%")[0])) for family, *_rest, where in found
    ]
    if not all(may_be_reached(address) for _family, address in addresses):
        raise Unreachable(f"{host} is not a public address")
    return addresses


def post(url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    """Send the body. Raises `Unreachable`."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    host = parts.hostname or ""
    path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    exchange = _Exchange(_connected(resolved(host, port), port))
    try:
        if secure:
            exchange.encrypt(host)
        return exchange.post(parts.netloc, path, body, headers)
    except (OSError, ValueError, http.client.HTTPException) as trouble:
        raise Unreachable(f"no answer: {type(trouble).__name__}") from trouble
    finally:
        exchange.close()


def _connected(addresses: Iterable[tuple[socket.AddressFamily, Address]], port: int) -> socket.socket:
    """A line to the first address that takes it. Each was looked at, and none is resolved again."""
    for family, address in addresses:
        line = socket.socket(family, socket.SOCK_STREAM)
        line.settimeout(PATIENCE / 2)
        try:
            line.connect((str(address), port))
        except OSError:
            line.close()
            continue
        return line
    raise Unreachable("nothing takes the connection")


class _Exchange:
    """One question and its answer over a line that is connected already. It is cut off after `PATIENCE`."""

    def __init__(self, line: socket.socket) -> None:
        self._line, self._over = line, False
        self._limit = Timer(PATIENCE, self._cut)
        self._limit.daemon = True
        self._limit.start()

    def encrypt(self, host: str) -> None:
        """TLS, with a certificate for the name that was given."""
        context = ssl.create_default_context()
        line = context.wrap_socket(self._line, server_hostname=host, do_handshake_on_connect=False)
        self._line = line
        line.do_handshake()

    def post(self, host: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        connection = http.client.HTTPConnection(host)
        connection.sock = self._line  # connected already: it resolves nothing
        connection.request("POST", path, body=body, headers={**headers, "Host": host, "Connection": "close"})
        answer = connection.getresponse()
        answer.read(MOST_READ)
        if self._over:  # half an answer looks like a whole one that is short
            raise TimeoutError
        return Answer(answer.status, answer.getheader("Retry-After") or "")

    def close(self) -> None:
        self._limit.cancel()
        self._line.close()

    def _cut(self) -> None:
        """End an exchange that takes too long, however much of it has come."""
        self._over = True
        with suppress(OSError):  # it may be over
            socket.socket.shutdown(self._line, socket.SHUT_RDWR)  # beneath TLS, which another thread is reading
