"""A treaty's official forms: number, title in our own words, what it is for, and how sure that is."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from chancery.treaties.kernel.compiling import GENERATED, quoted
from chancery.treaties.kernel.confidence import Confidence


@dataclass(frozen=True, kw_only=True)
class Form:
    """``number`` is empty of digits where none is known; ``channel`` is where it is handed in online."""

    number: str
    title: str
    purpose: str
    channel: str
    source: str
    confidence: Confidence


def read_forms(file: Traversable) -> dict[str, Form]:
    """All forms by number, in the order of the list."""
    return {number: Form(number=number, **row) for number, row in tomllib.loads(file.read_text("utf-8")).items()}


def told_forms(table: Iterable[dict[str, str]], system: str) -> Iterator[str]:
    """The lines of a data file, from the rows of the research table that belong to a system."""
    yield f"# Forms of the {system} system, with titles in our own words. {GENERATED}\n"
    for row in table:
        if row["system"] == system and row["status"] == "in use":
            yield f"[{quoted(row['form'])}]"
            yield f"title = {quoted(row['title_own_words'])}"
            yield f"purpose = {quoted(row['purpose'])}"
            yield f"channel = {quoted(row['online_channel'])}"
            yield f"source = {quoted(row['source'])}"
            yield f"confidence = {quoted(_mark(row['confidence']))}\n"


def _mark(confidence: str) -> str:
    return "rule" if confidence.startswith("seen") else "unverified"
