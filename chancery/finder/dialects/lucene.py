"""Lucene's language as Lens speaks it: its field names, and ours beside them; ``&& || !``, ``_exists_:field``,
``"two words"~n``.
"""

import re

from chancery.finder import grammar
from chancery.finder.dialects.names import Names
from chancery.finder.manner import Manner, Sign, SignKind
from chancery.finder.query import Near, Query, Term
from chancery.finder.words import tokens
from chancery.finder.writing import FamilyWriter, Pen, Written, as_open_phrase

NAMES = Names(
    known={
        "title": "title",
        "abstract": "text",
        "claim": "claims",
        "description": "description",
        "applicant.name": "name",
        "owner_all.name": "name",
        "inventor.name": "inventor",
        "agent.name": "agent",
        "full_text": "fulltext",
        "ids": "number",
        "lens_id": "number",
        "docdb_id": "number",
        "doc_number": "publication_number",
        "application_reference.doc_number": "application_number",
        "priority_claim.doc_number": "priority_number",
        "class_cpc.symbol": "cpc",
        "class_ipcr.symbol": "ipc",
        "jurisdiction": "office",
        "kind": "kind",
        "lang": "language",
        "date_published": "published",
        "pub_date": "published",
        "year_published": "published",
        "application_reference.date": "filed",
        "earliest_priority_claim_date": "priority",
        "priority_claim.date": "priority",
        "priority_claim.jurisdiction": "priority_country",
        "legal_status.patent_status": "status",
        "legal_status.anticipated_term_date": "expires",
    },
    missing={
        "inventor.*": "inventors' addresses",
        "agent.*": "identifiers and addresses of representatives",
        "class_national.*": "national classes",
        "family.*": "families by number or size",
        "cited_by.*": "citations by later documents",
        "sequence.*": "sequence listings",
        "application_reference.*": "offices and kinds of applications apart",
        "priority_claim.*": "kinds of priority claims",
        "legal_status.*": "further facts of the legal status",
        "publication_type": "types of publication apart from kind codes",
        "created": "days on which records were made",
    },
    ours=True,
)

_SIGNS: dict[str, SignKind] = {"&&": "and", "||": "or"}
_EXISTS = re.compile(r"_exists_:([\w.]+)")


def _signs(text: str, at: int) -> tuple[Sign, ...] | None:
    if (kind := _SIGNS.get(text[at : at + 2])) is not None:
        return (Sign(kind, text[at : at + 2], at, at + 2),)
    following = text[at + 1 : at + 2]
    if text[at] == "!" and following.strip() and following not in "!)":
        return (Sign("not", "!", at, at + 1),)
    return None


def _exists(text: str, at: int) -> tuple[Sign, ...] | None:
    match = _EXISTS.match(text, at)
    if not match:
        return None
    return (
        Sign("field", match[1], at, match.end()),
        Sign("word", "*", match.start(1), match.end(), wild=True),
    )


MANNER = Manner(named=NAMES.named, lacking=NAMES.lacking, meant=NAMES.meant, rules=(_signs, _exists))
PEN = Pen(
    spelling={ours: "" if ours == "any" else f"{theirs}:" for ours, theirs in NAMES.spelling().items()},
    special=r"[\s()\"\[\]{}\\:~^*?!&|]",
)


class LucenesWriter(FamilyWriter):
    """``"two words"~5`` is the only nearness: of two words, in either order."""

    def near(self, query: Near) -> str:
        if phrase := as_open_phrase(query):
            return self.said(query.field) + phrase
        sides = [side for side in (query.left, query.right) if _plain(side)]
        if len(sides) != 2:
            return self.loosened(query)
        if query.ordered:
            self.lose("ordered", "")
        left, right = (side.text for side in sides if isinstance(side, Term))
        return f'{self.said(query.field)}"{left} {right}"~{query.distance}'


def _plain(side: Query) -> bool:
    return isinstance(side, Term) and not side.exact and side.text.isalnum() and len(tokens(side.text)) == 1


def read(text: str) -> Query:
    """What the text asks for. Raises QueryError."""
    return grammar.read(text, MANNER)


def write(query: Query) -> Written:
    """The query in this dialect."""
    return LucenesWriter(PEN).written(query)
