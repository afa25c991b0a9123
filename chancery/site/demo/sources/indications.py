"""The European Union's register of geographical indications (wines, foods, spirits, aromatised wines), 2020."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chancery.site.demo.facts import Drop, Record, iso, once, shaped, tidy

SOURCE = "eu-gi-register"
STATUS = {"Registered": "registered", "Applied": "filed", "Published": "published", "Rejected": "refused"}
COUNTRY = {
    "Andorra": "AD", "Armenia": "AM", "Austria": "AT", "Belgium": "BE", "Brazil": "BR", "Bulgaria": "BG",
    "Cambodia": "KH", "China": "CN", "Colombia": "CO", "Croatia": "HR", "Cyprus": "CY", "Czechia": "CZ",
    "Denmark": "DK", "Dominican Republic": "DO", "Estonia": "EE", "Finland": "FI", "France": "FR",
    "Germany": "DE", "Greece": "GR", "Guatemala": "GT", "Guinea": "GN", "Guyana": "GY", "Hungary": "HU",
    "India": "IN", "Indonesia": "ID", "Ireland": "IE", "Italia": "IT", "Latvia": "LV", "Lithuania": "LT",
    "Luxembourg": "LU", "Malta": "MT", "Mexico": "MX", "Mongolia": "MN", "Morocco": "MA", "Netherlands": "NL",
    "Norway": "NO", "Peru": "PE", "Poland": "PL", "Portugal": "PT", "Romania": "RO",
    "Russian Federation": "RU", "Serbia": "RS", "Slovakia": "SK", "Slovenia": "SI", "South Africa": "ZA",
    "Spain": "ES", "Sri Lanka": "LK", "Sweden": "SE", "Switzerland": "CH", "Thailand": "TH",
    "Trinidad and Tobago": "TT", "Turkey": "TR", "United Kingdom": "GB", "United States": "US",
    "Viet nam": "VN",
}  # fmt: skip
_ABBREVIATION = re.compile(r"\((PDO|PGI|GI|TSG)\)$")


def read(shared: Path, drop: Drop) -> Iterator[Record]:
    """One record an entry of the register."""
    path = shared / "gi/eambrosia_defra_register_2020.json"
    for entry in json.loads(path.read_text(encoding="utf-8")):
        unknown = [c for c in entry["EA_Country"].split(", ") if c not in COUNTRY]
        if unknown:
            drop(f"country not understood: {unknown[0]}")
            continue
        yield _record(entry)


def forms(name: str) -> list[str]:
    """The forms of a name written "Φέτα / Feta"; a name with a slash inside parentheses stays whole."""
    whole = tidy(name)
    return [whole] if re.search(r"\([^)]*/", whole) else once(tidy(part) for part in re.split(r" / | ; ", whole))


def _record(entry: dict[str, Any]) -> Record:
    number = entry["EA_FileNumber"]
    countries = [COUNTRY[name] for name in entry["EA_Country"].split(", ")]
    kind = _ABBREVIATION.search(entry["EA_Type"])
    facts = shaped(
        office="EU",
        number=number,
        kind=kind[1] if kind else "",
        titles={"und": tidy(entry["EA_Name"])},
        names=forms(entry["EA_Name"]),
        classes={"product": once([entry["EA_ProductType"], tidy(entry["EA_ProductCategory"])])},
        dates={
            "filed": _day(entry["EA_ApplicationDate"]),
            "published": _day(entry["EA_DatePublication"]),
            "registered": _day(entry["EA_DateRegistration"]),
        },
        status=STATUS[entry["EA_Status"]],
        country=countries[0],
        more={
            "status": entry["EA_Status"],
            "countries": countries if len(countries) > 1 else [],
            "register": entry["EA_ProductType"],
            "instrument": tidy(entry["EA_LegalInstrument"]),
            "amendment": "-AM" in number,
        },
    )
    return Record("indications", re.sub(r"[+ ]", "-", number), facts, SOURCE)


def _day(text: str) -> str:
    """A date written day/month/year."""
    parts = text.split("/")
    return iso(*reversed(parts)) if len(parts) == 3 else ""
