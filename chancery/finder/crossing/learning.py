"""Which words say the same in two languages, learnt from lists in which both tell the same things.

The model is the first of Brown and others (*The Mathematics of Statistical Machine Translation*, 1993): every word of a
name may come from every word of the same thing's English name, and what is met together often wins. It is learnt in
both directions, and a pair is as strong as the two agree (the root of their product).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chancery.finder.crossing.thesaurus import ENGLISH, Pair
from chancery.finder.goods.sources import Listed
from chancery.finder.stems import stem
from chancery.finder.words import places

ROUNDS = 8
HOLDERS = 2  # as for common names (decision 0019): what one holder alone writes is not shipped
WEAKEST = 0.15
MOST = 4  # words of a language for one English word
LONGEST = 12  # words of a name that is learnt from: in longer ones everything is met with everything

Table = dict[tuple[str, str], float]


@dataclass(frozen=True)
class _Seen:
    """Two names of one thing, in stems; how each was written; and who lists it."""

    ours: tuple[str, ...]
    english: tuple[str, ...]
    holder: str


def learn(listed: Iterable[Listed]) -> list[Pair]:
    """The pairs of words of all languages with English, the strongest of each English word first."""
    seen: dict[str, dict[_Seen, None]] = defaultdict(dict)
    spelled: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in listed:
        english = one.names.get(ENGLISH, "")
        for language, text in one.names.items():
            stems = _stems(text, language, spelled)
            if language != ENGLISH and english and 0 < len(stems) <= LONGEST:
                seen[language][_Seen(stems, _stems(english, ENGLISH, spelled), one.holder)] = None
    usual = {key: forms.most_common(1)[0][0] for key, forms in spelled.items()}
    return [
        Pair(language, usual[language, ours], usual[ENGLISH, english], strength)
        for language in sorted(seen)
        for ours, english, strength in _paired(list(seen[language]))
    ]


def _stems(text: str, language: str, spelled: dict[tuple[str, str], Counter[str]]) -> tuple[str, ...]:
    found = []
    for start, end, word in places(text):
        if not word.isdecimal():
            found.append(stem(word, language))
            spelled[language, found[-1]][text[start:end].lower()] += 1
    return tuple(found)


def _paired(seen: Sequence[_Seen]) -> Iterable[tuple[str, str, float]]:
    forth = _model((one.ours, one.english) for one in seen)
    back = _model((one.english, one.ours) for one in seen)
    holders = _holders(seen)
    strengths = {
        (ours, english): math.sqrt(share * back.get((english, ours), 0.0)) for (ours, english), share in forth.items()
    }
    by_english: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (ours, english), strength in strengths.items():
        if strength >= WEAKEST and len(holders[ours, english]) >= HOLDERS:
            by_english[english].append((strength, ours))
    for english, found in sorted(by_english.items()):
        for strength, ours in sorted(found, reverse=True)[:MOST]:
            yield ours, english, round(strength, 2)


def _holders(seen: Iterable[_Seen]) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in seen:
        for ours in set(one.ours):
            for english in set(one.english):
                found[ours, english].add(one.holder)
    return found


def _model(names: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> Table:
    """How likely each first word is where the second stands: expectation and maximisation, ``ROUNDS`` times."""
    known = list(names)
    table: Table = {(one, other): 1.0 for ones, others in known for one in ones for other in others}
    for _ in range(ROUNDS):
        counts: Table = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for ones, others in known:
            for one in ones:
                whole = sum(table[one, other] for other in others)
                for other in others:
                    share = table[one, other] / whole
                    counts[one, other] += share
                    totals[other] += share
        table = {(one, other): count / totals[other] for (one, other), count in counts.items() if count > 1e-6}
        table = defaultdict(lambda: 1e-9, table)
    return dict(table)
