"""The treaties' case files, run once a process: each case with what it rests on and whether it holds."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import chancery.treaties
from chancery.treaties.kernel import NotACitation, cases
from chancery.treaties.kernel.citation import Citation, parse

HERE = Path(chancery.treaties.__file__).parent


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

    @property
    def cited(self) -> frozenset[Citation]:
        """The provisions from which its result was drawn, where its source names any."""
        return frozenset(_cited(self.source))


def of(provision: Citation, results: frozenset[str]) -> tuple[Case, ...]:
    """The cases of a treaty that were drawn from a provision, or speak of one of the results that rest on it."""
    return tuple(one for one in everything(provision.treaty) if one.subjects & results or provision in one.cited)


@cache
def everything(treaty: str) -> tuple[Case, ...]:
    return tuple(case for file in sorted((HERE / treaty / "cases").glob("*.toml")) for case in _of_file(file))


def _cited(source: str) -> Iterable[Citation]:
    for part in source.split(";"):
        try:
            yield parse(part)
        except NotACitation:
            continue


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
