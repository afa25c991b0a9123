"""How often is the class of a term right, for terms that were kept apart from what was learnt?

    .venv/bin/python -m bench.goods

What is kept apart is a thing, in all its languages at once: every seventh English name. So no translation of a term
that is asked has been learnt either. Beside it, on the same learnt terms and in the same run: BM25 over words, and the
nearest term by rapidfuzz, each within the language asked. Then terms of lists that were never learnt from.
"""

import argparse
import csv
import json
import os
import random
import statistics
import time
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

import numpy as np
from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio

from chancery.finder.goods.assistant import Assistant
from chancery.finder.goods.folding import LANGUAGES, folded, words_of
from chancery.finder.goods.learn import lists
from chancery.finder.goods.learning import examples, learn
from chancery.finder.goods.naming import common
from chancery.finder.goods.terms import Terms

EVERY = 7
NEAREST = 20  # terms whose classes a peer counts


def kept_apart(one):
    return crc32(one.key.encode()) % EVERY == 0


class Taught(Assistant):
    """An assistant that has learnt nothing but what it is given."""

    def __init__(self, weights, terms):
        super().__init__()
        self.weights, self.terms = weights, terms


class Bm25:
    """BM25 (k1 1.2, b 0.75) over the words of learnt terms; a class has the sum of its best terms."""

    def __init__(self, taught):
        self.classes = [one.classes for one in taught]
        documents = [words_of(one.term, one.language) for one in taught]
        self.lengths = np.array([len(words) for words in documents], dtype=np.float32)
        self.lists = defaultdict(Counter)
        for at, words in enumerate(documents):
            for word in words:
                self.lists[word][at] += 1

    def classes_of(self, term, language):
        scores = np.zeros(len(self.classes), dtype=np.float32)
        norm = 1.2 * (0.25 + 0.75 * self.lengths / self.lengths.mean())
        for word in words_of(term, language):
            found = self.lists.get(word, {})
            places, counts = np.array([*found], dtype=int), np.array([*found.values()], dtype=np.float32)
            idf = np.log(1 + (len(scores) - len(places) + 0.5) / (len(places) + 0.5))
            scores[places] += idf * counts * 2.2 / (counts + norm[places])
        best = np.argsort(-scores, kind="stable")[:NEAREST]
        return ranked((scores[at], self.classes[at]) for at in best if scores[at] > 0)


class Fuzzy:
    """The nearest learnt terms by rapidfuzz (``token_sort_ratio``)."""

    def __init__(self, taught):
        self.classes = [one.classes for one in taught]
        self.texts = [folded(one.term) for one in taught]

    def classes_of(self, term, language):  # noqa: ARG002
        found = process.extract(folded(term), self.texts, scorer=token_sort_ratio, limit=NEAREST)
        return ranked(((score / 100) ** 8, self.classes[at]) for _, score, at in found)


def ranked(votes):
    sums = Counter()
    for score, classes in votes:
        for number in classes:
            sums[number] += score
    return [number for number, _ in sums.most_common(3)]


def measure(label, answers, asked):
    """The share of terms of which the first class, and one of the first three, is among the true ones."""
    first = statistics.mean(
        bool(found[:1] and found[0] in one.classes) for found, one in zip(answers, asked, strict=True)
    )
    three = statistics.mean(bool(set(found[:3]) & set(one.classes)) for found, one in zip(answers, asked, strict=True))
    print(f"  {label:24} {len(asked):6,}   {first:.3f}   {three:.3f}")
    return first, three


def held_out(shared, sample):
    registered, english = lists(shared)
    every = [*registered, *english]
    start = time.perf_counter()
    taught = examples(one for one in every if not kept_apart(one))
    weights = learn(taught, {})
    assistant = Taught(weights, Terms(common([one for one in registered if not kept_apart(one)], "taught")))
    print(f"learnt from {len(taught):,} terms in {time.perf_counter() - start:.0f} s")
    dice = random.Random(11)
    learnt = {(one.language, folded(one.term)) for one in taught}
    apart = [one for one in examples(filter(kept_apart, every)) if (one.language, folded(one.term)) not in learnt]
    asked = [one for code in LANGUAGES for one in some(dice, [x for x in apart if x.language == code], sample)]
    print(f"{len(apart):,} terms kept apart, {len(asked):,} of them asked for; right first, and within three:\n")
    compare(assistant, taught, asked)


