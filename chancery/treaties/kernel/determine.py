"""A result that cannot be had yet, and what is missing for it. Never a guess, never zero."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NotDeterminable:
    """``missing`` names, in words, the facts that would settle it; ``known`` says what holds in any case."""

    missing: tuple[str, ...]
    known: str = ""

    def __str__(self) -> str:
        verb = "is" if len(self.missing) == 1 else "are"
        text = f"not determinable: {' and '.join(self.missing)} {verb} missing"
        return f"{text}; {self.known}" if self.known else text

    def joined(self, other: "NotDeterminable") -> "NotDeterminable":
        """Both together: what either lacks is missing, each thing named once."""
        missing = tuple(dict.fromkeys(self.missing + other.missing))
        return NotDeterminable(missing, "; ".join(filter(None, dict.fromkeys((self.known, other.known)))))
