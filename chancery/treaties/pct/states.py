"""Contracting States: who is bound since when, through which Offices, and who may act as receiving Office for whom."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.dated import load

OFFICES_ACTING_FOR = {"LI": ("CH",), "DM": ("IB",)}
"""Receiving Offices that act for another State's residents and nationals (Rule 19.1(b)), as far as seen in a source."""

NO_OFFICE_OF_THEIR_OWN = frozenset(
    {"BF", "BJ", "CF", "CG", "CI", "CM", "GA", "GN", "GQ", "GW", "KM", "ML", "MR", "NE", "SN", "TD", "TG", "LI"}
)
"""States whose filings go to a regional Office, or to another State's, in place of an Office of their own."""


@dataclass(frozen=True)
class State:
    """``bound`` is the first day on which the State can be designated, ``regional`` the regional Offices it
    is party to.
    """

    code: str
    name: str
    bound: date
    regional: tuple[str, ...]
    national_route: bool
    chapter_ii: bool
    confidence: Confidence
    source: str

    @property
    def receiving_offices(self) -> tuple[str, ...]:
        """Offices with which a resident or national may file, the International Bureau last."""
        own = () if self.code in NO_OFFICE_OF_THEIR_OWN else (self.code,)
        return tuple(dict.fromkeys((*own, *OFFICES_ACTING_FOR.get(self.code, ()), *self.regional, "IB")))


@cache
def states() -> dict[str, State]:
    """All Contracting States by ST.3 code, whenever they became bound."""
    rows = load(resources.files(__package__).joinpath("data/states.toml"))
    return {code: State(code=code, **{**row, "regional": tuple(row["regional"])}) for code, row in rows.items()}


def is_bound(code: str, on: date) -> bool:
    """Whether a State is a Contracting State on that day."""
    state = states().get(code)
    return state is not None and state.bound <= on


def designated(on: date, *, excluded: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The States designated by filing on that day (Rule 4.9(a)), less those excluded under Rule 4.9(b)."""
    return tuple(code for code in states() if is_bound(code, on) and code not in excluded)


def elected(on: date, *, excluded: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The States that a demand elects (Rule 53.7): those designated that are bound by Chapter II."""
    return tuple(code for code in designated(on, excluded=excluded) if states()[code].chapter_ii)
