"""The notice in the words of the W3C Data Privacy Vocabulary 2.1 (a Community Group report), as JSON-LD.

Only terms that the vocabulary has; ``data/dpv-2.1.txt`` lists those used here, and a test holds this file to it. What
it has no exact term for (what belongs to an account, what people write, whoever is invited) is said by the general
term, ``dpv:PersonalData`` or ``dpv:HumanSubject``, and in words. ``pd:AccountIdentifier`` is not used: there it means
an account at a bank.
"""

from collections.abc import Iterable
from typing import Any

from chancery.core.personal import Basis, Category, Field, Keep, Subject, Until
from chancery.records.privacy.notice import Notice, Processor, RoomNotice, Row

CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CATEGORIES = {
    Category.NAME: "pd:Name",
    Category.CONTACT: "pd:Contact",
    Category.ADDRESS: "pd:PhysicalAddress",
    Category.CREDENTIAL: "pd:Authenticating",
    Category.NATIONALITY: "pd:Nationality",
    Category.DEVICE: "pd:DeviceBased",
    Category.BEHAVIOUR: "pd:Behavioral",
    Category.FINANCIAL: "pd:Financial",
    Category.UNIQUE_ID: "pd:Identifying",
}
BASES = {
    Basis.CONTRACT: "dpv:Contract",
    Basis.LEGAL_OBLIGATION: "dpv:LegalObligation",
    Basis.PUBLIC_TASK: "dpv:OfficialAuthorityOfController",
    Basis.CONSENT: "dpv:Consent",
    Basis.LEGITIMATE_INTEREST: "dpv:LegitimateInterest",
}
SUBJECTS = {Subject.HOLDER: "dpv:User", Subject.NAMED: "dpv:Applicant"}


def document(told: Notice, *, base: str) -> dict[str, Any]:
    """The whole notice; ``base`` is the address of its page, under which each part has a name."""
    return {
        "@context": CONTEXT,
        "@id": base,
        "@type": "dpv:PrivacyNotice",
        "dct:title": f"Privacy notice of {told.office.name}",
        "dpv:hasDataController": {
            "@id": f"{base}#office",
            "@type": "dpv:DataController",
            "dpv:hasName": told.office.name,
            "dpv:hasContact": told.office.contact,
        },
        "dpv:hasDataProcessor": [_processor(one) for one in told.processors],
        "dpv:hasProcess": [process for room in told.rooms for process in _processes(room, base)],
    }


def _processor(one: Processor) -> dict[str, Any]:
    return {
        "@type": "dpv:DataProcessor",
        "dpv:hasName": one.name,
        "dct:description": one.does,
        "dpv:hasCountry": one.country,
    }


def _processes(room: RoomNotice, base: str) -> Iterable[dict[str, Any]]:
    for holding in room.holdings:
        for place, row in enumerate(holding.rows, start=1):
            yield _process(holding.what, row, f"{base}#{holding.model}-{place}")


def _process(what: str, row: Row, name: str) -> dict[str, Any]:
    terms = row.terms
    return {
        "@id": name,
        "@type": "dpv:Process",
        "dct:title": what,
        "dpv:hasPurpose": {"@type": "dpv:Purpose", "dct:description": terms.purpose},
        "dpv:hasPersonalData": {
            "@type": CATEGORIES.get(terms.category, "dpv:PersonalData"),
            "dct:description": ", ".join(row.names),
        },
        "dpv:hasLegalBasis": {"@id": BASES[terms.basis]},
        "dpv:hasDataSubject": {
            "@type": SUBJECTS.get(terms.subject, "dpv:HumanSubject"),
            "dct:description": terms.subject.value,
        },
        "dpv:hasRecipient": [{"@type": "dpv:Recipient", "dct:description": one} for one in terms.recipients],
        "dpv:hasStorageCondition": _storage(terms),
    }


def _storage(terms: Field) -> dict[str, Any]:
    condition = {"dpv:hasDuration": _duration(terms.keep), "dct:description": terms.disposal.value}
    return {**condition, "dct:references": terms.cites} if terms.cites else condition


def _duration(keep: Keep) -> dict[str, Any]:
    """A period as xsd:duration; else the event with which it ends, in words."""
    if keep.until is not Until.PERIOD or keep.period is None:
        return {"@type": "dpv:UntilEventDuration", "dct:description": keep.words}
    years, months, days = keep.period
    lasting = f"P{years}Y{months}M{days}D"
    return {
        "@type": "dpv:Duration",
        "dct:description": keep.words,
        "dct:extent": {"@type": "xsd:duration", "@value": lasting},
    }
