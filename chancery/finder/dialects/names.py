"""Field names of a dialect: its own for what our records hold, and for what they do not hold, what that is."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field

from chancery.finder import fields
from chancery.finder.fields import Field
from chancery.finder.query import ANY


@dataclass(frozen=True, slots=True)
class Names:
    """``known`` maps a dialect's name, in small letters, to our field; ``missing`` to what our records lack, ``x.*``
    for all names that begin so; ``ours``: our own names are understood too.
    """

    known: Mapping[str, str]
    missing: Mapping[str, str] = field(default_factory=dict)
    ours: bool = False

    def named(self, spelling: str) -> Field | None:
        """The field that is meant."""
        plain = spelling.lower()
        if plain in self.known:
            return fields.get(self.known[plain])
        if plain == ANY:
            return fields.get(ANY)
        return fields.named(plain) if self.ours and plain not in self.missing else None

    def lacking(self, spelling: str) -> str | None:
        """What the dialect's name names, when no record here holds it."""
        plain = spelling.lower()
        group = plain.partition(".")[0] + ".*"
        return self.missing.get(plain) or self.missing.get(group) or (fields.lacking(plain) if self.ours else None)

    def meant(self, spelling: str) -> list[str]:
        """Names that may have been meant, best first."""
        own = [each.name for each in fields.FIELDS] if self.ours else []
        return difflib.get_close_matches(spelling.lower()[:40], [*self.known, *own], n=3, cutoff=0.5)

    def spelling(self) -> dict[str, str]:
        """Our field to the first of the dialect's names for it."""
        names: dict[str, str] = {}
        for name, meant in self.known.items():
            names.setdefault(meant, name)
        return names
