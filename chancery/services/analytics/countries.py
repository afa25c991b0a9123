"""The operator's own table of networks and countries, if there is one. Read at the start; nothing of it is written.

A CSV file without heads: ``192.0.2.0/24,CH``. The most specific network speaks. The table should be coarse: a country
of which few come will never be shown.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from chancery.services.analytics.keys import ELSEWHERE

MOST = 260  # countries: more than there are

Network = IPv4Network | IPv6Network


class Countries:
    """Networks by family and length of prefix, the longest first."""

    def __init__(self, rows: Iterable[tuple[Network, str]]) -> None:
        found: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)
        for network, country in rows:
            found[network.version, network.prefixlen][int(network.network_address)] = country
        self._lengths = {
            family: sorted((length for version, length in found if version == family), reverse=True)
            for family in (4, 6)
        }
        self._networks = dict(found)
        named = {country for networks in found.values() for country in networks.values()}
        self.codes = (*sorted(named), ELSEWHERE) if named else ()

    def of(self, address: str) -> str:
        """The country of an address; `ELSEWHERE` where the table does not say, or it is no address."""
        try:
            parsed = ip_address(address)
        except ValueError:
            return ELSEWHERE
        parsed = getattr(parsed, "ipv4_mapped", None) or parsed
        bits, number = parsed.max_prefixlen, int(parsed)
        for length in self._lengths[parsed.version]:
            network = number >> (bits - length) << (bits - length)
            if country := self._networks[parsed.version, length].get(network):
                return country
        return ELSEWHERE


def read(path: str) -> Countries:
    """The table in that file; an empty one for "". Raises ImproperlyConfigured, with line and remedy."""
    if not path:
        return Countries(())
    try:
        with Path(path).expanduser().open(encoding="utf-8", newline="") as file:
            rows = [_row(line, number, path) for number, line in enumerate(csv.reader(file), start=1) if line]
    except (OSError, UnicodeDecodeError) as trouble:
        raise ImproperlyConfigured(
            f"CHANCERY_ANALYTICS_COUNTRIES names {path}, which cannot be read: {trouble}. Name a CSV file, or none."
        ) from trouble
    table = Countries(rows)
    if len(table.codes) > MOST:
        raise ImproperlyConfigured(f"{path} names {len(table.codes)} countries: write ISO 3166-1 codes, such as CH.")
    return table


def _row(line: list[str], number: int, path: str) -> tuple[Network, str]:
    try:
        network, country = (part.strip() for part in line)
        if not (len(country) == 2 and country.isascii() and country.isupper()):
            raise ValueError(f"{country!r} is no code of two letters")
        return ip_network(network), country
    except ValueError as trouble:
        raise ImproperlyConfigured(f"{path}, line {number}: {trouble}. Write a line such as 192.0.2.0/24,CH.") from None
