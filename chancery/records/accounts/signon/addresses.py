"""Which addresses a service may register, and whether an answer may be sent to one."""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext as _

LOOPBACK = ("127.0.0.1", "::1")


def fault(address: str, *, native: bool = False) -> str:
    """Why a service may not register this address, in a sentence; empty where it may.

    Only https, or http on this very machine. ``native``: an application on somebody's device may also have a scheme of
    its own, a reversed domain name (RFC 8252, section 7.1).
    """
    parts = _parts(address)
    words = ""
    if parts is None or any(not sign.isprintable() or sign.isspace() or sign in "*\\" for sign in address):
        words = _("%(address)s is not an address that can be used.")
    elif "#" in address:
        words = _("%(address)s has a part after #. Leave it out.")
    elif "@" in parts.netloc:
        words = _("%(address)s holds a name or a password. Leave them out.")
    elif not _trusted(parts, native=native):
        words = _("%(address)s must begin with https://.")
    return words % {"address": address} if words else ""


def _trusted(parts: SplitResult, *, native: bool) -> bool:
    if parts.scheme == "https":
        return bool(parts.hostname)
    if parts.scheme == "http":
        return parts.hostname in {*LOOPBACK, "localhost"}
    return native and "." in parts.scheme and bool(parts.path)


def matches(given: str, registered: Iterable[str]) -> bool:
    """Whether an answer may go there: the same, sign by sign (RFC 9700, section 2.1).

    The one exception is the port of a loopback address, which an application on somebody's device is given anew each
    time (RFC 8252, section 7.3).
    """
    return any(given == one or _same_but_for_port(given, one) for one in registered)


def _same_but_for_port(given: str, registered: str) -> bool:
    left, right = _parts(given), _parts(registered)
    if left is None or right is None or right.scheme != "http" or right.hostname not in LOOPBACK:
        return False
    host = f"[{right.hostname}]" if ":" in right.hostname else right.hostname
    return given == right._replace(netloc=f"{host}:{left.port}" if left.port else host).geturl()


def origin(address: str) -> str:
    """For a content security policy: where a form may lead in the end. A scheme of its own stands for itself."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in {"http", "https"} else f"{parts.scheme}:"


def _parts(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _port = parts.port  # raises where it is no number
    except ValueError:
        return None
    return parts if parts.scheme else None
