"""The provisions of the treaties as records. They come with the code and not from the ledger: the index is brought to
what the texts say, whenever it says something else.
"""

import re
from collections.abc import Iterable, Iterator

from chancery.finder import Document
from chancery.services.search.queries import Question, engine, everything
from chancery.treaties.kernel.citation import Citation
from chancery.treaties.kernel.texts import Text, texts, treaties

COLLECTION = "laws"
SOURCE = "Told in this office's own words; only the official text is binding"
KINDS = {
    "art": "article",
    "rule": "rule",
    "ai": "instruction",
    "schedule": "schedule",
    "guidelines": "guideline",
    "form": "form",
}
INSTRUMENTS = {
    "rule": "Regulations",
    "ai": "Administrative Instructions",
    "schedule": "Schedule of Fees",
    "guidelines": "Receiving Office Guidelines",
    "form": "Forms",
}
ARTICLES_OF = {"pct": "Treaty", "madrid": "Protocol", "hague": "Geneva Act", "lisbon": "Geneva Act"}
OLDER_ACT = {"lisbon": "Agreement"}
"""Where the articles of an older Act are told too, which are cited with its year."""

_SENTENCE_END = re.compile(r"(?<=\.)\s")
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r" \(\d{4}\)$")


def documents() -> Iterator[Document]:
    """Every provision that is told in our own words."""
    for treaty in treaties():
        told = texts(treaty)
        parts = _parts(told)
        yield from (_document(citation, text, told, parts.get(citation, [])) for citation, text in told.items())


def _document(citation: Citation, text: Text, told: Iterable[Citation], parts: list[Citation]) -> Document:
    """The first sentence is the title. The words begin with the instrument, so that they are found by its name."""
    first, *rest = _SENTENCE_END.split(text.text, maxsplit=1)
    around = list(_around(citation))
    within = next((one for one in around if one in told), None)
    return Document(
        collection=COLLECTION,
        key=f"{citation.treaty}-{citation.slug}",
        number=str(citation),
        numbers=tuple(str(one) for one in around[: around.index(within) if within else None]),
        titles={"en": first},
        classes={"treaty": (instrument(citation),)},
        status=text.confidence,
        kind=KINDS[citation.kind],
        facts={
            "provision": citation.address,
            "source": SOURCE,
            "more": _filled(
                text=text.text if rest else "", within=str(within or ""), parts=[str(one) for one in parts]
            ),
        },
        text=" ".join((f"{instrument(citation)}.", *rest)),
        language="en",
    )


def instrument(citation: Citation) -> str:
    """Where a provision stands, its treaty first: ``PCT Regulations``, ``Madrid Protocol``."""
    treaty = str(Citation(citation.treaty, citation.kind)).partition(" ")[0]
    if citation.kind != "art":
        return f"{treaty} {INSTRUMENTS[citation.kind]}"
    acts = OLDER_ACT if _YEAR.search(citation.place) else ARTICLES_OF
    return f"{treaty} {acts.get(citation.treaty, 'Treaty')}"


def address(document: Document) -> tuple[str, str]:
    """Treaty and slug of the page of a provision: it is the page of the record."""
    treaty, _slash, slug = document.facts["provision"].partition("/")
    return treaty, slug


def settle() -> int:
    """Bring the index to what the texts say, where it says something else. Returns how many records were changed.

    The index itself is compared, so it may be done again at any time and after anything.
    """
    wanted = {one.key: one for one in documents()}
    there = {hit.document.key: hit.document for hit in everything(Question(collection=COLLECTION))}
    changed = [one for key, one in wanted.items() if there.get(key) != one]
    gone = there.keys() - wanted.keys()
    if changed or gone:
        with engine().writing() as writer:
            writer.add(changed)
            for key in gone:
                writer.delete(COLLECTION, key)
    return len(changed) + len(gone)


def _around(citation: Citation) -> Iterator[Citation]:
    """The provisions around one, the closest first. One of them that has no words of its own is found by its parts."""
    around = citation.parent
    while around is not None and _NUMBER.search(around.place):  # of "item 2" it is no provision
        yield around
        around = around.parent


def _parts(told: Iterable[Citation]) -> dict[Citation, list[Citation]]:
    """The provisions under the one that stands next around each, in the order of the law."""
    found: dict[Citation, list[Citation]] = {}
    for citation in sorted(told):
        if around := next((one for one in _around(citation) if one in told), None):
            found.setdefault(around, []).append(citation)
    return found


def _filled(**facts: object) -> dict[str, object]:
    return {name: value for name, value in facts.items() if value}
