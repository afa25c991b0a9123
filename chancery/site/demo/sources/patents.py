"""Patent publications: a PATENTSCOPE result list, and bibliographic data of the USPTO."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from chancery.records.register.citing import is_number
from chancery.site.demo.facts import Drop, Record, iso, once, shaped, tidy
from chancery.site.demo.names import is_organisation

PATENTSCOPE = "patentscope"
USPTO = "uspto"
TITLE_CEILING = 200  # characters; longer ones describe, and are no longer titles

_IPC = re.compile(r"([A-H]\d\d[A-Z])(?: ?(\d{1,4})/(\d{2,6})(?![\d/]).*)?")
_CPC = re.compile(r"([A-HY]\d\d[A-Z]) ?(\d{1,4})/(\d{2,6})")
_NUMBER = re.compile(r"([A-Za-z]{2})0*(.+)")
# Titles of German and Spanish documents often come from a commercial abstracting service.
_ABSTRACTED = re.compile(r"\b(e\.g\.|i\.e\.)|\b(has|have|having|involves|comprises|useful)\b")
_FOREIGN = re.compile(
    r"\b(und|fur|mit|zur|von|zum|et|pour|avec|para|y|con|per|em|um|verfahren|aparelho)\b", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(and|of|the|for|a|an|with|in|to|by|on|method|system|device|apparatus)\b", re.IGNORECASE)
_CLAIM = re.compile(r"(?P<number>.+?) (?:(?P<iso>\d{4}-\d\d-\d\d)T\S+|(?P<dmy>\d\d\.\d\d\.\d{4})) (?P<office>[A-Z]{2})")


def read(shared: Path, drop: Drop) -> Iterator[Record]:
    """All publications; those of the USPTO first, because they are the more complete where both have one."""
    yield from _uspto(shared / "patents", drop)
    yield from _patentscope(shared / "patents/wipo_oldham_csv/pizza_medium.csv", drop)


def ipc(symbols: Iterable[str]) -> list[str]:
    """IPC symbols as "A21D 13/00" (or the bare subclass), once each; what is no symbol is left out."""
    found = (_IPC.fullmatch(symbol.strip()) for symbol in symbols)
    return once(f"{m[1]} {m[2]}/{m[3]}" if m[2] else m[1] for m in found if m)


def cpc(symbols: Iterable[str]) -> list[str]:
    """CPC symbols as "A21D 13/41", once each."""
    found = (_CPC.fullmatch(symbol.strip()) for symbol in symbols)
    return once(f"{m[1]} {m[2]}/{m[3]}" for m in found if m)


def number(raw: str) -> tuple[str, str, str]:
    """Office, number as printed, and key of a PATENTSCOPE identifier such as "kr1020010067590"."""
    match = _NUMBER.fullmatch(raw.strip())
    if not match:
        return "", "", ""
    office, serial = match[1].upper(), match[2]
    if office == "US" and serial.startswith("RE"):
        serial = "RE" + serial[2:].lstrip("0")
    if office == "EP":
        serial = serial.zfill(7)
    printed = f"{serial[:4]}/{serial[4:]}" if _by_year(office, serial) else serial
    return office, f"{office} {printed}", office + re.sub(r"[^A-Za-z0-9]+", "-", serial)


def _by_year(office: str, serial: str) -> bool:
    return office in ("WO", "US") and serial.isdigit() and len(serial) in (10, 11)


def _patentscope(path: Path, drop: Drop) -> Iterator[Record]:
    text = path.read_bytes().decode("latin-1").replace("\r", "\n")
    for row in csv.DictReader(io.StringIO(text)):
        office, printed, key = number(row["Publication Number"])
        published = _published(row["Publication Date"])
        title, symbols = tidy(row["Title"]), ipc(row["IPC"].split(";"))
        reason = _unfit(office, title, published, symbols)
        if reason:
            drop(reason)
            continue
        claims = _priorities(row["Priority Data"])
        earliest = min((c["date"] for c in claims), default="")
        facts = shaped(
            office=office,
            number=printed,
            titles={_language(office, title): title},
            # The list was saved in several encodings at once: only plain letters can be trusted.
            names=organisations(filter(str.isascii, row["Applicants"].split(";")), row["Inventors"].split(";")),
            classes={"ipc": symbols},
            dates={"priority": earliest, "published": published},
            status=_stage(printed),
            more={"priorities": claims},
        )
        yield Record("patents", key, facts, PATENTSCOPE)


def _published(day: str) -> str:
    """The true day of publication: the list gives each one day late.

    It was exported with times of 23:59:59 UTC written as the next local day: all 3,106 US applications
    stand on a Friday and all 1,797 US grants on a Wednesday, though the USPTO publishes on Thursdays and
    Tuesdays; the priority dates, which carry the time openly, are not shifted.
    """
    parts = day.split(".")
    late = iso(*reversed(parts)) if len(parts) == 3 else ""
    return (date.fromisoformat(late) - timedelta(days=1)).isoformat() if late else ""


def _unfit(office: str, title: str, published: str, symbols: list[str]) -> str:
    reasons = {
        "number not understood": not office,
        "no title": title in ("", "NA"),
        "title with damaged letters": not title.isascii() or "_" in title or "??" in title,
        "title that describes (abstracting service, or too long)": len(title) > TITLE_CEILING
        or (office in ("DE", "ES") and bool(_ABSTRACTED.search(title))),
        "no publication date": not published,
        "no IPC symbol": not symbols,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _language(office: str, title: str) -> str:
    foreign = office not in ("US", "WO") and _FOREIGN.search(title) and not _ENGLISH.search(title)
    return "und" if foreign or office in ("PT", "ES") else "en"


def _stage(printed: str) -> str:
    """Granted only where the number itself says so: US patents, reissues, plant and design patents."""
    return "granted" if re.fullmatch(r"US (RE|PP|D)?\d{1,8}", printed) else "published"


def _priorities(text: str) -> list[dict[str, str]]:
    """The priorities of a list such as "[60/225,166 14.08.2000 US, 0125892 2001-10-27T23:59:59.000Z GB]"."""
    claims: dict[tuple[str, str], dict[str, str]] = {}
    for part in re.split(r"(?<= [A-Z]{2}), ", text.strip("[]")):
        match = _CLAIM.fullmatch(part.strip())
        day = (match["iso"] or iso(*reversed(match["dmy"].split(".")))) if match else ""
        if match and day:
            # Where one application is listed under several spellings, the first is kept.
            serial = re.split(r"\s*,\s", match["number"].strip())[0]
            claims[match["office"], serial] = {"office": match["office"], "number": serial, "date": day}
    return [claim for claim in claims.values() if claim["number"].isascii()]


def organisations(applicants: Iterable[str], inventors: Iterable[str] = ()) -> list[str]:
    """Those applicants that are evidently organisations and are not also named as inventors."""
    persons = {frozenset(re.findall(r"\w+", name.lower())) for name in inventors}
    names = {re.sub(r"\W", "", a).casefold(): tidy(a) for a in reversed(list(applicants)) if a}
    return [
        name
        for name in reversed(names.values())
        if is_organisation(name) and frozenset(re.findall(r"\w+", name.lower())) not in persons
    ]


def _uspto(folder: Path, drop: Drop) -> Iterator[Record]:
    for name in ("biblio.json", "doc.json"):
        data = json.loads((folder / "uspto_json" / name).read_text())
        entries = data["patents"] if isinstance(data, dict) else data
        yield from (r for entry in entries if (r := _search_entry(entry, drop)))
    for path in sorted([*folder.glob("uspto_xml/**/*.xml"), *folder.glob("uspto_xml_dtdversions/**/*.xml")]):
        text = path.read_text(encoding="utf-8", errors="replace")
        for block in re.findall(
            r"<us-bibliographic-data-(?:grant|application)>.*?</us-bibliographic-data-\w+>", text, re.DOTALL
        ):
            if record := _bibliography(block, drop):
                yield record


def _search_entry(entry: dict[str, Any], drop: Drop) -> Record | None:
    """One answer of USPTO Patent Public Search."""
    _, serial, kind = entry["guid"].split("-")
    if entry["type"] == "USOCR" and entry["inventionTitle"] == "OCR SCANNED DOCUMENT":
        drop("no title")
        return None
    assignees = [*(entry["applicantName"] or ()), *(entry["assigneeName"] or ())]
    return _american(
        serial,
        kind,
        {
            "title": re.sub(r"<.*?>", "", entry["inventionTitle"]),
            "names": organisations(re.sub(r"<.*?>", "", a) for a in assignees),
            "ipc": ipc((entry["ipcCodeFlattened"] or "").split(";")),
            "cpc": cpc(f"{entry['cpcInventiveFlattened'] or ''};{entry['cpcAdditionalFlattened'] or ''}".split(";")),
            "filed": (entry["applicationFilingDate"] or [""])[0][:10],
            "published": entry["datePublished"][:10],
            "application": entry["applicationNumber"] or "",
        },
        drop,
    )


def _bibliography(block: str, drop: Drop) -> Record | None:
    """The bibliographic block of a USPTO Red Book document (version 4.0 and later)."""
    # The blocks declare no entities of their own; those of the DTDs are not needed for the facts kept here.
    tree = ET.fromstring(re.sub(r"&(?!amp;|lt;|gt;|quot;|apos;|#)\w+;", " ", block))  # noqa: S314
    title = tree.find("invention-title")
    orgs = (
        e.text or "" for party in ("us-parties", "parties", "assignees") for e in tree.iterfind(f"{party}//orgname")
    )
    return _american(
        tree.findtext("publication-reference/document-id/doc-number", "").lstrip("0"),
        tree.findtext("publication-reference/document-id/kind", ""),
        {
            "title": tidy("".join(title.itertext())) if title is not None else "",
            "names": organisations(once(orgs)),
            "ipc": ipc(map(_symbol, tree.iterfind("classifications-ipcr/classification-ipcr"))),
            "cpc": cpc(map(_symbol, tree.iterfind("classifications-cpc//classification-cpc"))),
            "filed": _compact_day(tree.findtext("application-reference/document-id/date", "")),
            "published": _compact_day(tree.findtext("publication-reference/document-id/date", "")),
            "application": tree.findtext("application-reference/document-id/doc-number", ""),
            "citations": [one for part in tree.iterfind(".//patcit/..") if (one := _citation(part))],
        },
        drop,
    )


def _citation(element: ET.Element) -> dict[str, str]:
    """A patent document that the grant cites: number, month or day, who brought it up. No names, and no literature."""
    part = {child.tag: (child.text or "").strip() for child in element.iterfind("patcit/document-id/*")}
    office, serial, day = part.get("country", ""), part.get("doc-number", ""), part.get("date", "")
    _office, printed, _key = number(office + serial.removeprefix(office).strip())
    document = f"{printed} {part.get('kind', '')}".strip()
    if not is_number(document):
        return {}
    published = _compact_day(day) or (f"{day[:4]}-{day[4:6]}" if re.fullmatch(r"\d{4}(0[1-9]|1[0-2])00", day) else "")
    by = element.findtext("category", "").removeprefix("cited by ").strip()
    facts = {"document": document, "published": published, "by": by if by in ("examiner", "applicant") else ""}
    return {name: value for name, value in facts.items() if value}


def _symbol(element: ET.Element) -> str:
    part = {child.tag: child.text or "" for child in element}
    subclass = part.get("section", "") + part.get("class", "") + part.get("subclass", "")
    return f"{subclass} {part.get('main-group', '')}/{part.get('subgroup', '')}"


def _compact_day(day: str) -> str:
    return iso(day[:4], day[4:6], day[6:]) if len(day) == 8 else ""


def _american(serial: str, kind: str, found: dict[str, Any], drop: Drop) -> Record | None:
    serial = serial.lstrip("0")
    reasons = {
        "no title": not found["title"],
        "no publication date": not found["published"],
        "no IPC or CPC symbol": not (found["ipc"] or found["cpc"]),
    }
    reason = next((reason for reason, holds in reasons.items() if holds), "")
    if reason:
        drop(reason)
        return None
    office, printed, key = number("US" + serial)
    facts = shaped(
        office=office,
        number=printed,
        kind=kind,
        titles={"en": found["title"]},
        names=found["names"],
        classes={"ipc": found["ipc"], "cpc": found["cpc"]},
        dates={"filed": found["filed"], "published": found["published"]},
        status=_stage(printed),
        more={"application": found["application"], "citations": found.get("citations")},
    )
    return Record("patents", key, facts, USPTO)
