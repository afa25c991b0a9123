"""Registered Community designs: number, Locarno classes, indication of the product, dates, status."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from chancery.site.demo.facts import Drop, Record, once, shaped, tidy
from chancery.site.demo.sources.euipo import OFFICE, SOURCE_DESIGNS, earliest, priorities, subjects, texts

STATUS = {"Registered and fully published": "registered", "Design lapsed": "lapsed"}


def read(shared: Path, drop: Drop) -> Iterator[Record]:
    """One record a design."""
    for design in subjects(shared / "designs/euipo_em_design_xml", "Design"):
        if design.findtext("DesignCurrentStatusCode") is None:
            drop("no design in the file")
            continue
        yield _record(design)


def _record(design: ET.Element) -> Record:
    number = design.findtext("DesignIdentifier", "").strip()
    word = design.findtext("DesignCurrentStatusCode", "")
    claims = priorities(design)
    facts = shaped(
        office=OFFICE,
        number=number,
        titles=_products(design),
        classes={
            "locarno": once(
                c.replace(".", "-") for c in texts(design, "ClassDescriptionDetails/ClassDescription/ClassNumber")
            )
        },
        dates={
            "priority": earliest(claims),
            "filed": design.findtext("ApplicationDate", ""),
            "registered": design.findtext("RegistrationDate", ""),
            "published": design.findtext("PublicationDate", ""),
            "expires": design.findtext("ExpiryDate", ""),
            "status": design.findtext("DesignCurrentStatusDate", ""),
        },
        status=STATUS[word],
        more={
            "status": word,
            "application": design.findtext("ApplicationNumber", ""),
            "languages": once(texts(design, "ApplicationLanguageCode") + texts(design, "SecondLanguageCode")),
            "verbal": tidy(design.findtext("VerbalElementText", "")),
            "deferred": design.findtext("PublicationDefermentIndicator") == "true",
            "priorities": claims,
        },
    )
    return Record("designs", number, facts, SOURCE_DESIGNS)


def _products(design: ET.Element) -> dict[str, str]:
    """Language -> product indication; several terms in one language are joined by a semicolon."""
    terms: dict[str, list[str]] = {}
    for term in design.iterfind("IndicationProductDetails/IndicationProduct"):
        terms.setdefault(term.get("languageCode", "und"), []).append(tidy(term.text or ""))
    return {language: "; ".join(once(found)) for language, found in sorted(terms.items())}
