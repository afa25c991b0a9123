"""ST.26 on the file and its general part: paragraphs 39 to 48."""

import re
import unicodedata
from collections import Counter
from datetime import date

from chancery.standards.st26.listing import Identified, Listing
from chancery.standards.st26.structure import ROOT
from chancery.treaties.kernel.rule import At, Found, rule

SINCE = date(2022, 7, 1)
"""Listings follow ST.26 in applications filed on or after this day (PCT Rule 5.2 as amended)."""

_VERSION = re.compile(r"V\d+_\d+")
_LANGUAGE = re.compile(r"[a-z]{2}")
_OFFICE = re.compile(r"[A-Z]{2}")


@rule("WIPO ST.26 para. 39(a)", since=SINCE)
def begins_with_an_xml_declaration(listing: Listing) -> Found:
    """The first line of the file must declare XML 1.0 in UTF-8."""
    if not listing.declared or not listing.encoding:
        yield ""


@rule("WIPO ST.26 para. 39(b)", since=SINCE)
def names_its_dtd(listing: Listing) -> Found:
    """The second line of the file must be the DOCTYPE declaration, with the DTD of the version that the root names."""
    found = listing.doctype
    if found is None:
        yield At("", "There is none.")
    elif found.root != ROOT or not found.public.startswith("-//WIPO//DTD Sequence Listing"):
        yield At("", f"It says {found.root} “{found.public}”.")
    elif listing.version and listing.version not in found.system:
        yield At("", f"It names “{found.system}”, the root {listing.version}.")


@rule("WIPO ST.26 para. 43", since=SINCE)
def is_valid_to_the_dtd(listing: Listing) -> Found:
    """The file must be valid to the DTD of the Standard (Annex II)."""
    yield from (At("", fault) for fault in listing.faults)


@rule("WIPO ST.26 para. 43", since=SINCE)
def writes_the_attributes_of_the_root(listing: Listing) -> Found:
    """The attributes of the root must be written as the Standard says: version V1_3, dates 2026-11-22, languages en."""
    for name, value in listing.attributes.items():
        if name == "dtdVersion" and not _VERSION.fullmatch(value):
            yield At(name, f"dtdVersion is “{value[:40]}”.")
        elif name == "productionDate" and not is_day(value):
            yield At(name, f"productionDate is “{value[:40]}”.")
        elif name.endswith("LanguageCode") and not _LANGUAGE.fullmatch(value):
            yield At(name, f"{name} is “{value[:40]}”.")


@rule("WIPO ST.26 para. 45", since=SINCE)
def says_of_which_application_it_is(listing: Listing) -> Found:
    """The listing must say of which application it is: by its number, or by the file reference before there is one."""
    if not listing.file_reference and not (listing.application and listing.application.number):
        yield ""


@rule("WIPO ST.26 para. 45", since=SINCE)
def identifies_applications_in_full(listing: Listing) -> Found:
    """An application is identified by the code of its Office (ST.3), its number, and its date as year-month-day."""
    for name, found in (
        ("ApplicationIdentification", listing.application),
        ("EarliestPriorityApplicationIdentification", listing.priority),
    ):
        if found and (wrong := _wrong(found)):
            yield At(name, f"{name}: {wrong}.")


def _wrong(found: Identified) -> str:
    if not _OFFICE.fullmatch(found.office):
        return f"the Office is “{found.office[:20]}”"
    if not found.number:
        return "there is no number"
    return f"the date is “{found.filed_on[:20]}”" if found.filed_on and not is_day(found.filed_on) else ""


@rule("WIPO ST.26 para. 45", since=SINCE)
def names_the_applicant_and_the_invention(listing: Listing) -> Found:
    """The general part must name the applicant who stands first, and give the title of the invention."""
    if not any(one.text for one in listing.applicants):
        yield At("ApplicantName", "ApplicantName is missing.")
    if not any(one.text for one in listing.titles):
        yield At("InventionTitle", "InventionTitle is missing.")


@rule("WIPO ST.26 para. 45", since=SINCE)
def counts_its_sequences(listing: Listing) -> Found:
    """SequenceTotalQuantity must be the number of all sequences in the listing, those left out on purpose with them."""
    if listing.total != str(len(listing.sequences)):
        yield At(
            "SequenceTotalQuantity", f"It says {listing.total[:20] or 'nothing'}; {len(listing.sequences)} stand in it."
        )


@rule("WIPO ST.26 para. 47", since=SINCE)
def writes_names_in_latin_letters_too(listing: Listing) -> Found:
    """A name of the applicant or inventor in other than Latin letters must be given in Latin letters as well."""
    for named, latin, name in (
        (listing.applicants, listing.applicant_latin, "ApplicantNameLatin"),
        (listing.inventors, listing.inventor_latin, "InventorNameLatin"),
    ):
        if not latin and any(not _is_latin(one.text) for one in named):
            yield At(name, f"{name} is missing.")


@rule("WIPO ST.26 para. 48", since=SINCE)
def gives_one_title_in_each_language(listing: Listing) -> Found:
    """The title must be given with its language, and once in each language."""
    for language, count in Counter(one.language for one in listing.titles).items():
        if not _LANGUAGE.fullmatch(language):
            yield At("InventionTitle", f"The language is “{language[:20]}”.")
        elif count > 1:
            yield At("InventionTitle", f"{count} titles are in “{language}”.")


def is_day(text: str) -> bool:
    """Whether this is a day as the Standard writes it: ``2026-11-22``."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in text if letter.isalpha())
