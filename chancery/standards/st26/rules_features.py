"""ST.26 on features and qualifiers: paragraphs 60 to 92."""

from collections.abc import Iterator

from chancery.standards.st26 import location
from chancery.standards.st26.listing import Feature, Listing, Sequence
from chancery.standards.st26.rules_file import SINCE
from chancery.standards.st26.vocabulary import (
    AMINO_ACID_QUALIFIERS,
    FEATURE_KEYS,
    LANGUAGE_DEPENDENT,
    LONGEST_FREE_TEXT,
    MOLECULE_TYPES,
    SHORTEST,
)
from chancery.treaties.kernel.rule import At, Found, rule


@rule("WIPO ST.26 para. 62", since=SINCE, severity="hint", confidence="unverified")
def uses_the_feature_keys_of_the_standard(listing: Listing) -> Found:
    """Feature keys should be those of Annex I, sections 5 and 7."""
    for sequence, feature in listing.features():
        if sequence.molecule in FEATURE_KEYS and feature.key not in FEATURE_KEYS[sequence.molecule]:
            yield _at(sequence, f"“{feature.key[:40]}”.")


@rule("WIPO ST.26 para. 63", since=SINCE)
def says_where_each_molecule_comes_from(listing: Listing) -> Found:
    """Every sequence must have one feature “source” that covers the whole of it."""
    for one in listing.written:
        length = _length(one)
        if len(one.sources) != 1:
            yield _at(one, f"{len(one.sources)} of them.")
        elif length and not location.covers(one.sources[0].location, length=length):
            yield _at(one, f"it covers “{one.sources[0].location[:40]}”, not 1..{length}.")


@rule("WIPO ST.26 para. 64", since=SINCE)
def places_features_within_the_sequence(listing: Listing) -> Found:
    """The location of a feature must be written as the Standard says, and lie within the sequence."""
    for sequence, feature in listing.features():
        found = location.wrong(feature.location, length=_length(sequence), protein=sequence.is_protein)
        if found:
            yield _at(sequence, f"{feature.key[:40]}: {found}.")


@rule("WIPO ST.26 para. 75", since=SINCE)
def gives_organism_and_molecule_type(listing: Listing) -> Found:
    """The source must say the organism (or “synthetic construct”, “unidentified”) and the type of the molecule."""
    for one, source in _single_sources(listing):
        yield from (_at(one, f"no {name}.") for name in ("organism", "mol_type") if not any(source.values(name)))


@rule("WIPO ST.26 para. 75", since=SINCE)
def names_a_type_that_its_molecule_can_have(listing: Listing) -> Found:
    """mol_type must be one of the list for its molecule: “genomic DNA”, “mRNA”, “protein” and the others."""
    for one, source in _single_sources(listing):
        allowed = MOLECULE_TYPES.get(one.molecule)
        for value in source.values("mol_type"):
            if allowed and value not in allowed:
                yield _at(one, f"“{value[:40]}” for {one.molecule}.")


@rule("WIPO ST.26 para. 76", since=SINCE, severity="hint", confidence="unverified")
def gives_proteins_their_own_qualifiers(listing: Listing) -> Found:
    """A protein should have no other qualifiers than mol_type, organism and note."""
    for sequence, _feature, one in listing.qualifiers():
        if sequence.is_protein and one.name not in AMINO_ACID_QUALIFIERS:
            yield _at(sequence, f"“{one.name[:40]}”.")


@rule("WIPO ST.26 para. 76", since=SINCE, severity="hint", confidence="unverified")
def translates_only_what_is_in_a_language(listing: Listing) -> Found:
    """A value in another language than English belongs only to a qualifier whose free text depends on the language."""
    for sequence, _feature, one in listing.qualifiers():
        if one.other is not None and one.name not in LANGUAGE_DEPENDENT:
            yield _at(sequence, f"{one.name[:40]}.")


@rule("WIPO ST.26 para. 86", since=SINCE)
def keeps_free_text_short(listing: Listing) -> Found:
    """Free text must not be longer than 1,000 characters."""
    for sequence, _feature, one in listing.qualifiers():
        longest = max(len(one.value or ""), len(one.other or ""))
        if one.name in LANGUAGE_DEPENDENT and longest > LONGEST_FREE_TEXT:
            yield _at(sequence, f"{one.name}: {longest}.")


@rule("WIPO ST.26 para. 87", since=SINCE)
def names_the_language_of_its_free_text(listing: Listing) -> Found:
    """Where free text stands in a language other than English, nonEnglishFreeTextLanguageCode must say which."""
    if listing.attributes.get("nonEnglishFreeTextLanguageCode"):
        return
    for sequence, _feature, one in listing.qualifiers():
        if one.other:
            yield _at(sequence, f"{one.name[:40]}.")


@rule("WIPO ST.26 para. 87", since=SINCE, severity="hint")
def gives_free_text_in_english_too(listing: Listing) -> Found:
    """Free text should be given in English too: some designated Offices ask for it."""
    for sequence, _feature, one in listing.qualifiers():
        if one.name in LANGUAGE_DEPENDENT and one.other and not one.value:
            yield _at(sequence, f"{one.name}.")


@rule("WIPO ST.26 para. 92", since=SINCE)
def lists_what_a_coding_sequence_says(listing: Listing) -> Found:
    """A translation of four amino acids or more must be listed as a sequence of its own, which protein_id names."""
    proteins = {one.number: one.residues for one in listing.written if one.is_protein}
    for sequence, feature in listing.features():
        for translation in feature.values("translation"):
            if len(translation) >= SHORTEST["AA"] and (wrong := _mistold(feature, translation, proteins)):
                yield _at(sequence, f"{wrong}.")


def _mistold(feature: Feature, translation: str, proteins: dict[str, str]) -> str:
    named = feature.values("protein_id")
    if not named:
        return "no protein_id"
    residues = proteins.get(named[0])
    if residues is None:
        return f"protein_id {named[0][:20]} is no protein of the listing"
    return "" if residues == translation else f"the translation is not sequence {named[0]}"


def _single_sources(listing: Listing) -> Iterator[tuple[Sequence, Feature]]:
    return ((one, one.sources[0]) for one in listing.written if len(one.sources) == 1)


def _length(one: Sequence) -> int:
    return len("".join(one.residues.split()))


def _at(sequence: Sequence, detail: str) -> At:
    return At(f"sequences.{sequence.number}", f"{sequence.name}: {detail}")
