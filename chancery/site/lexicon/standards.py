"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop(
        "A name of the applicant or inventor in other than Latin letters must be given in Latin letters as well."
    ),
    gettext_noop("A protein should have no other qualifiers than mol_type, organism and note."),
    gettext_noop(
        "A sequence left out on purpose keeps its number; length, molecule and division stay empty, without features."
    ),
    gettext_noop(
        "A sequence with fewer than ten specifically defined nucleotides, or four amino acids, must not be listed."
    ),
    gettext_noop(
        "A translation of four amino acids or more must be listed as a sequence of its own, which protein_id names."
    ),
    gettext_noop(
        "A value in another language than English belongs only to a qualifier whose free text depends on the language."
    ),
    gettext_noop("Amino acids must be written in the upper-case one-letter symbols of Annex I."),
    gettext_noop(
        "An application is identified by the code of its Office (ST.3), its number, and its date as year-month-day."
    ),
    gettext_noop("Every sequence must have one feature “source” that covers the whole of it."),
    gettext_noop("Feature keys should be those of Annex I, sections 5 and 7."),
    gettext_noop("Free text must not be longer than 1,000 characters."),
    gettext_noop("Free text should be given in English too: some designated Offices ask for it."),
    gettext_noop("INSDSeq_division must be PAT."),
    gettext_noop("INSDSeq_length must be the number of residues in the sequence."),
    gettext_noop("INSDSeq_moltype must be DNA, RNA or AA."),
    gettext_noop(
        "Nucleotides must be written in the lower-case symbols of Annex I; t stands for thymine in DNA, uracil in RNA."
    ),
    gettext_noop(
        "Only names, titles and values in another language may have other characters than those of Basic Latin."
    ),
    gettext_noop(
        "SequenceTotalQuantity must be the number of all sequences in the listing, those left out on purpose with them."
    ),
    gettext_noop(
        "The attributes of the root must be written as the Standard says: version V1_3, dates 2026-11-22, languages en."
    ),
    gettext_noop("The file must be valid to the DTD of the Standard (Annex II)."),
    gettext_noop("The first line of the file must declare XML 1.0 in UTF-8."),
    gettext_noop("The general part must name the applicant who stands first, and give the title of the invention."),
    gettext_noop(
        "The listing must say of which application it is: by its number, or by the file reference before there is one."
    ),
    gettext_noop("The location of a feature must be written as the Standard says, and lie within the sequence."),
    gettext_noop("The residues must stand without spaces, line ends, numbers or punctuation."),
    gettext_noop(
        "The second line of the file must be the DOCTYPE declaration, with the DTD of the version that the root names."
    ),
    gettext_noop("The sequences must be numbered from 1, without a gap, in the order in which they stand."),
    gettext_noop(
        "The source must say the organism (or “synthetic construct”, “unidentified”) and the type of the molecule."
    ),
    gettext_noop("The title must be given with its language, and once in each language."),
    gettext_noop(
        "Where free text stands in a language other than English, nonEnglishFreeTextLanguageCode must say which."
    ),
    gettext_noop("mol_type must be one of the list for its molecule: “genomic DNA”, “mRNA”, “protein” and the others."),
)
