"""Domain-name disputes: provider, case number, domains, marks, dates. Nobody's name, and no outcome.

Outcomes are left out because the source has them only by pattern, marked "check before using". A case is
left out when a party that is not evidently an organisation shares a word with a domain or a mark: the
domain would name the person.
"""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from chancery.site.demo.facts import Drop, Record, iso, once, shaped, tidy
from chancery.site.demo.names import is_organisation

SOURCE = "udrp-decisions"
PROVIDERS = {
    "www.wipo.int": "WIPO Arbitration and Mediation Center",
    "www.adrforum.com": "FORUM",
    "udrp.adr.eu": "Czech Arbitration Court",
    "www.adndrc.org": "Asian Domain Name Dispute Resolution Centre",
    "odr.org.cn": "Asian Domain Name Dispute Resolution Centre",
    "ciidrc.org": "Canadian International Internet Dispute Resolution Centre",
}
# Case numbers: in the address at WIPO, in the first lines of the decision elsewhere.
_CASE = (
    ("www.wipo.int", re.compile(r"\b(D[A-Z]{0,3}\d{4}-\d{4})\b", re.IGNORECASE)),
    ("www.adrforum.com", re.compile(r"\b(FA\d{9,13})\b")),
    ("udrp.adr.eu", re.compile(r"Case number\s+(CAC-UDRP-\d{6})\b")),
    ("ciidrc.org", re.compile(r"\b(\d{5}-UDRP|DCA-\d+-CIRA)\b")),
    ("www.adndrc.org", re.compile(r"\b((?:AIAC/|KLRCA/)?ADNDRC-\d+-\d{4}|(?:HK|KR|KL)[- ]{0,2}\d{7})\b")),
    ("odr.org.cn", re.compile(r"\b(CN[- ]{0,2}\d{7})\b")),
)
# Policies of country domains; all other cases in the source are decided under the UDRP itself.
_POLICY = (("DES", "ES policy"), ("DAU", "auDRP"), ("DCA", "CDRP"))
_MONTH_NAMES = "january february march april may june july august september october november december"
_MONTHS = {form: n for n, name in enumerate(_MONTH_NAMES.split(), 1) for form in (name, name[:3])}
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z]{2,18})", re.IGNORECASE)
_BRACKETED = re.compile(r"[<‹＜]\s*([^<>‹›＜＞\s][^<>‹›＜＞]{2,80}?)\s*[>›＞]")
_LABELLED = re.compile(
    r"(?:disputed |contested )?domain names?(?:\(s\))?(?: in dispute)?\s*[:\t]\s*"
    r"([^\n]+(?:\n[^\n:]*\.[a-z]{2,10}\W*(?=\n))*)",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"domain names?[^.\n]{0,60}?\b(?:is|are|,)\s*[:\"“‘']*\s*((?:[\"“‘'’”,]|and|\s|[\w-]+(?:\.[\w-]+)+)+)",
    re.IGNORECASE,
)
# The table with which the Czech Arbitration Court opens a decision.
_LISTED = re.compile(r"^Domain names[ \t]+([^\n]+)", re.MULTILINE)
_END_OF_HEAD = re.compile(r"procedural history", re.IGNORECASE)
# The mark and the domain are the name of a person, though the complainant is an organisation (read by eye).
_NAMES_A_PERSON = frozenset(("D2024-0044",))
LONGEST_CASE = 900  # days from filing to decision; more is a misread date


