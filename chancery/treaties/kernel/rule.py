"""A rule: one sentence of law as a pure function, called what the law calls it.

The docstring of the function is the message, on the page, in the notice and in the API; a yielded word is
the field to which the finding belongs; ``At(field, detail)`` adds what was found there. Nothing is
registered behind anyone's back: a treaty lists its rules in its ``RULES``.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from chancery.treaties.kernel.confidence import Confidence

Severity = Literal["prevents", "raised", "hint"]
"""``prevents``: without it the filing, or the filing date, cannot be had. ``raised``: the office will
invite to correct it. ``hint``: the law prefers it otherwise, and nothing follows.
"""

Trigger = Literal["filing date", "expiry", "report", "demand"]
"""Which date decides whether an amendment applies: the filing date, the expiry of the time limit, the report's date
or that of the demand.
"""


@dataclass(frozen=True)
class Finding:
    """What a rule says of an application. ``field`` addresses the form: ``"parties.0.name"``, ``"parts.abstract"``."""

    cites: str
    message: str
    field: str = ""
    severity: Severity = "raised"
    rule: str = ""
    invites: str = ""
    confidence: Confidence = "rule"
    detail: str = ""

    @property
    def statement(self) -> str:
        """The message without its detail: the sentence of the rule, the same for every application."""
        return self.message.removesuffix(self.detail).rstrip()

    def __str__(self) -> str:
        return f"{self.message} [{self.cites}]" if self.cites else self.message


@dataclass(frozen=True)
class At:
    """Where a rule found something, and what: a count, a value, a place."""

    field: str
    detail: str = ""


Found = Iterator[str | At]


@dataclass(frozen=True)
class Rule:
    """A sentence of law that can be asked. Calling it gives its findings for one application on one day."""

    slug: str
    cites: str
    message: str
    severity: Severity
    since: date
    until: date | None
    trigger: Trigger
    invites: str
    sources: tuple[str, ...]
    confidence: Confidence
    more: str = field(repr=False, default="")
    finds: Callable[..., Found] = field(repr=False, compare=False, default=lambda _: iter(()))

    @property
    def treaty(self) -> str:
        return self.cites.split()[0].lower()

    def in_force(self, on: date) -> bool:
        """Whether the sentence was law on that day; ``until`` is the first day on which it no longer is."""
        return self.since <= on and (self.until is None or on < self.until)

    def __call__(self, application: Any, *, on: date) -> tuple[Finding, ...]:
        return tuple(self._finding(found) for found in self.finds(application, on))

    def _finding(self, found: str | At) -> Finding:
        at = At(found) if isinstance(found, str) else found
        message = f"{self.message} {at.detail}" if at.detail else self.message
        return Finding(
            self.cites, message, at.field, self.severity, self.slug, self.invites, self.confidence, at.detail
        )


def rule(
    cites: str,
    *,
    since: date,
    until: date | None = None,
    trigger: Trigger = "filing date",
    severity: Severity = "raised",
    invites: str = "",
    sources: Sequence[str] = (),
    confidence: Confidence = "rule",
) -> Callable[[Callable[..., Found]], Rule]:
    """Make a rule of a function ``(application)`` or ``(application, on)`` that yields fields at fault."""

    def make(function: Callable[..., Found]) -> Rule:
        message, _, more = inspect.cleandoc(function.__doc__ or "").partition("\n\n")
        if not message:
            raise ValueError(f"{function.__name__} says nothing: its docstring is the message")
        return Rule(
            slug=function.__name__,
            cites=cites,
            message=" ".join(message.split()),
            severity=severity,
            since=since,
            until=until,
            trigger=trigger,
            invites=invites,
            sources=tuple(sources),
            confidence=confidence,
            more=" ".join(more.split()),
            finds=_with_day(function),
        )

    return make


def _with_day(function: Callable[..., Found]) -> Callable[..., Found]:
    if len(inspect.signature(function).parameters) > 1:
        return function
    return lambda application, _on: function(application)


def ask(rules: Sequence[Rule], application: Any, *, on: date) -> tuple[Finding, ...]:
    """The findings of every rule in force on that day, in the order of the rules."""
    return tuple(finding for one in rules if one.in_force(on) for finding in one(application, on=on))
