"""What each feature speaks for: a table of buckets by classes, in steps of one byte, learnt by ``learning``."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from chancery.finder.goods.features import features, number

CLASSES = 45
Table = npt.NDArray[np.float32]


class KnownWords:
    """The words of one language that occurred in learning, by their hashes; for parting compounds."""

    def __init__(self, hashes: npt.NDArray[np.uint32], language: str) -> None:
        self._hashes, self._language = hashes, language

    def __contains__(self, word: object) -> bool:
        wanted = hashed(str(word), self._language)
        at = int(np.searchsorted(self._hashes, wanted))
        return at < len(self._hashes) and int(self._hashes[at]) == wanted


def hashed(word: str, language: str) -> np.uint32:
    return np.uint32(crc32(f"{language} {word}".encode()))


@dataclass(frozen=True)
class Weights:
    """The table. ``told`` says what it was learnt from, in words and numbers."""

    steps: npt.NDArray[np.int8]
    step: float
    bias: Table
    words: npt.NDArray[np.uint32]
    told: Mapping[str, Any]

    @classmethod
    def load(cls, file: Path) -> "Weights":
        with np.load(file, allow_pickle=False) as found:
            return cls(
                steps=found["steps"],
                step=float(found["step"]),
                bias=found["bias"],
                words=found["words"],
                told=json.loads(str(found["told"])),
            )

    def save(self, file: Path) -> None:
        np.savez_compressed(
            file,
            steps=self.steps,
            step=np.float32(self.step),
            bias=self.bias,
            words=self.words,
            told=np.array(json.dumps(dict(self.told))),
        )

    def weigh(self, term: str, language: str = "") -> "Weighed":
        """A term word by word."""
        known = KnownWords(self.words, language)
        words = features(term, language, known)
        numbers = [sorted({number(one) for one in found}) for _, found in words]
        seen: set[int] = set()
        rows = np.zeros((len(words), CLASSES), dtype=np.float32)
        for place, each in enumerate(numbers):
            fresh = [one for one in each if one not in seen]
            seen.update(fresh)
            rows[place] = self.steps[fresh].astype(np.float32).sum(axis=0)
        return Weighed(tuple(word for word, _ in words), rows * (self.step / max(len(seen), 1) ** 0.5), self.bias)


@dataclass(frozen=True)
class Weighed:
    """How each word of a term speaks for and against each class."""

    words: tuple[str, ...]
    rows: Table
    bias: Table

    @cached_property
    def probabilities(self) -> Table:
        """Of class 1 to 45, at places 0 to 44."""
        sums = self.rows.sum(axis=0) + self.bias
        powers = np.exp(sums - sums.max())
        return powers / powers.sum()

    def shares(self, place: int) -> list[float]:
        """What share of all that speaks for a class each word has: against the mean of the classes."""
        speaks = np.maximum(self.rows[:, place] - self.rows.mean(axis=1), 0)
        return (speaks / max(float(speaks.sum()), 1e-9)).tolist()
