"""ST.26 on the sequences: numbers, molecules, lengths, symbols. Paragraphs 8 to 27 and 50 to 58."""

from chancery.standards.st26.listing import Listing, Sequence
from chancery.standards.st26.rules_file import SINCE
from chancery.standards.st26.vocabulary import AMINO_ACIDS, NUCLEOTIDES, SHORTEST, UNDEFINED
from chancery.treaties.kernel.rule import At, Found, rule

MOLECULES = tuple(SHORTEST)


@rule("WIPO ST.26 para. 8", since=SINCE)
def lists_no_sequence_that_is_too_short(listing: Listing) -> Found:
    """A sequence with fewer than ten specifically defined nucleotides, or four amino acids, must not be listed."""
    for one in listing.written:
        if one.molecule in SHORTEST and (count := _defined(one)) < SHORTEST[one.molecule]:
            yield At(_place(one), f"{one.name}: {count}.")


@rule("WIPO ST.26 para. 10", since=SINCE)
def numbers_its_sequences_from_one(listing: Listing) -> Found:
    """The sequences must be numbered from 1, without a gap, in the order in which they stand."""
    for place, one in enumerate(listing.sequences, start=1):
        if one.number != str(place):
            yield At(_place(one), f"In line {one.line}, {one.number[:20] or 'nothing'} stands in place of {place}.")


@rule("WIPO ST.26 para. 13", since=SINCE)
def writes_nucleotides_in_the_symbols_of_the_standard(listing: Listing) -> Found:
    """Nucleotides must be written in the lower-case symbols of Annex I; t stands for thymine in DNA, uracil in RNA."""
    for one in listing.written:
        if one.molecule in {"DNA", "RNA"} and (wrong := _strange(one, NUCLEOTIDES)):
            yield At(_place(one), f"{one.name}: {wrong}.")


@rule("WIPO ST.26 para. 26", since=SINCE)
def writes_amino_acids_in_the_symbols_of_the_standard(listing: Listing) -> Found:
    """Amino acids must be written in the upper-case one-letter symbols of Annex I."""
    for one in listing.written:
        if one.is_protein and (wrong := _strange(one, AMINO_ACIDS)):
            yield At(_place(one), f"{one.name}: {wrong}.")


@rule("WIPO ST.26 para. 52", since=SINCE)
def counts_the_residues_of_each_sequence(listing: Listing) -> Found:
    """INSDSeq_length must be the number of residues in the sequence."""
    for one in listing.written:
        count = len("".join(one.residues.split()))
        if one.length != str(count):
            yield At(_place(one), f"{one.name}: it says {one.length[:20] or 'nothing'}, {count} stand in it.")


@rule("WIPO ST.26 para. 53", since=SINCE)
def says_what_each_molecule_is(listing: Listing) -> Found:
    """INSDSeq_moltype must be DNA, RNA or AA."""
    for one in listing.written:
        if one.molecule not in MOLECULES:
            yield At(_place(one), f"{one.name}: “{one.molecule[:20]}”.")


@rule("WIPO ST.26 para. 51", since=SINCE)
def stands_in_the_patent_division(listing: Listing) -> Found:
    """INSDSeq_division must be PAT."""
    for one in listing.written:
        if one.division != "PAT":
            yield At(_place(one), f"{one.name}: “{one.division[:20]}”.")


@rule("WIPO ST.26 para. 57", since=SINCE)
def writes_residues_without_spaces(listing: Listing) -> Found:
    """The residues must stand without spaces, line ends, numbers or punctuation."""
    for one in listing.written:
        if any(not letter.isalpha() for letter in one.residues):
            yield At(_place(one), f"{one.name}.")


@rule("WIPO ST.26 para. 58", since=SINCE)
def leaves_skipped_sequences_empty(listing: Listing) -> Found:
    """A sequence left out on purpose keeps its number; length, molecule and division stay empty, without features."""
    for one in listing.sequences:
        if one.is_skipped and (one.length or one.molecule or one.division or one.features is not None):
            yield At(_place(one), f"{one.name}.")


def _place(one: Sequence) -> str:
    return f"sequences.{one.number}"


def _defined(one: Sequence) -> int:
    letters = "".join(one.residues.split())
    return len(letters) - letters.count(UNDEFINED[one.molecule])


def _strange(one: Sequence, symbols: frozenset[str]) -> str:
    """The letters that are no symbols, with the place of the first; empty where all are."""
    letters = "".join(one.residues.split())
    wrong = set(letters) - symbols
    if not wrong:
        return ""
    first = next(place for place, letter in enumerate(letters, start=1) if letter in wrong)
    return f"{' '.join(sorted(wrong)[:8])} (first at {first})"
