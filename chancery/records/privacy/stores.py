"""What holds data about people and is no table: files, the index, caches, logs, the folder of outgoing mail."""

from dataclasses import dataclass

from chancery.core.personal import Field


@dataclass(frozen=True, kw_only=True)
class Store:
    """One of them. ``settings`` are the names of the settings that say where it is.

    ``terms`` is None where nothing in it says anything about a person.
    """

    key: str
    what: str
    settings: tuple[str, ...]
    terms: Field | None = None