def some(dice, found, number):
    return dice.sample(found, min(number, len(found)))


def compare(assistant, taught, asked):
    times, ours, sure = [], [], []
    assistant.suggest("warm", "en")
    for one in asked:
        began = time.perf_counter()
        found = assistant.suggest(one.term, one.language)
        times.append(1000 * (time.perf_counter() - began))
        ours.append([suggestion.number for suggestion in found])
        sure.append(found[0].probability if found else 0)
    peers = {"BM25": [], "rapidfuzz": []}
    for code in LANGUAGES:
        those, mine = [one for one in taught if one.language == code], [one for one in asked if one.language == code]
        for name, peer in (("BM25", Bm25(those)), ("rapidfuzz", Fuzzy(those))):
            peers[name] += [peer.classes_of(one.term, code) for one in mine]
    print("  all languages            terms   first   three")
    for name, answers in {"the assistant": ours, **peers}.items():
        measure(name, answers, asked)
    print("\n  by language: the assistant first, three | BM25 first, three | rapidfuzz first, three")
    for code in LANGUAGES:
        at = [place for place, one in enumerate(asked) if one.language == code]
        told = [shares([answers[p] for p in at], [asked[p] for p in at]) for answers in (ours, *peers.values())]
        print(f"  {code}  {len(at):4}   " + "   ".join(f"{first:.3f} {three:.3f}" for first, three in told))
    calibration(sure, [bool(found and found[0] in one.classes) for found, one in zip(ours, asked, strict=True)])
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"\n  an answer takes p50 {p50:.2f} ms, p95 {p95:.2f} ms")


def shares(answers, asked):
    pairs = list(zip(answers, asked, strict=True))
    return (
        statistics.mean(bool(found and found[0] in one.classes) for found, one in pairs),
        statistics.mean(bool(set(found[:3]) & set(one.classes)) for found, one in pairs),
    )


def calibration(sure, right):
    print("\n  how sure it says it is, and how often it is right:")
    for low in (0.0, 0.3, 0.5, 0.7, 0.9, 0.97):
        high = {0.0: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.9, 0.9: 0.97}.get(low, 1.01)
        those = [(one, hit) for one, hit in zip(sure, right, strict=True) if low <= one < high]
        if those:
            mean, hits = (statistics.mean(column) for column in zip(*those, strict=True))
            print(f"    {low:.2f} to {min(high, 1):.2f}: {len(those):5}   says {mean:.2f}, is {hits:.2f}")


def never_learnt(shared, sample):
    """What is shipped, asked for terms of two lists that it has not learnt from."""
    registered, english = lists(shared)
    learnt = {(language, folded(text)) for one in (*registered, *english) for language, text in one.names.items()}
    assistant, dice = Assistant(), random.Random(11)
    print("\nwhat is shipped, on lists that were never learnt from (terms that no learnt list has):")
    for label, language, pairs in unseen_lists(shared / "classifications"):
        fresh = [(text, number) for text, number in pairs if (language, folded(text)) not in learnt]
        asked = some(dice, fresh, sample)
        found = [[s.number for s in assistant.suggest(text, language)] for text, _ in asked]
        first = statistics.mean(one[:1] == [number] for one, (_, number) in zip(found, asked, strict=True))
        three = statistics.mean(number in one for one, (_, number) in zip(found, asked, strict=True))
        print(f"  {label:40} {len(fresh):6,} new, {len(asked):5,} asked   {first:.3f}   {three:.3f}")


def unseen_lists(folder):
    with (folder / "nice_alphabetical_list_en.csv").open(encoding="utf-8", newline="") as stream:
        rows = [(row["term"], int(row["class_number"])) for row in csv.DictReader(stream)]
    yield "English alphabetical list", "en", rows
    (bulgarian,) = json.loads((folder / "bpo_nice_alpha_lists.json").read_text("utf-8"))
    yield (
        "Bulgarian alphabetical list",
        "bg",
        [
            (term.strip(), row["ClassNbr"])
            for row in bulgarian["AlphaLists"]
            for term in row["AlphaListTermText"].split(";")
        ],
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--sample", type=int, default=200, help="terms asked for in each language")
    chosen = arguments.parse_args()
    print(f"load before {os.getloadavg()[0]:.1f}")
    held_out(chosen.shared, chosen.sample)
    never_learnt(chosen.shared, 2000)
    print(f"load after {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
