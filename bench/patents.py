"""As many patent-like records as are asked for, made from real ones: the same for everyone who names the same seed.

    .venv/bin/python -m bench.patents [--records 5] [--seed 20]

Words are those of real abstracts and titles (../shared/data/patents), in the order of their real frequency; behind them
come compounds of them, since a million records know more words than ten thousand. How often a word is drawn follows
Zipf and Mandelbrot: 1 / (rank + 1.7) ** 1.2, which is near the real frequencies. A third of an abstract and two thirds
of a title are terms of the record's class: words and pairs of words that real abstracts of that class have oftener than
others. IPC and CPC symbols and applicants are real; which record has which, numbers, dates and families are drawn.
Where those files are not, words and symbols are made up.

What is the same as in the real thing: lengths, frequencies, what stands beside what in terms. What is not: grammar.
"""

import argparse
import csv
import itertools
import math
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from chancery.finder import Document

REAL = Path(__file__).resolve().parents[2] / "shared/data/patents"
BLOCK = 2_000  # records drawn at once
WORDS = 200_000
SHIFT, SLOPE = 1.7, 1.2  # Mandelbrot's, fitted to the first thousand words of real abstracts
FINE = 1 << 22  # steps in which frequencies are told apart
COMMON = 150  # words so frequent that they belong to no class
TERMS, TERM_STEPS = 200, 1024  # of a class; steps of their frequencies
ENOUGH = 8  # real abstracts of a class from which its terms are learnt
SHOWN = 20
TOPICAL_TEXT, TOPICAL_TITLE = 0.33, 0.66
FAMILY_SIZES, FAMILY_SHARES = (1, 2, 3, 4, 5), (0.5, 0.22, 0.14, 0.09, 0.05)
FIRST_DAY, DAYS = date(1985, 1, 1), 14_900  # until the end of 2025
PREFIXES = ("micro", "nano", "poly", "hydro", "photo", "electro", "multi", "inter", "ultra", "thermo", "bio", "opto")
FORMS = ("GmbH", "Inc", "Ltd", "SA", "AB", "KK", "Corp", "AG", "BV", "SpA")
COUNTRIES = ("US", "JP", "DE", "CN", "KR", "FR", "GB", "CH", "SE", "NL", "IT", "IN", "CA", "IL")
PUBLISHED = (  # Office, how its number is written (y: year, n: a running number), kind codes, how much of all
    ("WO", "WO {y}/{n:06}", ("A1", "A1", "A2"), 0.22),
    ("US", "US {y}/{n:07}", ("A1",), 0.17),
    ("US", "US {m}", ("B2", "B1"), 0.13),
    ("EP", "EP {m}", ("A1", "B1", "A2"), 0.18),
    ("JP", "JP {y}-{n:06}", ("A",), 0.14),
    ("CN", "CN {c}", ("A", "B"), 0.16),
)
STATES = ("published", "granted", "pending", "lapsed", "withdrawn")
_WORD = re.compile(r"[a-z]{2,}|a")
_SYMBOL = re.compile(r"([A-HY]\d\d[A-Z])\s*(\d{1,4})\s*/\s*(\d{2,6})")


@dataclass(frozen=True)
class Corpus:
    """What records are made of. ``words`` holds words by falling frequency, then the terms of the classes."""

    words: np.ndarray
    common: np.ndarray
    """A word's place in ``words`` in each of ``FINE`` steps: as often as the word is."""
    topics: np.ndarray
    """The same for the terms of each class, a row each."""
    shares: np.ndarray
    """How much of all each class is, summed up."""
    ipc: tuple[tuple[str, ...], ...]
    cpc: tuple[tuple[str, ...], ...]
    firms: tuple[str, ...]


class Drawn(NamedTuple):
    """What one record is drawn as: numbers from 0 to 1 decide its facts, some shared with its family."""

    place: int
    family: int
    topic: int
    shared: list[float]
    own: list[float]


