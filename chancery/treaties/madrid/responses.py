"""How long the holder has to answer a provisional refusal, as the Offices told (Rule 17(7))."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from chancery.treaties.kernel.periods import Period

FROM = {
    "H": ("received_on", "the holder's receipt of the refusal"),
    "W": ("transmitted_on", "the day on which the International Bureau sent the refusal to the holder"),
    "O": ("issued_on", "the day on which the Office issued the refusal"),
    "WR": ("received_on", "the receipt of the refusal from the International Bureau"),
    "TTAB": ("issued_on", "the day of the order that opens the opposition"),
}
"""Mark in the list -> the date of the refusal from which the time runs, and what it is called."""


@dataclass(frozen=True)
class Response:
    """``within`` is nothing where the list has words in place of a period; ``said`` are these words."""

    within: Period | None
    counted: str
    said: str
    cites: str = "Madrid Rule 17(7)"


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    found = tomllib.loads(resources.files(__package__).joinpath("data/parties.toml").read_text("utf-8"))
    return {
        code: {kind: row[kind] for kind in ("ex_officio", "opposition") if kind in row} for code, row in found.items()
    }


def response(party: str, *, on_opposition: bool) -> Response | None:
    """The time that the Office of a party gives; nothing where it told of none."""
    told = _table().get(party, {}).get("opposition" if on_opposition else "ex_officio")
    return _read(told["within"], told["counted"]) if told and told["within"] != "-" else None


def _read(within: str, counted: str) -> Response:
    found = re.fullmatch(r"(\d+)([md])", within)
    if not found:
        return Response(None, counted, within.replace("_", " "))
    count = int(found[1])
    return Response(Period(months=count) if found[2] == "m" else Period(days=count), counted, "")
