"""Article 3(2), Rule 3 and AI 207: the elements of an application, each once, in their order."""

from collections import Counter

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application
from chancery.treaties.pct.force import FIRST_FILINGS, SEQUENCES_IN_XML

ORDER = ("description", "claims", "abstract", "drawings", "sequence listing")


@rule("PCT Art. 3(2)", since=FIRST_FILINGS, invites="PCT/RO/106")
def has_each_element_once(application: Application) -> Found:
    """An application has one description, one part with the claims, one abstract and, where needed, drawings."""
    whole = [part.kind for part in application.parts if part.late not in ("missing", "erroneous")]
    for kind, count in Counter(whole).items():
        if kind and count > 1:
            yield At(f"parts.{kind}", f"There are {count} of them.")


@rule("PCT Art. 3(2)", since=FIRST_FILINGS, invites="PCT/RO/106")
def says_what_each_part_is(application: Application) -> Found:
    """Each part must be the description, the claims, the abstract, the drawings or the sequence listing."""
    for place, part in enumerate(application.parts):
        if not part.kind:
            yield At(f"parts.{place}.kind", f"{part.name or 'A file'} is none of them yet.")


@rule("PCT AI 207(a)", since=FIRST_FILINGS, severity="hint")
def is_in_the_usual_order(application: Application) -> Found:
    """The order is: request, description, claims, abstract, drawings, sequence listing."""
    kinds = [part.kind for part in application.parts if part.kind]
    if kinds != sorted(kinds, key=ORDER.index):
        yield At("parts", f"Found: {', '.join(kinds)}.")


@rule("PCT Rule 5.2(a)", since=SEQUENCES_IN_XML, invites="PCT/RO/106")
def lists_sequences_in_xml(application: Application) -> Found:
    """A sequence listing must follow WIPO Standard ST.26, that is, be an XML file.

    The searching Authority may invite to furnish one (Rule 13ter.1); what comes later is for the search only.
    """
    part = application.part("sequence listing")
    if part and part.name and not part.name.lower().endswith(".xml"):
        yield At("parts.sequence listing", f"The file is named {part.name}.")