def records(number: int, *, seed: int = 20) -> Iterator[Document]:
    """``number`` records. The first thousand of a million are the thousand of the same seed."""
    dice = np.random.default_rng(seed)
    made = corpus()
    for start in range(0, number, BLOCK):
        yield from itertools.islice(_block(made, dice, start), number - start)


def _block(made: Corpus, dice: np.random.Generator, start: int) -> Iterator[Document]:
    """One block; families end with it."""
    sizes = dice.choice(FAMILY_SIZES, BLOCK, p=FAMILY_SHARES)
    members = np.repeat(np.arange(BLOCK), sizes)[:BLOCK]  # the family of each record
    topic = np.searchsorted(made.shares, dice.random(BLOCK))[members]
    titles = _texts(made, dice, np.full(BLOCK, 8) + dice.integers(0, 4, BLOCK), topic, TOPICAL_TITLE)
    texts = _texts(made, dice, dice.integers(55, 111, BLOCK), topic, TOPICAL_TEXT)
    shared, own = dice.random((2, BLOCK, 8)).tolist()
    for place, (family, text) in enumerate(zip(members.tolist(), texts, strict=True)):
        drawn = Drawn(start + place, start + family, int(topic[place]), shared[family], own[place])
        yield _record(made, drawn, titles[family], text)


def _texts(
    made: Corpus, dice: np.random.Generator, lengths: np.ndarray, topic: np.ndarray, topical: float
) -> list[str]:
    """A text of so many words for each record, so much of it terms of its class."""
    ends = np.cumsum(lengths)
    total = int(ends[-1])
    drawn = made.common[dice.integers(0, FINE, total)]
    where = np.flatnonzero(dice.random(total) < topical)
    drawn[where] = made.topics[np.repeat(topic, lengths)[where], dice.integers(0, TERM_STEPS, len(where))]
    words = made.words[drawn].tolist()
    return [" ".join(words[end - length : end]) for end, length in zip(ends.tolist(), lengths.tolist(), strict=True)]


def _record(made: Corpus, drawn: Drawn, title: str, text: str) -> Document:
    place, family, topic, shared, own = drawn
    priority = FIRST_DAY + timedelta(days=int(shared[0] * (DAYS - 1000)))
    filed = priority + timedelta(days=int(own[0] * 365))
    published = filed + timedelta(days=180 + int(own[1] * 400))
    office, shape, kinds = _OFFICES[int(own[2] * len(_OFFICES))]
    number = shape.format(y=published.year, n=place, m=1_000_000 + place, c=100_000_000 + place)
    country = COUNTRIES[int(shared[1] ** 2 * len(COUNTRIES))]
    claimed = f"{country} {priority.year}{100_000 + family}"
    application = f"{office} {filed.year}{1_000_000 + place}"
    return Document(
        collection="patents",
        key=number.replace(" ", "").replace("/", "").replace("-", ""),
        office=office,
        number=number,
        numbered={"publication": (number,), "application": (application,), "priority": (claimed,)},
        titles={"en": f"{title[0].upper()}{title[1:]}"},
        names=_some(made.firms, shared[2] ** 3, 1 + (shared[3] > 0.8)),
        classes={
            "ipc": _some(made.ipc[topic], shared[4], 1 + int(shared[5] * 3)),
            "cpc": _some(made.cpc[topic], shared[6], 1 + int(shared[7] * 5)),
        },
        dates={"priority": priority, "filed": filed, "published": published},
        status=STATES[int(own[3] ** 2 * len(STATES))],
        country=country,
        kind=kinds[int(own[4] * len(kinds))],
        codes={"language": ("en",), "priority_country": (country,)},
        family=claimed.replace(" ", ""),
        facts={"entry": place + 1, "source": "made", "more": {"application": application}},
        text=f"{text[0].upper()}{text[1:]}.",
        language="en",
    )


