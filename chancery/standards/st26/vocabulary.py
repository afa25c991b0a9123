"""The closed lists of ST.26, Annex I: symbols, kinds of molecules, feature keys, qualifiers of free text.

The symbols and the kinds of molecules are those of the Standard. The lists of keys and qualifiers are noted from memory
of Annex I (sections 5 to 8, tables 5 and 6) and of the INSD feature table that it follows: what rests on them is marked
``unverified`` and no more than a hint.
"""

NUCLEOTIDES = frozenset("acgtmrwsykvhdbn")
"""Section 1, table 1. ``t`` stands for uracil in RNA."""
AMINO_ACIDS = frozenset("ARNDCQEGHILKMFPOSUTWYVXBZJ")
"""Section 3, table 3."""
UNDEFINED = {"DNA": "n", "RNA": "n", "AA": "X"}
"""The symbol of a residue that is not specifically defined (paragraph 3), by molecule."""
SHORTEST = {"DNA": 10, "RNA": 10, "AA": 4}
"""A sequence with fewer specifically defined residues is not listed (paragraph 8)."""

MOLECULE_TYPES = {
    "DNA": frozenset({"genomic DNA", "other DNA", "unassigned DNA"}),
    "RNA": frozenset(
        {
            "genomic RNA",
            "mRNA",
            "tRNA",
            "rRNA",
            "other RNA",
            "transcribed RNA",
            "viral cRNA",
            "unassigned RNA",
        }
    ),
    "AA": frozenset({"protein"}),
}
"""What ``mol_type`` may say, by ``INSDSeq_moltype``."""

_NUCLEOTIDE_KEYS = """
    C_region CDS centromere D-loop D_segment exon gene iDNA intron J_segment mat_peptide misc_binding misc_difference
    misc_feature misc_recomb misc_RNA misc_structure mobile_element modified_base mRNA ncRNA N_region operon oriT
    polyA_site precursor_RNA prim_transcript primer_bind propeptide protein_bind regulatory repeat_region rep_origin
    rRNA S_region sig_peptide source stem_loop STS telomere tmRNA transit_peptide tRNA unsure V_region V_segment
    variation 3'UTR 5'UTR
"""
_AMINO_ACID_KEYS = """
    ACT_SITE BINDING CA_BIND CARBOHYD CHAIN COILED COMPBIAS CONFLICT CROSSLNK DISULFID DNA_BIND DOMAIN HELIX INIT_MET
    INTRAMEM LIPID METAL MOD_RES MOTIF MUTAGEN NON_STD NON_TER NP_BIND PEPTIDE PROPEP REGION REPEAT SIGNAL SITE source
    STRAND TOPO_DOM TRANSIT TRANSMEM TURN UNSURE VARIANT VAR_SEQ ZN_FING
"""
FEATURE_KEYS = {
    "DNA": frozenset(_NUCLEOTIDE_KEYS.split()),
    "RNA": frozenset(_NUCLEOTIDE_KEYS.split()),
    "AA": frozenset(_AMINO_ACID_KEYS.split()),
}
AMINO_ACID_QUALIFIERS = frozenset({"mol_type", "organism", "note"})
"""A protein has no others (section 8)."""

_LANGUAGE_DEPENDENT = """
    bound_moiety cell_type clone clone_lib collected_by cultivar dev_stage ecotype frequency function gene_synonym
    haplogroup host identified_by isolate isolation_source lab_host mating_type note organism phenotype pop_variant
    product serotype serovar sex standard_name strain sub_clone sub_species sub_strain tissue_lib tissue_type variety
"""
LANGUAGE_DEPENDENT = frozenset(_LANGUAGE_DEPENDENT.split())
"""Qualifiers whose free text is in some language and may need to be translated (tables 5 and 6)."""
LONGEST_FREE_TEXT = 1000
SYNTHETIC = "synthetic construct"
UNIDENTIFIED = "unidentified"
