"""Learning: which features speak for which class. Softmax regression over hashed features, in NumPy.

Each distinct term of a language is one example; its target is how often it was listed in each class. Two passes with
steps that shrink per feature (Adagrad) do: a third gains less than a tenth of a point. The same examples in the same
order give the same weights.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from chancery.finder.goods.features import BUCKETS, features, number
from chancery.finder.goods.folding import COMPOUNDING, folded, words_of
from chancery.finder.goods.sources import Listed
from chancery.finder.goods.weights import CLASSES, KnownWords, Table, Weights, hashed

PASSES, BATCH, RATE, SEED = 2, 1024, 0.5, 19
_RIM = 99.99  # percentile of weights beyond which a step of one byte does not reach
_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """A term of a language, and how often it was listed in each class."""

    term: str
    language: str
    classes: Mapping[int, int]


def examples(listed: Iterable[Listed]) -> list[Example]:
    """The distinct terms of each language, in the order in which they came."""
    terms: dict[tuple[str, str], str] = {}
    counted: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for one in listed:
        for language, text in one.names.items():
            if key := folded(text):
                terms.setdefault((language, key), text)
                counted[language, key][one.number] += 1
    return [Example(text, key[0], counted[key]) for key, text in terms.items()]


def learn(taught: list[Example], told: Mapping[str, Any]) -> Weights:
    """The weights that these examples teach."""
    words = _words(taught)
    rows = _Rows.of(taught, words)
    table, bias = _passes(rows, _targets(taught))
    table -= table.mean(axis=1, keepdims=True)
    step = float(np.percentile(np.abs(table[table != 0]), _RIM)) / 127
    steps = np.clip(np.rint(table / step), -127, 127).astype(np.int8)
    return Weights(steps, step, bias, words, {**told, "terms": len(taught)})


def _words(taught: list[Example]) -> npt.NDArray[np.uint32]:
    """The hashes of the words of languages that make compounds."""
    found = {
        (one.language, word)
        for one in taught
        if one.language in COMPOUNDING
        for word in words_of(one.term, one.language)
        if word.isalpha()
    }
    return np.unique(np.array([hashed(word, language) for language, word in found], dtype=np.uint32))


@dataclass(frozen=True)
class _Rows:
    """The features of all examples, one after another; ``ends[i]`` is where those of example i begin."""

    numbers: _Numbers
    ends: _Numbers

    @classmethod
    def of(cls, taught: list[Example], words: npt.NDArray[np.uint32]) -> "_Rows":
        known = {language: KnownWords(words, language) for language in {one.language for one in taught}}
        found = [
            sorted({number(f) for _, each in features(one.term, one.language, known[one.language]) for f in each})
            for one in taught
        ]
        ends = np.cumsum([0, *map(len, found)])
        return cls(np.fromiter((one for each in found for one in each), dtype=np.int64, count=int(ends[-1])), ends)

    def batch(self, chosen: _Numbers) -> tuple[_Numbers, _Numbers, _Numbers]:
        """Of some examples: the features, where each example begins, and how many each has."""
        sizes = self.ends[chosen + 1] - self.ends[chosen]
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        places = np.arange(sizes.sum()) + np.repeat(self.ends[chosen] - starts, sizes)
        return self.numbers[places], starts, sizes


def _targets(taught: list[Example]) -> Table:
    targets = np.zeros((len(taught), CLASSES), dtype=np.float32)
    for row, one in enumerate(taught):
        for place, times in one.classes.items():
            targets[row, place - 1] = times / sum(one.classes.values())
    return targets


def _passes(rows: _Rows, targets: Table) -> tuple[Table, Table]:
    table = np.zeros((BUCKETS, CLASSES), dtype=np.float32)
    bias = np.zeros(CLASSES, dtype=np.float32)
    squares = np.full((BUCKETS, 1), 1e-6, dtype=np.float32)
    dice = np.random.default_rng(SEED)
    usable = np.flatnonzero(np.diff(rows.ends) > 0)
    for _ in range(PASSES):
        order = dice.permutation(usable)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            _step(table, bias, squares, rows.batch(chosen), targets[chosen])
    return table, bias


def _step(table: Table, bias: Table, squares: Table, batch: tuple[_Numbers, _Numbers, _Numbers], wanted: Table) -> None:
    """One step downhill for one batch; a feature that has been met often moves less."""
    numbers, starts, sizes = batch
    worth = np.repeat(1 / np.sqrt(sizes), sizes).astype(np.float32)[:, None]
    sums = np.add.reduceat(table[numbers] * worth, starts, axis=0) + bias
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    wrong = powers / powers.sum(axis=1, keepdims=True) - wanted
    bias -= (0.01 * wrong.mean(axis=0)).astype(np.float32)
    order = np.argsort(numbers, kind="stable")
    firsts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    met = numbers[order][firsts]
    whose = np.repeat(np.arange(len(sizes)), sizes)[order]
    slope = np.add.reduceat(wrong[whose] * worth[order], firsts, axis=0)
    squares[met] += (slope**2).mean(axis=1, keepdims=True)
    table[met] -= RATE * slope / np.sqrt(squares[met])
