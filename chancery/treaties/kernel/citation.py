"""Citations, read and written: "PCT Rule 80.5" is ``pct`` / ``rule-80.5`` in an address, and back."""

import re
from dataclasses import dataclass
from functools import total_ordering

KINDS = {
    "rule": "Rule",
    "art": "Art.",
    "ai": "AI",
    "schedule": "Schedule",
    "guidelines": "RO Guidelines",
    "form": "Form",
}
"""How a kind of provision is written in an address, and in print."""

ABBREVIATED = {"pct": "PCT"}
"""Treaties that are called by letters; the others by the name of a city."""

_SPOKEN = {
    "Article": "art",
    "Art": "art",
    "Art.": "art",
    "Rule": "rule",
    "R.": "rule",
    "Section": "ai",
    "Sec.": "ai",
}
_PRINTED = {name: kind for kind, name in KINDS.items()} | _SPOKEN
_PATTERN = re.compile(
    r"(?P<treaty>[A-Za-z]+)\s+(?P<kind>"
    + "|".join(sorted(map(re.escape, _PRINTED), key=len, reverse=True))
    + r")\s*(?P<place>\S.*)?"
)

_HYPHEN = re.compile(r"-(?![^()]*\))")
"""A hyphen that stands for a space: one within brackets, as in 17.1(b-bis), is the provision's own."""

_ACT = re.compile(r" \(\d{4}\)$")


class NotACitation(ValueError):
    """Text that cannot be read as a citation."""


@total_ordering
@dataclass(frozen=True)
class Citation:
    """``treaty`` in lower case, ``kind`` a key of ``KINDS``, ``place`` as printed: ``"11(1)(iii)(c)"``.

    Where a treaty has several Acts, an older one is named by its year: ``"5(3) (1967)"``.
    """

    treaty: str
    kind: str
    place: str = ""

    @property
    def slug(self) -> str:
        return f"{self.kind}-{self.place.replace(' ', '-').replace('/', '_')}" if self.place else self.kind

    @property
    def address(self) -> str:
        """``"pct/rule-80.5"``."""
        return f"{self.treaty}/{self.slug}"

    @property
    def parent(self) -> "Citation | None":
        """The provision around this one: Art. 11(1)(iii) for Art. 11(1)(iii)(c), Rule 80 for Rule 80.5."""
        found = _ACT.search(self.place)
        act = found[0] if found else ""
        place = self.place.removesuffix(act)
        shorter = re.sub(r"(\([^()]*\)|\.[^.()]+| \S+)$", "", place)
        return Citation(self.treaty, self.kind, shorter + act) if shorter and shorter != place else None

    def __str__(self) -> str:
        name = ABBREVIATED.get(self.treaty, self.treaty.capitalize())
        return f"{name} {KINDS[self.kind]} {self.place}".rstrip()

    def __lt__(self, other: "Citation") -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[str, str, list[tuple[int, str]]]:
        parts = re.findall(r"\d+|[^\d]+", self.place)
        return self.treaty, self.kind, [(int(p), "") if p.isdigit() else (0, p) for p in parts]


def parse(text: str) -> Citation:
    """Read a citation. Raises ``NotACitation`` saying how one is written."""
    found = _PATTERN.fullmatch(text.strip())
    if not found:
        raise NotACitation(f"{text!r} is not a citation; write it as 'PCT Rule 80.5' or 'PCT Art. 11(1)(iii)(c)'")
    return Citation(found["treaty"].lower(), _PRINTED[found["kind"]], (found["place"] or "").strip())


def from_slug(treaty: str, slug: str) -> Citation:
    """Read the address of a citation: ``from_slug("pct", "rule-80.5")``."""
    kind, _, place = slug.partition("-")
    if kind not in KINDS:
        raise NotACitation(f"{slug!r} does not begin with one of {', '.join(KINDS)}")
    return Citation(treaty.lower(), kind, _HYPHEN.sub(" ", place.replace("_", "/")))
