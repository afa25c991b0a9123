"""Make costs.toml, the Offices' own fees: python -m chancery.treaties.pct.data.compile_costs SCHEDULES.

``SCHEDULES`` is the folder with one JSON file for each Office and right. What is taken of them stands in
costs_choice.toml; only amounts, codes, addresses and dates are taken over. An item that is not found ends the making.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from chancery.treaties.kernel.compiling import quoted
from chancery.treaties.pct.data.compile import HERE

Row = dict[str, Any]
SIZES = ("small", "micro")
LAST_YEAR = 20


def office(code: str, choice: Row, schedule: Row) -> Iterator[str]:
    """The tables of one Office."""
    kept = [row for row in schedule["fees"] if row["currency"] == schedule["currency"]]
    yield f"[{code}]"
    yield f"currency = {quoted(schedule['currency'])}"
    if schedule["effective_date"] != schedule["retrieved_at"]:  # otherwise the list does not say since when it applies
        yield f"effective = {schedule['effective_date']}"
    yield f"read = {schedule['retrieved_at']}"
    yield f"source = {quoted(schedule['source_url'])}"
    for name in ("languages", "notes", "unknown"):
        yield f"{name} = [{', '.join(map(quoted, choice[name]))}]"
    if "counted" in choice:
        yield f"counted = {quoted(choice['counted'])}"
    yield ""
    for pick in choice["fees"]:
        yield from fee(code, pick, found(pick, kept), kept)
    for year, amounts in sorted(renewals(choice, kept).items()):
        yield f"[[{code}.renewals]]"
        yield f"year = {year}"
        yield from (f"{name} = {quoted(amount)}" for name, amount in amounts.items())
        yield ""


def found(pick: Row, rows: Iterable[Row]) -> Row:
    """The item that a choice means, at the full amount. Raises ``LookupError`` where there is none."""
    for row in rows:
        same = row["code"] in {pick["item"], f"{pick['item']}-l"}
        if same and row["tier"] in {"none", "large"} and pick.get("has", "") in row["label"]:
            return row
    raise LookupError(f"{' '.join((pick['item'], *pick.get('has', '').split()))} is not in the schedule")


def fee(code: str, pick: Row, row: Row, rows: Iterable[Row]) -> Iterator[str]:
    """One fee: the choice's own words, the schedule's amounts."""
    yield f"[[{code}.fees]]"
    yield f"item = {quoted(row['code'])}"
    for name in ("code", "stage", "label", "per", "chapter", "confidence"):
        if name in pick:
            yield f"{name} = {quoted(pick[name])}"
    for name in ("over", "up_to", "each"):
        if name in pick:
            yield f"{name} = {pick[name]}"
    for name in ("searched_by", "not_searched_by"):
        if name in pick:
            yield f"{name} = [{', '.join(map(quoted, pick[name]))}]"
    yield f"amount = {quoted(plain(row['amount']))}"
    for size, amount in smaller(row, rows).items():
        yield f"{size} = {quoted(amount)}"
    yield ""


def smaller(row: Row, rows: Iterable[Row]) -> dict[str, str]:
    """The amounts for small and micro entities: the items of the same words and year."""
    same = [one for one in rows if one["label"] == row["label"] and one["year"] == row["year"]]
    return {one["tier"]: plain(one["amount"]) for one in same if one["tier"] in SIZES}


def renewals(choice: Row, rows: list[Row]) -> dict[int, dict[str, str]]:
    """The renewal fees by year; where the schedule gives bands, each year of the band. Of two items for one year the
    first counts. Years for which nothing is asked are left out.
    """
    pattern = choice["renewals"]
    years: dict[int, dict[str, str]] = {}
    for row in rows:
        if pattern and row["year"] and re.fullmatch(pattern, row["code"]):
            size = row["tier"] if row["tier"] in SIZES else "amount"
            for year in range(row["year"], until(row["year"], choice) + 1):
                years.setdefault(year, {}).setdefault(size, plain(row["amount"]))
    for year, amount in per_claim(choice, rows):
        years[year]["each_claim"] = amount
    return {year: amounts for year, amounts in years.items() if year <= LAST_YEAR and amounts["amount"] != "0"}


def until(year: int, choice: Row) -> int:
    """The last year of the band that begins with a year; the year itself where there are no bands."""
    if "bands" not in choice:
        return year
    return min((start - 1 for start in choice["bands"] if start > year), default=LAST_YEAR)


def per_claim(choice: Row, rows: Iterable[Row]) -> Iterator[tuple[int, str]]:
    """What each claim adds to the renewal fee of a year; the code of the item names its year, or first and last."""
    pattern = choice.get("renewals_per_claim", "")
    for row in rows:
        named = re.fullmatch(pattern, row["code"]) if pattern and row["category"] == "excess_claims" else None
        if named:
            first, last = int(named[1]), int(named[named.lastindex or 1])
            yield from ((year, plain(row["amount"])) for year in range(first, min(last, LAST_YEAR) + 1))


def plain(amount: str) -> str:
    """An amount without cents that are nothing."""
    return amount.removesuffix(".00")


def main(folder: str) -> None:
    """Write costs.toml beside this file."""
    choices = tomllib.loads((HERE / "costs_choice.toml").read_text("utf-8"))
    lines = [
        "# The Offices' own fees for going on, as their schedules were read. Generated by compile_costs.py from",
        "# costs_choice.toml and the schedules; do not edit by hand. Facts only; the labels are ours.\n",
    ]
    for code, choice in choices.items():
        schedule = json.loads((Path(folder) / f"{choice['schedule']}-patent.json").read_text("utf-8"))
        lines += office(code, choice, schedule)
    (HERE / "costs.toml").write_text("\n".join(lines).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
