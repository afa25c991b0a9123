"""The treaties' case files, run once a process: each case with what it rests on and whether it holds."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from chancery.treaties import pct
from chancery.treaties.kernel import cases

FOLDER = Path(pct.__file__).parent / "cases"

SUBJECTS = {
    "ends": "PCT Rule 80.2",
    "due": "PCT Rule 80.5",
    "designated": "PCT Rule 4.9(a)",
    "elected": "PCT Rule 53.7",
    "bound": "PCT Art. 63(2)",
    "publication_expected": "PCT Art. 21(2)(a)",
}
"""Results that are no rule, time limit or fee of their own, with the provision each is about."""


@dataclass(frozen=True)
class Case:
    """One case as it stands in its file. ``differences`` is empty where it holds."""

    name: str
    on: date | None
    given: str
    expects: Mapping[str, str]
    source: str
    kind: str
    note: str
    differences: tuple[str, ...]

    @property
    def passes(self) -> bool:
        return not self.differences

    @property
    def subjects(self) -> frozenset[str]:
        """What the case speaks of; the day before moving belongs to its time limit."""
        return frozenset(name.removesuffix("_nominal") for name in self.expects)


def of(results: frozenset[str]) -> tuple[Case, ...]:
    """The cases that speak of one of these results."""
    return tuple(case for case in everything() if case.subjects & results) if results else ()


@cache
def everything() -> tuple[Case, ...]:
    return tuple(case for file in sorted(FOLDER.glob("*.toml")) for case in _of_file(file))


def _of_file(file: Path) -> Iterable[Case]:
    written = tomllib.loads(file.read_text("utf-8"))["case"]
    for facts, result in zip(written, cases.run(file), strict=True):
        yield Case(
            name=result.name,
            on=facts.get("on"),
            given=_shown(facts.get("given", {})),
            expects={name: _shown(value) for name, value in facts["expects"].items()},
            source=facts.get("source", ""),
            kind=result.kind,
            note=facts.get("note", ""),
            differences=result.differences,
        )


def _shown(value: Any) -> str:
    """Facts as a person reads them: ``priority 2019-12-09, ifd 2020-11-09``."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key.replace('_', ' ')} {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(map(_shown, value)) or "none"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
