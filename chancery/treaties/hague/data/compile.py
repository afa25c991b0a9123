"""Make the data files from the research tables: python -m chancery.treaties.hague.data.compile TABLES.

``TABLES`` is the folder with hague_contracting_parties.csv, hague_fees.csv and forms.csv. Sources and marks are kept.

As in the Madrid tables an amount is known for the day on which it was read, or for days that were published, and taken
to hold until the next known day where it is the same there, or where that day was published as the first of another.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from chancery.treaties.kernel.compiling import GENERATED, quoted, rows
from chancery.treaties.kernel.forms import told_forms

HERE = Path(__file__).parent
READ_ON = {"2012-01 / 2013-04": "2012-01-01", "2023-01": "2023-01-01", "2025-01": "2025-01-01"}
READ_LAST = "2026-09-01"
UNITS = {
    "first design": "first",
    "each additional design": "additional",
    "each design": "each",
    "each application (flat)": "flat",
    "per designation": "flat",
    "single deposit (1 design)": "single",
    "multiple deposit (2+ designs)": "multiple",
    "each design, per renewal": "each",
}
RENEWALS = {"first": (1,), "second": (2,), "third": (3,), "1-4": (1, 2, 3, 4)}
REDUCED = {"small entity": "small", "micro entity": "micro", "reduced category under national law": "reduced"}


def mark(confidence: str) -> str:
    """The mark of a statement: seen in a list, taken as the default of the Act, or noted from memory."""
    if "memory" in confidence:
        return "unverified"
    return "practice" if "default" in confidence or "not known" in confidence else "rule"


def parties(table: Iterable[dict[str, str]]) -> Iterator[str]:
    """The contracting parties, one table each. Deferment is in months; 0 where a party allows none."""
    yield f"# Who is bound by which Act of the Hague Agreement, and what each declared. {GENERATED}\n"
    for row in table:
        contents = ", ".join(quoted(one) for one in row["extra_mandatory_content_art5_2"].split(";") if one)
        yield f"[{row['code']}]"
        yield f"name = {quoted(row['name'])}"
        yield from (f"{key} = {row[column]}" for key, column in DATES.items() if row[column])
        yield f"through = {quoted(row['common_office'])}"
        yield f"fee = {quoted(row['fee_type'])}"
        if row["standard_fee_level"].isdigit():
            yield f"level = {row['standard_fee_level']}"
            yield f"level_from = {row['standard_fee_level_from']}"
        yield f"office_closed = {'true' if row['office_filing_prohibited_art4_1b'] == 'yes' else 'false'}"
        yield f"contents = [{contents}]"
        yield f"deferment = {0 if row['deferment_max_months'] == 'none' else row['deferment_max_months']}"
        yield f"deferment_confidence = {quoted(mark(row['deferment_confidence']))}"
        yield f"refusal = {row['refusal_period_months']}"
        yield f"refusal_confidence = {quoted(mark(row['refusal_period_confidence']))}"
        if row["max_protection_years"].isdigit():
            yield f"longest = {row['max_protection_years']}"
        yield f"clearance = {'true' if row['security_clearance_r13_4'] == 'yes' else 'false'}"
        yield f"confidence = {quoted(mark(row['date_confidence']))}"
        yield f"note = {quoted(row['note'])}"
        yield f"source = {quoted(row['source'])}\n"


BESIDE = {"source", "seen", "published", "to"}
DATES = {"act_1960": "act_1960_in_force", "act_1999": "act_1999_in_force"}


def tariffs(table: Iterable[dict[str, str]]) -> Iterator[str]:
    """The individual fees, in dated tables by party, operation and part; a renewal has the number of the renewal."""
    yield f"# Individual designation fees under Art. 7(2) of the Geneva Act, in Swiss francs. {GENERATED}\n"
    amounts: dict[tuple[str, str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for row in table:
        if row["item"] in {"5", "9"}:
            for key, part in _keys(row):
                entry = amounts[key][_first_day(row)]
                entry |= _amounts(row, part)
                entry["source"] = row["source"]
                entry["seen"] = READ_ON.get(row["snapshot"]) or (READ_LAST if row["snapshot"] else _first_day(row))
                entry |= {"published": "yes"} if row["effective_from"] else {}
                entry |= {"to": row["effective_to"]} if row["effective_to"] else {}
    for key, dated in amounts.items():
        yield from _entries(key, sorted(dated.items()))


def _first_day(row: dict[str, str]) -> str:
    """The first day on which the row is known to hold: as published, or the day on which it was read."""
    return row["effective_from"] or READ_ON.get(row["snapshot"]) or row["effective_to"] or READ_LAST


def _keys(row: dict[str, str]) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Where a row belongs: party, operation, part; and the unit to which its amount applies."""
    party, category, unit = row["payee_or_cp"], row["category"], row["unit"]
    band = re.search(r"IR date (\S+?)\.\.(\S+)", category)
    part = "second" if "second part" in category else "first" if "first part" in category else "whole"
    if band:
        part = f"{part} {band[1]} {band[2]}"
    numbered = re.search(r"(?:renewals? )?(first|second|third|1-4|\d)(?: renewal)?$", unit)
    if row["operation"] == "renewal" and numbered and "renewal" in unit:
        for number in RENEWALS.get(numbered[1]) or (int(numbered[1]),):
            yield (party, f"renewal {number}", part), "each"
    else:
        yield (party, row["operation"], part), UNITS[unit]


def _amounts(row: dict[str, str], unit: str) -> dict[str, str]:
    found = {unit: row["amount_chf"]}
    reduced = "least_developed" if "LDC" in row["reduction_applies_to"] else REDUCED.get(row["reduction_applies_to"])
    return found | ({f"{unit}_{reduced}": row["reduced_amount_chf"]} if reduced else {})


def _entries(key: tuple[str, str, str], dated: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    party, operation, part = key
    for place, (day, entry) in enumerate(dated):
        following = dated[place + 1] if place + 1 < len(dated) else None
        until = _until(day, entry, following)
        yield f"[[{party}.{quoted(operation)}.{quoted(part)}]]"
        yield f"from = {day}"
        if until:
            yield f"until = {until}"
        yield from (f"{unit} = {quoted(amount)}" for unit, amount in _money(entry).items())
        yield 'cites = "Hague Art. 7(2)"'
        yield f"source = {quoted(entry['source'])}\n"


def _money(entry: dict[str, str]) -> dict[str, str]:
    return {unit: amount for unit, amount in entry.items() if unit not in BESIDE}


def _until(day: str, entry: dict[str, str], following: tuple[str, dict[str, str]] | None) -> str:
    """The first day on which the amount is no longer known to hold; nothing where it holds until further notice."""
    if "to" in entry:
        return (date.fromisoformat(entry["to"]) + timedelta(days=1)).isoformat()
    if following is None:
        return ""
    if "published" in following[1] or _money(following[1]) == _money(entry):
        return following[0]
    return (date.fromisoformat(max(day, entry["seen"])) + timedelta(days=1)).isoformat()


def main(folder: str) -> None:
    tables = Path(folder)
    (HERE / "parties.toml").write_text("\n".join(parties(rows(tables / "hague_contracting_parties.csv"))), "utf-8")
    (HERE / "forms.toml").write_text("\n".join(told_forms(rows(tables / "forms.csv"), "Hague")), "utf-8")
    (HERE / "tariffs.toml").write_text("\n".join(tariffs(rows(tables / "hague_fees.csv"))), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
