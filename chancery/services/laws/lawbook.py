"""What each treaty brings to its table of provisions, told in one way: rules, limits, acts, fees, amounts, forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from chancery.treaties import hague, lisbon, madrid, pct
from chancery.treaties.hague import tariffs as hague_tariffs
from chancery.treaties.hague.fees import FEES as HAGUE_FEES
from chancery.treaties.kernel import Confidence, Rule
from chancery.treaties.kernel.fees import Fee
from chancery.treaties.lisbon.fees import INDIVIDUAL, RENEWAL
from chancery.treaties.lisbon.fees import schedule as lisbon_schedule
from chancery.treaties.madrid import tariffs as madrid_tariffs
from chancery.treaties.madrid.fees import FEES as MADRID_FEES
from chancery.treaties.madrid.fees_later import UNGROUPED, WRONG_CLASS
from chancery.treaties.pct.fees_tables import tables
from chancery.treaties.pct.offices import searching_authorities
from chancery.treaties.pct.reduction import listed_states


@dataclass(frozen=True, kw_only=True)
class Form:
    """An official form. ``issuer`` and ``cites`` are empty, ``mandatory`` is None, where the list does not say it."""

    number: str
    title: str
    confidence: Confidence
    issuer: str = ""
    mandatory: bool | None = None
    cites: str = ""


@dataclass(frozen=True, kw_only=True)
class Law:
    """The tables of one treaty. ``amounts`` are trees of dated numbers and lists, by the name of the table.

    ``subjects`` are results of its cases that are no rule, time limit or fee, with the provision each is about.
    """

    rules: tuple[Rule, ...]
    limits: tuple[Any, ...]
    statuses: tuple[Any, ...]
    acts: tuple[Any, ...]
    bars: tuple[Any, ...]
    fees: tuple[Fee, ...]
    amounts: Mapping[str, Any]
    forms: Mapping[str, Form]
    subjects: Mapping[str, str] = field(default_factory=dict)

    def named(self, number: str) -> Form | None:
        """A form by its number; nothing where the list has none."""
        return self.forms.get(number)


def _pct() -> Law:
    return Law(
        rules=pct.RULES,
        limits=pct.LIMITS,
        statuses=pct.STATUSES,
        acts=pct.ACTS,
        bars=pct.BARS,
        fees=tuple(pct.FEES.values()),
        amounts={**tables(), "searching_authority": searching_authorities(), "reduction": listed_states()},
        forms={
            number: Form(
                number=number,
                title=one.title,
                confidence=one.confidence,
                issuer=one.issuer,
                mandatory=one.mandatory,
                cites=one.cites,
            )
            for number, one in pct.forms().items()
        },
        subjects={
            "ends": "PCT Rule 80.2",
            "due": "PCT Rule 80.5",
            "designated": "PCT Rule 4.9(a)",
            "elected": "PCT Rule 53.7",
            "bound": "PCT Art. 63(2)",
            "publication_expected": "PCT Art. 21(2)(a)",
        },
    )


def _madrid() -> Law:
    return Law(
        rules=madrid.RULES,
        limits=madrid.LIMITS,
        statuses=(*madrid.STATUSES, *madrid.PARTY_STATUSES),
        acts=madrid.ACTS,
        bars=madrid.BARS,
        fees=(*MADRID_FEES, UNGROUPED, WRONG_CLASS, *(one.fee for one in madrid.LATER.values())),
        amounts=madrid_tariffs.schedule(),
        forms=_plain(madrid.forms()),
        subjects={
            "registration": "Madrid Rule 15",
            "refund": "Madrid Rule 11(5)",
            "renewed": "Madrid Rule 30(3)(c)",
            "safeguarded": "Madrid Art. 9sexies(1)(b)",
            "second_part": "Madrid Rule 34(3)",
            "total": "Madrid Art. 8(2)",
        },
    )


def _hague() -> Law:
    return Law(
        rules=hague.RULES,
        limits=hague.LIMITS,
        statuses=hague.STATUSES,
        acts=hague.ACTS,
        bars=hague.BARS,
        fees=(*HAGUE_FEES, *(one.fee for one in hague.LATER.values())),
        amounts=hague_tariffs.schedule(),
        forms=_plain(hague.forms()),
        subjects={"registration": "Hague Art. 10(2)", "total": "Hague Rule 12(1)"},
    )


def _lisbon() -> Law:
    return Law(
        rules=lisbon.RULES,
        limits=lisbon.LIMITS,
        statuses=lisbon.STATUSES,
        acts=lisbon.ACTS,
        bars=lisbon.BARS,
        fees=(*lisbon.FEES.values(), INDIVIDUAL, RENEWAL),
        amounts=lisbon_schedule(),
        forms=_plain(lisbon.forms()),
        subjects={"registration": "Lisbon Art. 6(2)", "total": "Lisbon Art. 7"},
    )


def _plain(forms: Mapping[str, Any]) -> dict[str, Form]:
    """Forms of a system, of which the list says neither who issues them nor whether they must be used."""
    return {number: Form(number=number, title=one.title, confidence=one.confidence) for number, one in forms.items()}


READERS: Mapping[str, Callable[[], Law]] = {"pct": _pct, "madrid": _madrid, "hague": _hague, "lisbon": _lisbon}
TREATIES = tuple(READERS)
"""The treaties whose provisions have pages here, by the word that stands in an address."""


@cache
def law(treaty: str) -> Law:
    """The tables of a treaty. Raises ``KeyError`` for one that is none of ``TREATIES``."""
    return READERS[treaty]()
