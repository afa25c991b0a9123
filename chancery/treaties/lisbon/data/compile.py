"""Make the data files from the research tables: python -m chancery.treaties.lisbon.data.compile TABLES.

``TABLES`` is the folder with lisbon_parties.csv and forms.csv. Sources and marks are kept.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from chancery.treaties.kernel.compiling import GENERATED, quoted, rows
from chancery.treaties.kernel.forms import told_forms

HERE = Path(__file__).parent
DATES = {"agreement": "lisbon_1958_1967_in_force", "geneva_act": "geneva_act_in_force"}
DECLARATIONS = {
    "individual_fee_art7_4": "Art. 7(4)",
    "admin_fee_art7_4_use": "Art. 7(4), use",
    "extra_year_art29_4": "Art. 29(4)",
    "later_protection_date_art6_5b": "Art. 6(5)(b)",
}


def mark(confidence: str, key: str) -> str:
    """The mark of a date: what is said of the Geneva Act, or of the Agreement."""
    about = {"geneva_act": "Geneva Act", "agreement": "Lisbon Agreement"}[key]
    said = next((part for part in confidence.split(";") if about in part), confidence)
    return "rule" if "seen" in said else "unverified"


def parties(table: Iterable[dict[str, str]]) -> Iterator[str]:
    """The contracting parties, one table each; those of which no date is known are left out."""
    yield f"# Who is bound by the Lisbon Agreement and by its Geneva Act. {GENERATED}\n"
    for row in table:
        if row["status"] == "uncertain":
            continue
        declared = [provision for column, provision in DECLARATIONS.items() if row[column].startswith("yes")]
        yield f"[{row['code']}]"
        yield f"name = {quoted(row['name'])}"
        for key, column in DATES.items():
            if row[column]:
                yield f"{key} = {row[column]}"
                yield f"{key}_confidence = {quoted(mark(row['date_confidence'], key))}"
        yield f"declared = [{', '.join(map(quoted, declared))}]"
        yield f"note = {quoted(row['note'])}"
        yield f"source = {quoted(row['source'])}\n"


def main(folder: str) -> None:
    (HERE / "forms.toml").write_text("\n".join(told_forms(rows(Path(folder) / "forms.csv"), "Lisbon")), "utf-8")
    (HERE / "parties.toml").write_text("\n".join(parties(rows(Path(folder) / "lisbon_parties.csv"))), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
