"""A sequence listing for tests, as the software for ST.26 writes it."""

_SEQUENCE = """<SequenceData sequenceIDNumber="{number}"><INSDSeq><INSDSeq_length>4</INSDSeq_length>
<INSDSeq_moltype>DNA</INSDSeq_moltype><INSDSeq_sequence>acgt</INSDSeq_sequence></INSDSeq></SequenceData>"""


def listing(count: int, *, said: int | None = None) -> bytes:
    """``count`` sequences; ``said`` is what the listing claims, where that differs."""
    sequences = "".join(_SEQUENCE.format(number=number) for number in range(1, count + 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" "ST26SequenceListing_V1_3.dtd">
<ST26SequenceListing dtdVersion="V1_3" fileName="latch.xml"><SequenceTotalQuantity>{count if said is None else said}\
</SequenceTotalQuantity>{sequences}</ST26SequenceListing>""".encode()