def _some(values: tuple[str, ...], where: float, number: int) -> tuple[str, ...]:
    """``number`` neighbours among the values, or as many as there are."""
    first = int(where * len(values))
    return values[first : first + number] or values[:1]


_OFFICES = tuple((office, shape, kinds) for office, shape, kinds, share in PUBLISHED for _ in range(round(share * 100)))


@cache
def corpus() -> Corpus:
    """Read and counted once a process: about two seconds."""
    return _counted(*(_real() if REAL.is_dir() else _made_up()))


Abstracts = list[tuple[str, list[str]]]  # subclass (A21D) and the words of one text
Symbols = dict[str, set[str]]


def _real() -> tuple[Abstracts, Symbols, Symbols, set[str]]:
    """Texts, IPC symbols, CPC symbols by subclass, and applicants."""
    texts, ipc, cpc, firms = [], defaultdict(set), defaultdict(set), set()
    for row in _rows(REAL / "uspto_random_10000.csv"):
        first = _sorted_in(cpc, row["classifications_cpc"])
        texts.append((first, _words(row["abstract"])))
    columns = (("pizza_medium", "Title", "IPC"), ("drones_fulltext_families_5884", "Title", "IPCR Classifications"))
    for name, title, symbols in columns:
        for row in _rows(REAL / "wipo_oldham_csv" / f"{name}.csv"):
            texts.append((_sorted_in(ipc, row[symbols]), _words(row[title])))
            firms.update(one.strip() for one in row["Applicants"].split(";") if len(one.strip()) > len("AB"))
    return texts, ipc, cpc, firms


def _words(text: str) -> list[str]:
    """Each word once in memory, however often it is met: an index that is filled beside needs the room."""
    return [sys.intern(word) for word in _WORD.findall(text.lower())]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from csv.DictReader(file)


def _sorted_in(by_subclass: Symbols, written: str) -> str:
    """Put the symbols where they belong; the subclass of the first, or nothing."""
    found = _SYMBOL.findall(written)
    for subclass, group, below in found:
        by_subclass[subclass].add(f"{subclass} {group}/{below}")
    return found[0][0] if found else ""


def _made_up() -> tuple[Abstracts, Symbols, Symbols, set[str]]:
    """The same of nothing real: syllables, and symbols that look like symbols."""
    dice = random.Random(1)
    syllables = [a + b for a in "bcdfghklmnprstvz" for b in "aeiou"]
    words = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(20_000)]
    often = list(itertools.accumulate(1 / (rank + SHIFT) ** SLOPE for rank in range(1, len(words) + 1)))
    subclasses = [f"{section}{place:02}{letter}" for section in "ABCDEFGH" for place in (1, 5, 21) for letter in "BDKN"]
    symbols = {one: {f"{one} {group}/{below:02}" for group in (1, 7, 33) for below in (0, 2, 18)} for one in subclasses}
    texts = []
    for _ in range(6_000):
        subclass = dice.choice(subclasses)
        own = random.Random(subclass).choices(words, k=TERMS)
        texts.append((subclass, dice.choices(words, cum_weights=often, k=70) + dice.choices(own, k=30)))
    return texts, symbols, symbols, {" ".join(dice.choices(words, k=2)).title() for _ in range(5_000)}


