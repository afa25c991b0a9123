"""The assistant: the weights for every class, the accepted terms for what they can show."""

from collections.abc import Mapping
from functools import cached_property
from importlib import resources
from pathlib import Path

import numpy as np

from chancery.finder.goods.suggestion import Name, Near, Suggestion, Word
from chancery.finder.goods.terms import Terms, read_folder
from chancery.finder.goods.weights import Table, Weights

WEIGHTS, NAMES = "weights.npz", "names.tsv.zst"
SHIPPED = Path(str(resources.files(__package__))) / "data"
SHOWN = 8
"""Accepted terms that are shown with one class, at most."""

CLEAR = 0.02
"""A class less probable than this is not suggested, but for the first."""

_SURE = 0.9  # what an accepted term speaks for, of 1, where it is the very same


class Assistant:
    """Weights and terms of one folder. What a folder of the operator lacks is taken from what is shipped."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder

    @cached_property
    def weights(self) -> Weights:
        own = self._folder / WEIGHTS
        return Weights.load(own if own.exists() else SHIPPED / WEIGHTS)

    @cached_property
    def terms(self) -> Terms:
        """The shipped names, and those of every table of the folder."""
        return Terms([*read_folder(SHIPPED), *(read_folder(self._folder) if self._folder != SHIPPED else ())])

    def suggest(self, term: str, language: str = "", *, most: int = 3) -> tuple[Suggestion, ...]:
        """The likeliest classes of a term, the likeliest first; none where it has no word."""
        weighed = self.weights.weigh(term, language)
        if not weighed.words:
            return ()
        likely = self._with_accepted(weighed.probabilities, self.terms.exact(term, language))
        near = self.terms.near(term, language)
        best = np.argsort(-likely, kind="stable")[:most].tolist()
        return tuple(
            Suggestion(
                number=place + 1,
                probability=float(likely[place]),
                words=_words(weighed.words, weighed.shares(place)),
                terms=tuple(one for one in near if one.name.number == place + 1)[:SHOWN],
            )
            for rank, place in enumerate(best)
            if rank == 0 or likely[place] >= CLEAR
        )

    def of_class(self, number: int, language: str) -> tuple[Name, ...]:
        """What is accepted in a class, those of most holders first."""
        return self.terms.of_class(number, language)

    def others(self, name: Name) -> Mapping[str, Name]:
        """What an accepted term is called in other languages, by language."""
        return self.terms.others(name)

    @staticmethod
    def _with_accepted(likely: Table, same: tuple[Name, ...]) -> Table:
        """Where the very term has been accepted, its classes as often as it has been, and the rest by the weights."""
        if not same:
            return likely
        votes = np.zeros_like(likely)
        for name in same:
            votes[name.number - 1] += name.holders
        return _SURE * votes / votes.sum() + (1 - _SURE) * likely


def _words(words: tuple[str, ...], shares: list[float]) -> tuple[Word, ...]:
    """The words that speak for a class, the weightiest first."""
    found = [Word(word, share) for word, share in zip(words, shares, strict=True) if share > 0]
    return tuple(sorted(found, key=lambda one: -one.share))


__all__ = ["SHIPPED", "Assistant", "Near"]
