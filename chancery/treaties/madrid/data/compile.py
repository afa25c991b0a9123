"""Make parties.toml and tariffs.toml from the research tables: python -m chancery.treaties.madrid.data.compile TABLES.

``TABLES`` is the folder with madrid_contracting_parties.csv and madrid_individual_fees.csv. Sources and marks are kept.

An individual fee is known for the day on which it was read, or from a first day that was published. It is taken to hold
until the next known day where the amount there is the same, or where that day was published as the first of a new
amount. Between two different amounts of which neither's first day is known, nothing is known.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from chancery.treaties.kernel.compiling import GENERATED, quoted, rows

HERE = Path(__file__).parent
DECLARATIONS = {
    "refusal_18_months_art5_2b": "Art. 5(2)(b)",
    "opposition_after_18_months_art5_2c": "Art. 5(2)(c)",
    "intention_to_use_r7_2": "Rule 7(2)",
    "division_not_provided_r27bis_6": "Rule 27bis(6)",
    "merger_not_provided_r27ter_2b": "Rule 27ter(2)(b)",
    "office_collects_fees_r34_2b": "Rule 34(2)(b)",
    "two_part_individual_fee_r34_3a": "Rule 34(3)(a)",
    "review_info_r17_5d": "Rule 17(5)(d)",
    "total_refusal_no_review_r17_5e": "Rule 17(5)(e)",
    "r40_8_no_response_time_detail": "Rule 40(8)",
    "pre_accession_irs_excluded_art14_5": "Art. 14(5)",
}
"""Column -> the provision under which a party has declared something, where the column says yes."""

KINDS = {"common_office": "common Office"}
MODES = {
    "flat": "flat",
    "per_class": "each class",
    "first_then_additional": "block",
    "block_then_additional": "block",
    "first_second_additional": "steps",
}
OPERATIONS = {"renewal_in_grace": "renewal in grace"}


def mark(confidence: str) -> str:
    """The mark of a date: read in a list, put together from two lists, or noted from memory."""
    if confidence.startswith("memory"):
        return "unverified"
    return "rule" if confidence.startswith("seen (protocol date)") or confidence == "seen" else "practice"


def parties(table: Iterable[dict[str, str]]) -> Iterator[str]:
    """The contracting parties and what else can be designated by itself, one table each."""
    yield f"# Who is bound by the Madrid Protocol, and what each declared. {GENERATED}\n"
    for row in table:
        declared = [provision for column, provision in DECLARATIONS.items() if row[column] == "yes"]
        declared += (
            [f"Rule {row['licence_no_effect_r20bis_6']}"] if row["licence_no_effect_r20bis_6"][:1] == "2" else []
        )
        declared += [f"Rule 40(6), {item}" for item in row["r40_6_transition"].split(";") if item[:1] == "2"]
        yield f"[{row['code']}]"
        yield f"name = {quoted(row['name'])}"
        yield f"kind = {quoted(KINDS.get(row['kind'], row['kind']))}"
        yield from (f"{key} = {row[column]}" for key, column in DATES.items() if row[column])
        yield f"dual = {'true' if row['dual_agreement_and_protocol'] == 'yes' else 'false'}"
        yield f"through = {quoted(row['common_office'])}"
        yield f"fee = {quoted('' if row['fee_type'].startswith('see') else row['fee_type'])}"
        yield f"declared = [{', '.join(map(quoted, declared))}]"
        yield f"declarations_known = {'false' if row['declarations_confidence'].startswith('unknown') else 'true'}"
        yield from _responses(row)
        yield f"confidence = {quoted(mark(row['date_confidence']))}"
        yield f"note = {quoted(row['note'])}"
        yield f"source = {quoted(row['source'])}\n"


DATES = {"since": "protocol_in_force", "agreement": "agreement_in_force"}


def _responses(row: dict[str, str]) -> Iterator[str]:
    """How long a holder has to answer a refusal, as the Office has told (Rule 17(7)): time, and from when."""
    for kind in ("ex_officio", "opposition"):
        within, counted = row[f"response_{kind}"], row[f"response_{kind}_from"]
        if within and counted and "see" not in within:
            yield f"{kind} = {{ within = {quoted(within)}, counted = {quoted(counted)} }}"


def tariffs(table: Iterable[dict[str, str]]) -> Iterator[str]:
    """The individual fees, in dated tables by party, operation, kind of mark and part."""
    yield f"# Individual fees under Art. 8(7) of the Madrid Protocol, in Swiss francs. {GENERATED}"
    yield "# steps: the first class, the second, each further one. block: so many first classes, each further one.\n"
    groups: dict[tuple[str, str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in table:
        kind = "collective" if row["mark_kind"] == "collective" else "ordinary"
        kinds = ("ordinary", "collective") if row["mark_kind"] == "any" else (kind,)
        operation = OPERATIONS.get(row["operation"], row["operation"])
        for each in kinds:
            groups[row["cp"], operation, each, row["part"]].append(row)
    for key, known in groups.items():
        yield from _dated(key, sorted(known, key=first_day))


def first_day(row: dict[str, str]) -> str:
    return row["effective_from"] or row["snapshot_date"]


def _dated(key: tuple[str, str, str, str], known: list[dict[str, str]]) -> Iterator[str]:
    party, operation, kind, part = key
    for row, following in pairwise([*known, None]):
        assert row is not None
        if following and first_day(following) == first_day(row):
            continue
        yield f"[[{party}.{quoted(operation)}.{kind}.{part}]]"
        yield f"from = {first_day(row)}"
        until = _until(row, following)
        if until:
            yield f"until = {until}"
        yield f"mode = {quoted(MODES[row['mode']])}"
        yield from _amounts(row)
        if row["combines"] == "adds_to_renewal":
            yield "adds = true"
        yield f"confidence = {quoted(_sure(row))}"
        yield f"source = {quoted(row['source'])}\n"


def _sure(row: dict[str, str]) -> str:
    """An amount read on the Organization's own page is a published one; a transcription of it is second-hand."""
    if row["confidence"] == "seen-low":
        return "unverified"
    return "rule" if "wipo.int" in row["source"].partition("(")[0] else "practice"


def _until(row: dict[str, str], following: dict[str, str] | None) -> str:
    """The first day on which the amount is no longer known to hold; nothing where it holds until further notice."""
    if row["effective_to"]:
        return (date.fromisoformat(row["effective_to"]) + timedelta(days=1)).isoformat()
    if following is None:
        return ""
    if following["effective_from"] or _amount(row) == _amount(following):
        return first_day(following)
    return (date.fromisoformat(first_day(row)) + timedelta(days=1)).isoformat()


def _amount(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        row[column] for column in ("mode", "first_n_classes", "base_chf", "additional_chf", "second_class_chf")
    )


def _amounts(row: dict[str, str]) -> Iterator[str]:
    if row["mode"] == "flat":
        yield f"first = {quoted(row['base_chf'])}"
    elif row["mode"] == "per_class":
        yield f"each = {quoted(row['additional_chf'])}"
    else:
        yield f"first = {quoted(row['base_chf'])}"
        yield f"block = {row['first_n_classes']}"
        if row["mode"] == "first_second_additional":
            yield f"second = {quoted(row['second_class_chf'])}"
        yield f"each = {quoted(row['additional_chf'])}"


def main(folder: str) -> None:
    tables = Path(folder)
    written = parties(rows(tables / "madrid_contracting_parties.csv"))
    (HERE / "parties.toml").write_text("\n".join(written), "utf-8")
    written = tariffs(rows(tables / "madrid_individual_fees.csv"))
    (HERE / "tariffs.toml").write_text("\n".join(written), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
