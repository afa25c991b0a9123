"""European Union trade marks: a flat list of all, and the fuller register extract of most of them."""

import csv
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chancery.site.demo.facts import Drop, Record, once, shaped, tidy
from chancery.site.demo.sources.euipo import OFFICE, SOURCE_MARKS, earliest, priorities, subjects, texts

STATUS = {
    "Registered": "registered",
    "Application filed": "filed",
    "Application under examination": "examined",
    "Application published": "published",
    "Application opposed": "opposed",
    "Opposition pending": "opposed",
    "Appeal pending": "appealed",
    "Appealable": "appealed",
    "Application withdrawn": "withdrawn",
    "Application refused": "refused",
    "Registration cancellation pending": "challenged",
    "Registration surrendered": "lapsed",
    "Registration expired": "lapsed",
}
KIND = {"Individual": "individual", "Collective": "collective", "EU Certificate": "certification"}


def read(shared: Path, drop: Drop) -> Iterator[Record]:
    """One record a mark of the flat list, with what the register extract adds where there is one."""
    folder = shared / "trademarks"
    fuller = {
        e.findtext("ApplicationNumber", ""): _extract(e) for e in subjects(folder / "euipo_em_tm_xml", "TradeMark")
    }
    with (folder / "euipo_marks.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["status"] not in STATUS:
                drop(f"status not understood: {row['status']}")
                continue
            yield _record(row, fuller.get(row["application_number"], {}))


def _extract(mark: ET.Element) -> dict[str, Any]:
    published = [
        p.findtext("PublicationDate", "")
        for p in mark.iterfind("PublicationDetails/Publication")
        if p.findtext("PublicationSection", "").startswith("A.")
    ]
    return {
        "published": min(filter(None, published), default=""),
        "status": mark.findtext("MarkCurrentStatusDate", ""),
        "priorities": priorities(mark),
        "seniorities": once(texts(mark, "SeniorityDetails/Seniority/SeniorityCountryCode")),
    }


def _record(row: dict[str, str], more: dict[str, Any]) -> Record:
    claims = more.get("priorities", [])
    facts = shaped(
        office=OFFICE,
        number=row["application_number"],
        kind=KIND[row["kind"]],
        titles={"und": tidy(row["mark_text"])},
        classes={
            "nice": sorted(once(row["nice_classes"].split(";")), key=int),
            "vienna": once(row["vienna_codes"].split(";")),
        },
        dates={
            "priority": earliest(claims),
            "filed": row["application_date"],
            "published": more.get("published", ""),
            "registered": row["registration_date"],
            "expires": row["expiry_date"],
            "status": more.get("status", ""),
        },
        status=STATUS[row["status"]],
        more={
            "status": row["status"],
            "feature": row["mark_feature"],
            "languages": once([row["lang1"], row["lang2"]]),
            "oppositions": int(row["oppositions"]),
            "priorities": claims,
            "seniorities": more.get("seniorities", []),
        },
    )
    return Record("marks", row["application_number"], facts, SOURCE_MARKS)
