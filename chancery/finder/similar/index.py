"""The index of similar marks: made once from marks, then asked. Candidates from lists of pairs of letters and of words;
the recipe scores the candidates alone.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from chancery.finder.similar import sound
from chancery.finder.similar.candidates import Candidates
from chancery.finder.similar.classes import LAST, nearness
from chancery.finder.similar.explaining import Filed, Named, part_scores
from chancery.finder.similar.folding import words_of
from chancery.finder.similar.marks import Mark, Similar
from chancery.finder.similar.meaning import called
from chancery.finder.similar.recipe import NAME_PARTS, NO_CLASSES_KNOWN, VERSION, with_classes
from chancery.finder.similar.scoring import Asked, Floats, Names, rarity, scores
from chancery.finder.similar.texts import Ids, Rows, Texts

MOST = 1_000
"""The largest ``limit``."""

FORMAT = f"similar marks 4, recipe {VERSION}, numpy {np.lib.NumpyVersion(np.__version__).major}"


class Index:
    """Immutable; its marks stand in the order of their keys. ``len()`` is the number of marks."""

    def __init__(self, names: Names, candidates: Candidates, marks: "_Marks", near: Floats) -> None:
        self.names, self.candidates, self._marks, self.near = names, candidates, marks, near

    def __len__(self) -> int:
        return len(self._marks.keys)

    def search(self, name: str, classes: Sequence[int] = (), limit: int = 50) -> tuple[Similar, ...]:
        """The most similar marks, the nearest first; none where the name has neither letter nor digit, or ``limit``
        is not positive. Classes that do not exist are left aside.
        """
        return self.nearest(self.asked(name), classes, limit)

    def nearest(
        self, asked: Asked, classes: Sequence[int], limit: int, *, but: Ids | None = None
    ) -> tuple[Similar, ...]:
        """The same of a name whose words are weighed already; ``but``: the numbers of marks that do not count."""
        limit = min(limit, MOST)
        if not asked.words or not len(self.names) or limit <= 0:
            return ()
        wanted = known_classes(classes)
        ids = self.candidates.find(asked, self.names, self._nearness_to(wanted), limit)
        return self._ranked(asked, wanted, ids, limit, but=but)

    def all(self, asked: Asked, classes: Sequence[int]) -> tuple[Similar, ...]:
        """Every mark, the nearest first. For a small index: the others are asked for their nearest."""
        if not asked.words or not len(self.names):
            return ()
        return self._ranked(asked, known_classes(classes), np.arange(len(self.names)), len(self))

    def nameless(self, mark: Mark, classes: Sequence[int]) -> Similar:
        """A mark without letters, which is in no index: by its classes alone."""
        filed = Filed(known_classes(classes), known_classes(mark.classes), self.near)
        return Similar(mark, 0.0, filed.nearness, partial(part_scores, {}, filed))

    def _ranked(
        self, asked: Asked, wanted: Sequence[int], ids: Ids, limit: int, *, but: Ids | None = None
    ) -> tuple[Similar, ...]:
        """The marks of these names, the nearest first."""
        near = self._nearness_to(wanted)
        parts = scores(asked, self.names, ids)
        marks, totals = self._weighed(ids, parts["name"], near)
        best = np.lexsort((marks, -totals))
        best = best[:limit] if but is None else best[~np.isin(marks[best], but)][:limit]
        at = np.repeat(np.arange(len(ids)), self._marks.of_name.lengths(ids))
        found = []
        for one in best:
            name, own = float(parts["name"][at[one]]), _own(parts, int(at[one]))
            mark = self._marks[int(marks[one])]
            filed = Filed(wanted, mark.classes, self.near)
            named = Named(asked, self.names, int(ids[at[one]]))
            found.append(Similar(mark, name, filed.nearness, partial(part_scores, own, filed, named)))
        return tuple(found)

    def asked(self, name: str) -> Asked:
        """The name as it is compared."""
        words = words_of(name)
        return Asked(words, self.rarities_of(words), called(name))

    def rarities_of(self, words: Iterable[str]) -> Floats:
        """What each word weighs; 1 where no name has it."""
        return np.array([self.candidates.vocabulary.rarity_of(word) for word in words], dtype=np.float32)

    def marks(self) -> Iterator[Mark]:
        """All of them, in the order of their keys."""
        return (self._marks[number] for number in range(len(self)))

    def get(self, key: str) -> Mark | None:
        """The mark of that key."""
        number = self._marks.number_of(key)
        return None if number is None else self._marks[number]

    def numbers_of(self, keys: Iterable[str]) -> Ids:
        """The numbers of those of the keys that are here."""
        found = (self._marks.number_of(key) for key in keys)
        return np.array([number for number in found if number is not None], dtype=np.int64)

    def exhaustive(self, name: str, classes: Sequence[int] = ()) -> tuple[Ids, Floats]:
        """Every mark and its score by the same recipe: what ``search`` is measured against. Slow."""
        ids, near = np.arange(len(self.names)), self._nearness_to(known_classes(classes))
        marks, totals = self._weighed(ids, scores(self.asked(name), self.names, ids)["name"], near)
        return marks, totals

    def _nearness_to(self, wanted: Sequence[int]) -> Floats | None:
        """How near each class is to the nearest of those asked for; None where none are."""
        return self.near[list(wanted)].max(axis=0) if wanted else None

    def _weighed(self, ids: Ids, by_name: Floats, near: Floats | None) -> tuple[Ids, Floats]:
        """The marks of some names, in their order, with the whole score of each."""
        marks = self._marks.of_name.take(ids)
        totals = np.repeat(by_name, self._marks.of_name.lengths(ids))
        return marks, totals if near is None else with_classes(totals, self._marks.nearness(marks, near))

    def save(self, folder: Path) -> None:
        """Write it into a new folder, which may not be there yet."""
        folder.mkdir(parents=True)
        self.candidates.save(folder)
        self._marks.save(folder)
        names = self.names
        for name, texts in (("joined", names.joined), ("words", names.words), *_named_sounds(names.sounds)):
            texts.save(folder, name)
        names.words_in.save(folder, "words_in")
        np.save(folder / "rarities.npy", names.rarities)
        np.save(folder / "near.npy", self.near)
        (folder / "format.json").write_text(json.dumps(FORMAT))

    @classmethod
    def load(cls, folder: Path) -> "Index":
        """Open what ``save`` wrote. Raises ``ValueError`` where it is none, or of another format or recipe."""
        try:
            found = json.loads((folder / "format.json").read_text())
        except (OSError, ValueError):
            found = "nothing"
        if found != FORMAT:
            raise ValueError(f"{folder} holds {found}, not {FORMAT}: make the index again")
        names = Names(
            Texts.load(folder, "joined"),
            [Texts.load(folder, f"sound.{family}") for family in sound.FAMILIES],
            Texts.load(folder, "words"),
            Rows.load(folder, "words_in"),
            np.load(folder / "rarities.npy"),
        )
        return cls(names, Candidates.load(folder, names), _Marks.load(folder), np.load(folder / "near.npy"))


def _named_sounds(sounds: Sequence[Texts]) -> list[tuple[str, Texts]]:
    return [(f"sound.{family}", texts) for family, texts in zip(sound.FAMILIES, sounds, strict=True)]


class _Marks:
    """The marks behind the distinct names."""

    def __init__(self, keys: Texts, names: Texts, classes: Rows, of_name: Rows) -> None:
        self.keys, self._names, self._classes, self.of_name = keys, names, classes, of_name

    def __getitem__(self, at: int) -> Mark:
        return Mark(self.keys[at], self._names[at], tuple(int(one) for one in self._classes[at]))

    def number_of(self, key: str) -> int | None:
        number = bisect_left(self.keys, key)
        return number if number < len(self.keys) and self.keys[number] == key else None

    def nearness(self, marks: Ids, near: Floats) -> Floats:
        """How near the classes of the marks are, where ``near`` says it of each class."""
        lengths = self._classes.lengths(marks)
        found = np.full(len(marks), NO_CLASSES_KNOWN, np.float32)
        known = np.flatnonzero(lengths)
        if len(known):
            starts = np.concatenate(([0], np.cumsum(lengths[known])[:-1]))
            found[known] = np.maximum.reduceat(near[self._classes.take(marks[known])], starts)
        return found

    def save(self, folder: Path) -> None:
        self.keys.save(folder, "mark_keys")
        self._names.save(folder, "mark_names")
        self._classes.save(folder, "mark_classes")
        self.of_name.save(folder, "marks_of_name")

    @classmethod
    def load(cls, folder: Path) -> "_Marks":
        keys, names = Texts.load(folder, "mark_keys"), Texts.load(folder, "mark_names")
        return cls(keys, names, Rows.load(folder, "mark_classes"), Rows.load(folder, "marks_of_name"))


def _own(parts: Mapping[str, Floats], at: int) -> dict[str, float]:
    """The parts that make the score of a name: those that are weighed together, or its meaning instead."""
    meant, whole = float(parts["meaning"][at]), float(parts["name"][at])
    return {"meaning": meant} if meant == whole > 0 else {part: float(parts[part][at]) for part in NAME_PARTS}


def known_classes(classes: Sequence[int]) -> tuple[int, ...]:
    """The Nice classes among the numbers, each once, in order."""
    return tuple(sorted({one for one in classes if 1 <= one <= LAST}))


def build(names: Iterable[Mark], *, like: Index | None = None) -> Index:
    """An index of the marks; those whose name has neither letter nor digit cannot be compared and are left out. Words
    weigh, and classes are near each other, as in the index ``like``: so the scores of both can be compared.
    """
    folded = [(words, mark) for mark in names if (words := words_of(mark.name))]
    folded.sort(key=lambda one: one[1].key)
    distinct = sorted({words for words, _ in folded})
    number_of = {words: number for number, words in enumerate(distinct)}
    vocabulary = sorted({word for words in distinct for word in words})
    number_of_word = {word: number for number, word in enumerate(vocabulary)}
    words_in = _rows([[number_of_word[word] for word in words] for words in distinct])
    read = [sound.keys(word) for word in vocabulary]
    joined = ["".join(words) for words in distinct]
    owners = np.repeat(np.arange(len(distinct)), np.diff(words_in.ends))
    having = Rows.of(words_in.values, owners, len(vocabulary))
    own = rarity(np.diff(having.ends), len(distinct)).astype(np.float32)
    kept = Names(
        Texts.of(joined),
        [
            Texts.of("".join(read[number_of_word[word]][family] for word in words) for words in distinct)
            for family in range(len(sound.FAMILIES))
        ],
        Texts.of(vocabulary),
        words_in,
        own if like is None else like.rarities_of(vocabulary),
    )
    marks = [mark for _, mark in folded]
    classes = [known_classes(mark.classes) for mark in marks]
    numbers = np.array([number_of[words] for words, _ in folded], dtype=np.int64)
    of_name = Rows.of(numbers, np.arange(len(marks)), len(distinct))
    known = _rows([one or (0,) for one in classes])
    in_class = Rows.of(known.values, np.repeat(numbers, np.diff(known.ends)), LAST + 1)
    stored = _Marks(
        Texts.of(mark.key for mark in marks), Texts.of(mark.name for mark in marks), _rows(classes), of_name
    )
    near = nearness(classes) if like is None else like.near
    return Index(kept, Candidates.of(kept, having, in_class), stored, near)


def _rows(rows: Sequence[Sequence[int]]) -> Rows:
    values = np.fromiter((value for row in rows for value in row), dtype=np.int32)
    return Rows(values, np.cumsum([0, *map(len, rows)], dtype=np.int64))
