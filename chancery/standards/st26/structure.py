"""The shape of a listing after the DTD of ST.26 (Annex II), version 1.3: which elements hold which, in which order.

Written from the description of the elements in the Standard, paragraphs 43 to 87; the DTD file itself was not at hand.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MANY = 10**9


@dataclass(frozen=True)
class Child:
    name: str
    least: int = 1
    most: int = 1


@dataclass(frozen=True)
class Element:
    """What an element holds: children in their order, or text where there are none; its attributes."""

    children: tuple[Child, ...] = ()
    needed: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def _maybe(name: str) -> Child:
    return Child(name, 0)


ROOT = "ST26SequenceListing"
_IDENTIFIED = Element((Child("IPOfficeCode"), Child("ApplicationNumberText"), _maybe("FilingDate")))
_NAMED = Element(needed=("languageCode",))
_TEXT = Element()

ELEMENTS: dict[str, Element] = {
    ROOT: Element(
        (
            _maybe("ApplicationIdentification"),
            _maybe("ApplicantFileReference"),
            _maybe("EarliestPriorityApplicationIdentification"),
            _maybe("ApplicantName"),
            _maybe("ApplicantNameLatin"),
            _maybe("InventorName"),
            _maybe("InventorNameLatin"),
            Child("InventionTitle", 1, MANY),
            Child("SequenceTotalQuantity"),
            Child("SequenceData", 1, MANY),
        ),
        needed=("dtdVersion",),
        allowed=(
            "fileName",
            "softwareName",
            "softwareVersion",
            "productionDate",
            "originalFreeTextLanguageCode",
            "nonEnglishFreeTextLanguageCode",
        ),
    ),
    "ApplicationIdentification": _IDENTIFIED,
    "EarliestPriorityApplicationIdentification": _IDENTIFIED,
    "IPOfficeCode": _TEXT,
    "ApplicationNumberText": _TEXT,
    "FilingDate": _TEXT,
    "ApplicantFileReference": _TEXT,
    "ApplicantName": _NAMED,
    "ApplicantNameLatin": _TEXT,
    "InventorName": _NAMED,
    "InventorNameLatin": _TEXT,
    "InventionTitle": _NAMED,
    "SequenceTotalQuantity": _TEXT,
    "SequenceData": Element((Child("INSDSeq"),), needed=("sequenceIDNumber",)),
    "INSDSeq": Element(
        (
            Child("INSDSeq_length"),
            Child("INSDSeq_moltype"),
            Child("INSDSeq_division"),
            _maybe("INSDSeq_other-seqids"),
            _maybe("INSDSeq_feature-table"),
            Child("INSDSeq_sequence"),
        )
    ),
    "INSDSeq_length": _TEXT,
    "INSDSeq_moltype": _TEXT,
    "INSDSeq_division": _TEXT,
    "INSDSeq_other-seqids": Element((Child("INSDSeqid", 0),)),
    "INSDSeqid": _TEXT,
    "INSDSeq_feature-table": Element((Child("INSDFeature", 1, MANY),)),
    "INSDFeature": Element((Child("INSDFeature_key"), Child("INSDFeature_location"), _maybe("INSDFeature_quals"))),
    "INSDFeature_key": _TEXT,
    "INSDFeature_location": _TEXT,
    "INSDFeature_quals": Element((Child("INSDQualifier", 0, MANY),)),
    "INSDQualifier": Element(
        (Child("INSDQualifier_name"), _maybe("INSDQualifier_value"), _maybe("NonEnglishQualifier_value")),
        allowed=("id",),
    ),
    "INSDQualifier_name": _TEXT,
    "INSDQualifier_value": _TEXT,
    "NonEnglishQualifier_value": _TEXT,
    "INSDSeq_sequence": _TEXT,
}


def faults(name: str, attributes: dict[str, str], children: Sequence[str], *, text: str) -> Iterator[str]:
    """Where an element departs from the DTD, each in words."""
    element = ELEMENTS.get(name)
    if element is None:
        return  # said of the element that holds it
    yield from (f"{name} has no attribute {one}." for one in element.needed if one not in attributes)
    known = {*element.needed, *element.allowed}
    yield from (f"{name} must not have the attribute {one[:60]}." for one in attributes if one not in known)
    yield from _children(name, element.children, children)
    if element.children and text.strip():
        yield f"{name} holds text, where only elements may stand."


def _children(name: str, model: tuple[Child, ...], found: Sequence[str]) -> Iterator[str]:
    order = {child.name: place for place, child in enumerate(model)}
    strange = [one for one in dict.fromkeys(found) if one not in order]
    yield from (f"{one[:60]} does not belong in {name}." for one in strange)
    counted = Counter(found)
    for child in model:
        if counted[child.name] < child.least:
            yield f"{name} has no {child.name}."
        elif counted[child.name] > child.most:
            yield f"{name} has {child.name} more than once."
    places = [order[one] for one in found if one in order]
    if places != sorted(places):
        yield f"The elements in {name} do not stand in the order of the DTD."
