"""Cases: sentences that a lawyer can check, run against the rules. No test code per case.

A case file is TOML: ``treaty = "pct"`` and any number of ``[[case]]`` with ``name``, ``on`` (the day), ``given``
(facts), ``expects`` (results, each by its name), ``source`` and ``kind``. What facts and results are called, the
treaty says.
"""

import importlib
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import chancery.treaties
from chancery.treaties.kernel.plain import BadData

OLDEST = "pct"
"""Case files that name no treaty were written when there was one only."""

FIELDS = {"name", "on", "given", "expects", "source", "kind", "note", "treaty"}


@dataclass(frozen=True)
class CaseResult:
    """How one case came out. ``differences`` is empty when it passed."""

    path: Path
    name: str
    differences: tuple[str, ...] = ()
    kind: str = ""

    @property
    def passed(self) -> bool:
        return not self.differences


def run(path: Path | str) -> list[CaseResult]:
    """Run one file, or every case file below a folder.

    In a folder the files of every ``cases/`` directory below it are run, or the folder's own, where it is one.
    Raises ``FileNotFoundError`` where there is nothing to run.
    """
    place = Path(path)
    files = [place] if place.is_file() else _files_below(place)
    if not files:
        raise FileNotFoundError(f"{place}: there are no case files (*.toml) here")
    return [result for file in files for result in _run_file(file)]


def _files_below(folder: Path) -> list[Path]:
    nested = sorted(file for file in folder.rglob("*.toml") if "cases" in file.parts)
    return nested or sorted(folder.glob("*.toml"))


def _run_file(file: Path) -> list[CaseResult]:
    try:
        tree = tomllib.loads(file.read_text("utf-8"))
        treaty = _treaty(file, tree)
        cases = tree["case"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return [CaseResult(file, "(the file)", (f"it cannot be read: {error}",))]
    except (KeyError, ModuleNotFoundError, BadData) as error:
        return [
            CaseResult(file, "(the file)", (f"it is no case file: {error}; it needs treaty = … and [[case]] tables",))
        ]
    return [_run_case(file, treaty, case) for case in cases]


def _treaty(file: Path, tree: Mapping[str, Any]) -> Any:
    """The treaty a file names; failing that, the one in whose folder it lies; failing that, the first there was."""
    here = Path(chancery.treaties.__file__).parent
    known = sorted(each.parent.name for each in here.glob("*/casework.py"))
    named = tree.get("treaty") or next((part for part in file.resolve().parts if part in known), None)
    named = named or OLDEST
    if named not in known:
        raise BadData("treaty", f"{named!r} is not one of {', '.join(known)}")
    return importlib.import_module(f"chancery.treaties.{named}.casework")


def _run_case(file: Path, treaty: Any, case: Mapping[str, Any]) -> CaseResult:
    name = str(case.get("name", "(without a name)"))
    kind = str(case.get("kind", ""))
    strange = sorted(set(case) - FIELDS)
    if strange or "expects" not in case:
        what = f"unknown {', '.join(strange)}" if strange else "it expects nothing"
        return CaseResult(file, name, (f"{what}; a case has {', '.join(sorted(FIELDS))}",), kind)
    try:
        results = treaty.case(case.get("given", {}), case.get("on"))
    except BadData as error:
        return CaseResult(file, name, (f"its facts cannot be read: {error}",), kind)
    return CaseResult(file, name, tuple(_differences(case["expects"], results)), kind)


def _differences(expects: Mapping[str, Any], results: Mapping[str, Any]) -> list[str]:
    return [
        f"{key}: expected {_shown(wanted)}, found {_shown(results[key])}"
        if key in results
        else f"{key}: expected {_shown(wanted)}, but nothing is said of it"
        for key, wanted in expects.items()
        if key not in results or results[key] != wanted
    ]


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return f"{value} ({value:%a})"
    return repr(value)


def report(results: Sequence[CaseResult]) -> str:
    """Failures one by one, then a line of counts."""
    lines = [f"{one.path}: {one.name}\n    " + "\n    ".join(one.differences) for one in results if not one.passed]
    failed = sum(not one.passed for one in results)
    lines.append(f"{len(results)} cases, {len(results) - failed} hold, {failed} do not")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m chancery.treaties.kernel.cases PATH…``: 0 when all hold, 1 when one does not, 2 on a wrong call."""
    paths = list(sys.argv[1:] if argv is None else argv)
    if not paths:
        print("Usage: cases PATH…  (case files, or folders with them)", file=sys.stderr)
        return 2
    try:
        results = [result for path in paths for result in run(path)]
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    print(report(results))
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
