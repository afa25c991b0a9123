"""Acts after filing: who may do them, until when, at what fee, on which form, and what stands against them.

A treaty brings its case (what an act is judged by), its acts and its bars. `pct` and `madrid`, whose acts have more
limits and fees than one, have an act and an answer of their own.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.fees import FeeLine
from chancery.treaties.kernel.limits import TimeLimit, governing, is_past
from chancery.treaties.kernel.rule import Finding, Severity

OVER = "The time limit for it is over."


class Dated(Protocol):
    """What every case has: the day on which the act would be done, and the time limits by key."""

    @property
    def on(self) -> date: ...
    @property
    def limits(self) -> Mapping[str, tuple[TimeLimit, ...]]: ...


C = TypeVar("C", bound=Dated)


@dataclass(frozen=True)
class Bar(Generic[C]):
    """A sentence that stands against an act where it holds."""

    slug: str
    cites: str
    message: str
    confidence: Confidence
    holds: Callable[[C], bool] = field(repr=False, compare=False)

    def finding(self, severity: Severity = "prevents") -> Finding:
        return Finding(self.cites, self.message, severity=severity, rule=self.slug, confidence=self.confidence)


def bar(cites: str, *, confidence: Confidence = "rule") -> Callable[[Callable[[C], bool]], Bar[C]]:
    """Make a bar of a function that tells whether it holds; its docstring is the sentence."""

    def make(function: Callable[[C], bool]) -> Bar[C]:
        message = " ".join(inspect.cleandoc(function.__doc__ or "").partition("\n\n")[0].split())
        if not message:
            raise ValueError(f"{function.__name__} says nothing: its docstring is the sentence")
        return Bar(function.__name__, cites, message, confidence, function)

    return make


@dataclass(frozen=True, kw_only=True)
class Act(Generic[C]):
    """Something that can be done after filing. ``who`` does it, ``at`` is where it is done.

    ``limit`` is the key of the time limit until which it must be done, ``fee`` the code of its fee, ``form`` the number
    of its form; each may be empty.
    """

    key: str
    title: str
    cites: str
    who: str
    at: str = "IB"
    limit: str = ""
    fee: str = ""
    form: str = ""
    says: str = ""
    confidence: Confidence = "rule"
    bars: tuple[Bar[C], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Possible(Generic[C]):
    """Whether an act can be done on a day. ``findings`` say why not; empty, it can. ``until`` is what governs it.

    ``late``: after its last day, but within days that the law adds.
    """

    act: Act[C]
    findings: tuple[Finding, ...] = ()
    until: TimeLimit | None = None
    fee: FeeLine | None = None
    late: bool = False

    @property
    def open(self) -> bool:
        return not self.findings


def judged(one: Act[C], case: C, fee: FeeLine | None) -> Possible[C]:
    """An act in one case: what stands against it, and whether its time is over."""
    against = tuple(each.finding() for each in one.bars if each.holds(case))
    limits = case.limits.get(one.limit, ())
    until = governing([each for each in limits if each.done_on is None] or limits, case.on)
    late = until is not None and is_past(until.due, case.on)
    if until is not None and late and (until.late_until is None or is_past(until.late_until, case.on)):
        detail = f"It ended on {until.due}."
        over = Finding(until.cites, f"{OVER} {detail}", severity="prevents", rule=one.key, detail=detail)
        return Possible(act=one, findings=(*against, over), until=until, fee=fee)
    return Possible(act=one, findings=against, until=until, fee=fee, late=late)


def by_key(limits: tuple[TimeLimit, ...]) -> dict[str, tuple[TimeLimit, ...]]:
    """Time limits by key; several occasions may have made several of one key."""
    found: dict[str, tuple[TimeLimit, ...]] = {}
    for one in limits:
        found[one.key] = (*found.get(one.key, ()), one)
    return found
