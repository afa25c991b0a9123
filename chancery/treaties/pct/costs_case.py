"""What the national fees of a case depend on: its length, its search, its language, the Chapter, who applies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.costs_tables import OfficeFee
from chancery.treaties.pct.fees_tables import Entity
from chancery.treaties.pct.record import Record


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How long the application is, as it will be entered. What is nothing is not known."""

    claims: int | None = None
    independent_claims: int | None = None
    sheets: int | None = None
    priorities: int | None = None


@dataclass(frozen=True)
class Translation:
    """Whether a translation must be furnished (Article 22(1)), into which languages, and of how many words. Its price
    is the translator's, and no schedule's.
    """

    needed: Literal["yes", "no", "unknown"] = "unknown"
    into: tuple[str, ...] = ()
    words: int | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A case as the schedules see it. ``language`` is that of the text as filed or published."""

    on: date
    language: str
    searched_by: str
    chapter: Literal["I", "II"]
    filed_on: date | None
    claims: int | None
    independent_claims: int | None
    sheets: int | None
    priorities: int | None
    words: int | None
    entity: Entity
    years: int

    @classmethod
    def of(
        cls, case: Application | Record, extent: Extent, *, on: date, words: int | None, entity: Entity, years: int
    ) -> "Facts":
        """The facts of an application, or of the record of a case that is under way."""
        record = case if isinstance(case, Record) else Record.of(case)
        standing = len(record.claims_at(on)) if record.priority_claims else None
        return cls(
            on=on,
            language=record.language,
            searched_by=record.searching_authority,
            chapter="II" if record.demand_received else "I",
            filed_on=record.filing_date or record.received_on,
            claims=extent.claims,
            independent_claims=extent.independent_claims,
            sheets=extent.sheets if extent.sheets is not None else _sheets(case),
            priorities=extent.priorities if extent.priorities is not None else standing,
            words=words,
            entity=entity,
            years=years,
        )

    def count(self, what: str) -> int | None:
        """How many there are of what a fee is counted by; nothing where it is not known."""
        known = {
            "claim": self.claims,
            "independent claim": self.independent_claims,
            "sheet": self.sheets,
            "priority": self.priorities,
        }
        return known[what]

    def applies(self, fee: OfficeFee) -> bool | None:
        """Whether a fee applies to this case; nothing where it turns on a search of which nothing is known."""
        if fee.chapter and fee.chapter != self.chapter:
            return False
        if not (fee.searched_by or fee.not_searched_by):
            return True
        if not self.searched_by:
            return None
        return self.searched_by in fee.searched_by if fee.searched_by else self.searched_by not in fee.not_searched_by


def _sheets(case: Application | Record) -> int | None:
    """The sheets of the parts as filed, without the request; nothing for a record, or where no part is there."""
    if isinstance(case, Record):
        return None
    return sum(part.sheets for part in case.parts if part.kind != "sequence listing") or None


def translation(languages: Iterable[str], facts: Facts) -> Translation:
    """Whether an Office that takes these languages must have a translation (Articles 22(1) and 39(1)(a))."""
    cites = "PCT Art. 39(1)(a)" if facts.chapter == "II" else "PCT Art. 22(1)"
    taken = tuple(languages)
    if not taken:
        return Translation("unknown", (), facts.words, (Step("Which languages it takes is not in our data", cites),))
    known = Step(f"Languages taken, noted from memory: {', '.join(taken)}", cites)
    if not facts.language:
        return Translation(
            "unknown", taken, facts.words, (known, Step("The language of the application is not known", cites))
        )
    needed: Literal["yes", "no"] = "no" if facts.language in taken else "yes"
    return Translation(needed, taken, facts.words, (known, Step(f"The application is in {facts.language}", cites)))