def read(shared: Path, drop: Drop) -> Iterator[Record]:
    """One record a decision."""
    folder = shared / "disputes"
    with (folder / "udrp_annotated_dev.jsonl").open(encoding="utf-8") as lines:
        texts = {str(case["id"]): case["text"] for case in map(json.loads, lines)}
    with (folder / "udrp_cases_derived.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found = _record(row, texts[row["id"]])
            if isinstance(found, str):
                drop(found)
            else:
                yield found


def _record(row: dict[str, str], text: str) -> Record | str:
    """The record, or the reason for which there is none."""
    host = row["url"].split("/")[2]
    number = case_number(host, row["url"], text)
    domains = disputed_domains(text)
    marks = _marks(row["trademarks"])
    dates = _dates(row["filing_date"], row["pub_date"])
    personal = number in _NAMES_A_PERSON or names_a_person(domains + marks, row["complainant"], row["respondent"])
    reasons = {
        "provider not understood": host not in PROVIDERS,
        "no case number": not number,
        "no domain found with certainty": not domains,
        "no date understood": not dates,
        "domain or mark may name a person": personal,
    }
    reason = next((reason for reason, holds in reasons.items() if holds), "")
    if reason:
        return reason
    facts = shaped(
        number=number,
        kind=next((policy for prefix, policy in _POLICY if number.startswith(prefix)), "UDRP"),
        titles={"und": ", ".join(domains[:3]) + (" …" if len(domains) > 3 else "")},
        names=marks,
        dates=dates,
        status="decided",
        more={"provider": PROVIDERS[host], "domains": domains},
    )
    return Record("decisions", number.replace("/", "-"), facts, SOURCE)


def case_number(host: str, url: str, text: str) -> str:
    """The provider's number of the case, or the empty string."""
    pattern = next((pattern for name, pattern in _CASE if name == host), None)
    match = pattern.search(url.rpartition("/")[2] if host == "www.wipo.int" else text[:3000]) if pattern else None
    return re.sub(r"^(HK|KR|KL|CN)[- ]*", r"\1-", match[1].upper()) if match else ""


def disputed_domains(text: str) -> list[str]:
    """The domains that the head of the decision names as disputed, in lower case; none when unclear."""
    end = _END_OF_HEAD.search(text)
    head = text[: end.start() if end and end.start() < 8000 else 2500]
    listed = _LISTED.search(text)
    if listed:
        return _all_domains(listed[1])
    for parts in (_BRACKETED.findall(head), _LABELLED.findall(head), _PROSE.findall(head)):
        with_domains = [part for part in parts if _DOMAIN.search(part)]
        if with_domains:
            found = [_all_domains(part) for part in with_domains]
            return once(domain for domains in found for domain in domains) if all(found) else []
    return []


def _all_domains(part: str) -> list[str]:
    """The domains of a list that holds nothing else; none where a line break cut one, or other words stand there."""
    rest = _DOMAIN.sub(" ", part)
    if re.search(r"[^\W\d_]", re.sub(r"\band\b|www\.", " ", rest, flags=re.IGNORECASE)) or "@" in part:
        return []
    return once(map(_bare, _DOMAIN.findall(part)))


def _bare(domain: str) -> str:
    return domain.lower().removeprefix("www.")


def _marks(text: str) -> list[str]:
    """The marks relied on, once each, without those cut short by a letter in the source."""
    joined = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", re.sub(r"[®™“”\"]", "", text))
    plain = [tidy(mark).rstrip(". ,") for mark in joined.split("|")]
    found = {re.sub(r"\W", "", mark).casefold(): mark for mark in reversed(plain) if 1 < len(mark) <= 60}
    return [mark for key, mark in reversed(found.items()) if not any(key == other[:-1] for other in found)]


def _dates(filed: str, decided: str) -> dict[str, str]:
    dates = {k: day for k, day in (("filed", day_of(filed)), ("decided", day_of(decided))) if day}
    if len(dates) < 2:
        return dates
    length = (date.fromisoformat(dates["decided"]) - date.fromisoformat(dates["filed"])).days
    return dates if 0 <= length <= LONGEST_CASE else {}


def day_of(text: str) -> str:
    """An ISO date from "17 November 2014", "November 17, 2014", "2014-11-17 09:39"; all-number days are not read."""
    if match := re.match(r"\s*(\d{4})-(\d\d)-(\d\d)\b", text):
        return iso(*match.groups())
    numbers = re.findall(r"\d+", text)
    months = [m for w in re.findall(r"[A-Za-z]+", text) if (m := _MONTHS.get(w.lower()))]
    if len(months) != 1 or len(numbers) != 2 or len(numbers[1]) != 4:
        return ""
    return iso(numbers[1], months[0], numbers[0])


def names_a_person(signs: list[str], *parties: str) -> bool:
    """Whether a party that is not evidently an organisation shares a word of four letters with a sign."""
    together = " ".join(signs).casefold()
    compact = re.sub(r"[^\w]", "", together)
    for party in (name.strip() for column in parties for name in column.split("|")):
        words = re.findall(r"[^\W\d_]{4,}", party.casefold())
        if len(party.split()) > 1 and not is_organisation(party) and any(word in compact for word in words):
            return True
    return False
