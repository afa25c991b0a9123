"""The time limits of a mark, a design or a name, by the dates of its record."""

from collections.abc import Mapping
from typing import Any

from chancery.treaties import hague, lisbon, madrid
from chancery.treaties.kernel import TimeLimit

LAWS: Mapping[str, Any] = {"madrid": madrid, "hague": hague, "lisbon": lisbon}


def of(system: str, record: Any) -> tuple[TimeLimit, ...]:
    """Those that run for every case, and those whose occasion has come, in the order of the law's own table."""
    found: tuple[TimeLimit, ...] = LAWS[system].time_limits(record)
    return found