def _counted(texts: Abstracts, ipc: Symbols, cpc: Symbols, firms: set[str]) -> Corpus:
    often = Counter(itertools.chain.from_iterable(words for _, words in texts))
    ranked = [word for word, _ in often.most_common()]
    words = [*ranked, *_compounds(ranked, WORDS - len(ranked))]
    by_subclass = defaultdict(list)
    for subclass, text in texts:
        by_subclass[subclass].append(text)
    known = sorted(one for one, some in by_subclass.items() if one and len(some) >= ENOUGH)
    stop = frozenset(ranked[:COMMON])
    terms = _terms({one: by_subclass[one] for one in known}, stop)
    places = {word: place for place, word in enumerate(words)}
    pairs = sorted({term for some in terms.values() for term in some} - places.keys())
    places.update((pair, len(words) + place) for place, pair in enumerate(pairs))
    topics = [
        np.array([places[term] for term in terms[one]], dtype=np.uint32)[_steps(len(terms[one]), TERM_STEPS)]
        for one in known
    ]
    return Corpus(
        words=np.array([*words, *pairs], dtype=object),
        common=_steps(len(words), FINE).astype(np.uint32),
        topics=np.stack(topics),
        shares=np.cumsum([len(by_subclass[one]) for one in known]) / sum(len(by_subclass[one]) for one in known),
        ipc=tuple(tuple(sorted(ipc.get(one) or _main_groups(cpc, one))) for one in known),
        cpc=tuple(tuple(sorted(cpc.get(one) or ipc[one])) for one in known),
        firms=_firms(firms),
    )


def _steps(values: int, steps: int) -> np.ndarray:
    """Which of the values each step stands for, so that each has its share by Zipf and Mandelbrot."""
    share = np.cumsum(1 / (np.arange(1, values + 1) + SHIFT) ** SLOPE)
    return np.minimum(np.searchsorted(share / share[-1], (np.arange(steps) + 0.5) / steps), values - 1)


def _compounds(ranked: list[str], number: int) -> list[str]:
    """Words behind the real ones: two parts of real words, most of them seen a few times in a million records."""
    rest = [word for word in ranked[COMMON:] if len(word) > len("acid")]
    parts = [*PREFIXES, *(word for word in rest[:200] if len(word) < len("substrate"))]
    new = (first + second for second, first in itertools.product(rest, parts))
    known = frozenset(ranked)
    return list(itertools.islice((word for word in new if word not in known), max(0, number)))


def _terms(texts: dict[str, list[list[str]]], stop: frozenset[str]) -> dict[str, list[str]]:
    """Of each class the words and pairs of words that tell it from others, the most telling first."""
    counts = {
        one: Counter(itertools.chain.from_iterable(_sayings(words, stop) for words in some))
        for one, some in texts.items()
    }
    classes_with = Counter(itertools.chain.from_iterable(counts.values()))
    rarity = {term: math.log((1 + len(counts)) / number) for term, number in classes_with.items()}
    return {
        one: sorted(found, key=lambda term, found=found: (-found[term] * rarity[term], term))[:TERMS]
        for one, found in counts.items()
    }


def _sayings(words: list[str], stop: frozenset[str]) -> Iterator[str]:
    yield from (word for word in words if word not in stop)
    yield from (f"{a} {b}" for a, b in itertools.pairwise(words) if a not in stop and b not in stop)


def _main_groups(cpc: Symbols, subclass: str) -> set[str]:
    """Main groups are the same in both classifications, nearly all."""
    return {f"{symbol.partition('/')[0]}/00" for symbol in cpc[subclass]}


def _firms(real: set[str]) -> tuple[str, ...]:
    """The real ones, and twenty times as many from their first words."""
    dice = random.Random(2)
    names = sorted(real)
    heads = [name.split()[0].title() for name in names]
    dice.shuffle(names)
    return (
        *names,
        *dict.fromkeys(
            f"{dice.choice(heads)} {dice.choice(heads)} {dice.choice(FORMS)}" for _ in range(20 * len(names))
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=5, help=f"how many; more than {SHOWN} are made, not shown")
    parser.add_argument("--seed", type=int, default=20)
    wanted = parser.parse_args()
    corpus()
    began = time.process_time()
    for record in records(wanted.records, seed=wanted.seed):
        if wanted.records <= SHOWN:
            print(f"{record}\n")
    spent = time.process_time() - began
    print(f"{wanted.records:,} records in {spent:.1f} s of processor time: {wanted.records / spent:,.0f} a second")


if __name__ == "__main__":
    main()
