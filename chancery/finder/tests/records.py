"""Invented records for the tests of engines, and what a query finds of them."""

from datetime import date

from chancery.finder import Document, parse

SOLAR = Document(
    collection="patents",
    key="WO2002014184",
    office="WO",
    number="WO 2002/014184",
    numbered={
        "publication": ("WO 2002/014184",),
        "application": ("PCT/US2001/025000",),
        "priority": ("US 09/634,512",),
    },
    codes={"priority_country": ("US",), "language": ("en",)},
    titles={"en": "Solar batteries for electric vehicles", "fr": "Piles solaires pour véhicules électriques"},
    names=("Siemens AG", "Łódź Optyka Sp. z o.o."),
    classes={"ipc": ("H01M 10/44", "B60L0011180000"), "cpc": ("Y02E 10/50",)},
    dates={"filed": date(2001, 8, 10), "published": date(2002, 2, 21)},
    status="published",
    country="US",
    kind="A1",
    facts={"pages": 12, "family": ["EP1309999"]},
)
WIND = Document(
    collection="patents",
    key="EP1820402",
    office="EP",
    number="EP 1820402",
    numbered={"publication": ("EP 1820402",), "application": ("EP 06706433.1",)},
    titles={"en": "Wind turbine with a battery", "de": "Windrad mit Batterie"},
    names=("Robert Bosch GmbH",),
    classes={"ipc": ("F03D 9/10", "H01M 2/00")},
    dates={"filed": date(2006, 1, 31), "published": date(2007, 8, 22)},
    status="granted",
    kind="B1",
)
BATTERY_JA = Document(
    collection="patents",
    key="JP2005123456A",
    office="JP",
    number="JP 2005-123456 A",
    titles={"ja": "太陽電池モジュール", "ar": "بَطَّارِيَّة شمسية", "ru": "Солнечная батарея", "ko": "태양 전지"},
    names=("Optyka Siemens Verwaltung",),
    dates={"published": date(2005, 5, 12)},
    kind="A",
)
MARK = Document(
    collection="marks",
    key="018222197",
    office="EM",
    number="018222197",
    titles={"": "TERRA S NOVA"},
    classes={"nice": ("1", "09"), "vienna": ("26.4.1",)},
    dates={"filed": date(2020, 4, 8), "registered": date(2020, 8, 5)},
    status="Registered",
    kind="individual",
    codes={"feature": ("Word",), "language": ("de", "en")},
    text="Mineral adsorbents; solar cells; batteries for vehicles",
)
DESIGN = Document(
    collection="designs",
    key="008123456-0001",
    office="EM",
    number="008123456-0001",
    titles={"en": "Vehicle lamps"},
    names=("Siemens AG",),
    classes={"locarno": ("26-06",)},
    status="registered",
)
RECORDS = (SOLAR, WIND, BATTERY_JA, MARK, DESIGN)


def keys(engine, text, **how):
    query = parse(text) if isinstance(text, str) else text
    results = engine.search(query, **how)
    assert results.total == len(results.hits)
    return {hit.document.key for hit in results.hits}


def found(*documents):
    return {document.key for document in documents}
