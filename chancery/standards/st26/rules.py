"""What ST.26 is checked for: its table of contents here, in the order of the file."""

from chancery.standards.st26 import rules_characters, rules_features, rules_file, rules_sequences
from chancery.treaties.kernel.rule import Rule

RULES: tuple[Rule, ...] = (
    rules_file.begins_with_an_xml_declaration,
    rules_file.names_its_dtd,
    rules_file.is_valid_to_the_dtd,
    rules_file.writes_the_attributes_of_the_root,
    rules_file.says_of_which_application_it_is,
    rules_file.identifies_applications_in_full,
    rules_file.names_the_applicant_and_the_invention,
    rules_file.counts_its_sequences,
    rules_file.writes_names_in_latin_letters_too,
    rules_file.gives_one_title_in_each_language,
    rules_characters.writes_english_values_in_basic_latin,
    rules_sequences.numbers_its_sequences_from_one,
    rules_sequences.lists_no_sequence_that_is_too_short,
    rules_sequences.says_what_each_molecule_is,
    rules_sequences.stands_in_the_patent_division,
    rules_sequences.counts_the_residues_of_each_sequence,
    rules_sequences.writes_nucleotides_in_the_symbols_of_the_standard,
    rules_sequences.writes_amino_acids_in_the_symbols_of_the_standard,
    rules_sequences.writes_residues_without_spaces,
    rules_sequences.leaves_skipped_sequences_empty,
    rules_features.uses_the_feature_keys_of_the_standard,
    rules_features.says_where_each_molecule_comes_from,
    rules_features.places_features_within_the_sequence,
    rules_features.gives_organism_and_molecule_type,
    rules_features.names_a_type_that_its_molecule_can_have,
    rules_features.gives_proteins_their_own_qualifiers,
    rules_features.translates_only_what_is_in_a_language,
    rules_features.keeps_free_text_short,
    rules_features.names_the_language_of_its_free_text,
    rules_features.gives_free_text_in_english_too,
    rules_features.lists_what_a_coding_sequence_says,
)
