"""Sequence listings for tests, as the software for ST.26 writes them; and the real one of an application, rewritten."""

import re
from pathlib import Path
from xml.sax.saxutils import escape

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ST26SequenceListing PUBLIC '
    '"-//WIPO//DTD Sequence Listing 1.3//EN" "ST26SequenceListing_V1_3.dtd">\n'
)
ATTRIBUTES = 'dtdVersion="V1_3" fileName="latch.xml" softwareName="WIPO Sequence" productionDate="2026-11-20"'
GENERAL = (
    "<ApplicantFileReference>LATCH-1</ApplicantFileReference>"
    '<ApplicantName languageCode="en">OKAFOR, Ada</ApplicantName>'
    '<InventionTitle languageCode="en">Hinge with magnetic latch</InventionTitle>'
)
DNA, RNA, PROTEIN = "acgtmrwsykvhdbnacgt", "acgtacgtacgt", "MKTAYIAKQR"
TYPES = {"DNA": "other DNA", "RNA": "mRNA", "AA": "protein"}


def qualifier(name: str, value: str | None = None, other: str | None = None) -> str:
    said = "" if value is None else f"<INSDQualifier_value>{escape(value)}</INSDQualifier_value>"
    told = "" if other is None else f"<NonEnglishQualifier_value>{escape(other)}</NonEnglishQualifier_value>"
    return f"<INSDQualifier><INSDQualifier_name>{name}</INSDQualifier_name>{said}{told}</INSDQualifier>"


def feature(key: str, location: str, *qualifiers: str) -> str:
    return (
        f"<INSDFeature><INSDFeature_key>{key}</INSDFeature_key><INSDFeature_location>{escape(location)}"
        f"</INSDFeature_location><INSDFeature_quals>{''.join(qualifiers)}</INSDFeature_quals></INSDFeature>"
    )


def sequence(
    number: int | str,
    residues: str = DNA,
    *,
    molecule: str = "DNA",
    length: int | None = None,
    division: str = "PAT",
    organism: str = "synthetic construct",
    kind: str | None = None,
    source: str | None = None,
    more: str = "",
) -> str:
    """One sequence that keeps every rule, but for what is said otherwise."""
    count = len(residues) if length is None else length
    whole = feature(
        "source",
        f"1..{len(residues)}" if source is None else source,
        qualifier("mol_type", TYPES[molecule] if kind is None else kind),
        qualifier("organism", organism),
    )
    return (
        f'<SequenceData sequenceIDNumber="{number}"><INSDSeq><INSDSeq_length>{count}</INSDSeq_length>'
        f"<INSDSeq_moltype>{molecule}</INSDSeq_moltype><INSDSeq_division>{division}</INSDSeq_division>"
        f"<INSDSeq_feature-table>{whole}{more}</INSDSeq_feature-table>"
        f"<INSDSeq_sequence>{residues}</INSDSeq_sequence></INSDSeq></SequenceData>"
    )


def skipped(number: int, length: str = "") -> str:
    return (
        f'<SequenceData sequenceIDNumber="{number}"><INSDSeq><INSDSeq_length>{length}</INSDSeq_length>'
        "<INSDSeq_moltype/><INSDSeq_division/><INSDSeq_sequence>000</INSDSeq_sequence></INSDSeq></SequenceData>"
    )


def listing(
    *sequences: str, said: int | None = None, general: str = GENERAL, attributes: str = ATTRIBUTES, head: str = HEAD
) -> bytes:
    """A whole file; ``said`` is the number of sequences that it claims, where that differs."""
    total = len(sequences) if said is None else said
    return (
        f"{head}<ST26SequenceListing {attributes}>{general}<SequenceTotalQuantity>{total}</SequenceTotalQuantity>"
        f"{''.join(sequences)}</ST26SequenceListing>"
    ).encode()


_LETTERS = """
    Ala A Arg R Asn N Asp D Cys C Gln Q Glu E Gly G His H Ile I Leu L Lys K Met M Phe F Pro P Ser S Thr T Trp W Tyr Y
    Val V Xaa X
"""
_THREE = dict(zip(_LETTERS.split()[::2], _LETTERS.split()[1::2], strict=True))


def rewritten(path: Path) -> bytes:
    """A real listing in the older Standard ST.25, written as ST.26 asks."""
    _head, *blocks = re.split(r"<210>\s+", path.read_text("ascii"))
    return listing(*(_rewritten(block) for block in blocks))


def _rewritten(block: str) -> str:
    number = int(block.split(None, 1)[0])
    said = dict(re.findall(r"<(2\d\d)>[ ]*(.*)", block))
    letters = re.sub(r"[\d\s]+", " ", re.split(r"<400>\s+\d+", block)[1]).split()
    protein = said["212"].strip() == "PRT"
    residues = "".join(_THREE[one] for one in letters) if protein else "".join(letters)
    organism = said["213"].strip()
    return sequence(
        number,
        residues,
        molecule="AA" if protein else "DNA",
        length=int(said["211"]),
        organism="synthetic construct" if organism == "Artificial sequence" else organism,
        kind=None if protein or organism == "Artificial sequence" else "genomic DNA",
    )
