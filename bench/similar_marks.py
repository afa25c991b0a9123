"""How well similar marks are found, and how fast: real oppositions, and a million names.

    .venv/bin/python -m bench.similar_marks [--names 1000000] [--queries 40] [--records ../shared/data/trademarks]

**Oppositions.** Each contested mark is asked for among the brand names, the EUIPO's marks and the earlier marks; found
is one of which an earlier mark is among the first ten (names that fold alike are one; the contested mark itself does
not count unless it is the earlier one too). The peer is ``rapidfuzz.ratio`` over the same folded names. Classes are
left out: the pairs do not tell those of the earlier marks. Leave-one-out: for each contested mark the weights are the
mean of those that do best on all others, of every vector in steps of 0.05 with at least 0.05 for each part; what they
do on the one left out is what counts. The parts themselves were chosen with these pairs in sight, the weights were not.

**A million names.** Made from the real ones: words exchanged, joined, left out, a letter changed. Asked for are real
names with a letter changed or a word exchanged, every second one with classes. Recall is the share of the first fifty
places with a score as good as in scoring every name by the same recipe. Milliseconds are of one thread's processor
time, and of the clock beside it. The peer is ``rapidfuzz.ratio`` over all folded names.
"""

import argparse
import csv
import itertools
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from chancery.finder.similar import Index, Mark, build
from chancery.finder.similar.folding import words_of
from chancery.finder.similar.recipe import NAME_PARTS, WEIGHTS
from chancery.finder.similar.scoring import scores

FIRST, PLACES, STEPS = 10, 50, 20
NEARLY = 0.5  # of a contested mark found
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def rows(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def real_marks(folder):
    for row in rows(folder / "euipo_marks.csv"):
        yield Mark(
            row["application_number"], row["mark_text"], [int(one) for one in row["nice_classes"].split(";") if one]
        )
    for row in rows(folder / "nsi_brand_names.csv"):
        if row["category_path"].startswith("brands/"):
            yield Mark(row["id"], row["display_name"])


def oppositions(folder):
    """Contested name to the earlier ones, folded."""
    found = {}
    for row in rows(folder / "euipo_opposition_pairs.csv"):
        contested, earlier = words_of(row["contested_mark"]), words_of(row["earlier_mark"])
        if contested and earlier:
            found.setdefault(contested, set()).add(earlier)
    return found


def ranks(score, itself, earlier):
    """The rank of each earlier mark; ``score`` may have a column for each of several recipes."""
    found = []
    for one in earlier:
        better = (score > score[one] + 1e-6).sum(axis=0)
        if itself is not None and itself != one:
            better = better - (score[itself] > score[one] + 1e-6)
        found.append(better + 1)
    return np.array(found)


def vectors():
    """Every vector of weights in steps, a column each."""
    ends = itertools.combinations(range(1, STEPS), len(NAME_PARTS) - 1)
    return np.array([np.diff((0, *end, STEPS)) / STEPS for end in ends], dtype=np.float32).T


def chosen_weights(grid, worth):
    """The mean of all vectors that are worth about the most: a middle, not a peak."""
    return grid[:, worth >= worth.max() - NEARLY].mean(axis=1)


def measure_oppositions(folder):
    pairs = oppositions(folder)
    earlier = {words for found in pairs.values() for words in found}
    index = build([*real_marks(folder), *(Mark("", " ".join(words)) for words in earlier)])
    everything = np.arange(len(index.names))
    joined = index.names.joined.all()
    spelled = [" ".join(index.names.words.take(index.names.words_in[one])) for one in everything]
    number = {name: at for at, name in enumerate(spelled)}
    grid, own = vectors(), np.array([[WEIGHTS[part]] for part in NAME_PARTS], dtype=np.float32)
    ours, peer, tables, pair_ranks = [], [], [], []
    for contested, targets in pairs.items():
        name = " ".join(contested)
        itself, wanted = number.get(name), sorted(number[" ".join(words)] for words in targets)
        parts = scores(index.asked(name), index.names, everything)
        table = np.stack([parts[part] for part in NAME_PARTS], axis=1)
        likely = np.unique(np.concatenate([np.argpartition(-column, 400)[:400] for column in table.T] + [wanted]))
        at = {one: place for place, one in enumerate(likely.tolist())}
        tables.append((table[likely], at.get(itself), [at[one] for one in wanted]))
        pair_ranks.append(ranks((table @ own)[:, 0], itself, wanted))
        ours.append((pair_ranks[-1] <= FIRST).any())
        peer.append((ranks(cdist([name], spelled, scorer=ratio)[0], itself, wanted) <= FIRST).any())
    tried = [ranks(table @ grid, itself, wanted) for table, itself, wanted in tables]
    hits = np.array([(one <= FIRST).any(axis=0) for one in tried])
    worth = hits + 0.2 * np.array([(one <= FIRST).mean(axis=0) + (1 / one).max(axis=0) for one in tried])
    left_out = []
    for one, (table, itself, wanted) in enumerate(tables):
        weights = chosen_weights(grid, worth.sum(axis=0) - worth[one])
        left_out.append((ranks((table @ weights), itself, wanted) <= FIRST).any())
    missed = [" ".join(one) for one, found in zip(pairs, ours, strict=True) if not found]
    print(
        f"\n{len(joined):,} distinct names, {len(pairs)} contested marks; an earlier mark is among the first {FIRST}:"
    )
    print(
        f"  the recipe {np.mean(ours):.3f}   weights left one out {np.mean(left_out):.3f}   ratio {np.mean(peer):.3f}"
    )
    print(f"  mean over all {grid.shape[1]} vectors of weights {hits.mean():.3f}, best {hits.mean(axis=0).max():.3f}")
    weights = [round(float(one), 2) for one in chosen_weights(grid, worth.sum(axis=0))]
    print(f"  weights chosen on all: {dict(zip(NAME_PARTS, weights, strict=True))}; the recipe has {WEIGHTS}")
    flat = np.concatenate(pair_ranks)
    print(f"  of all {len(flat)} pairs {np.mean(flat <= FIRST):.3f}; not found: {'; '.join(missed) or 'none'}")


def changed(dice, name):
    at = dice.randrange(max(len(name), 1))
    if not name:
        return dice.choice(LETTERS)
    return dice.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + dice.choice(LETTERS) + name[at + 1 :],
            name[:at] + dice.choice(LETTERS) + name[at:],
        )
    )


def made(dice, real, number):
    words = [word for name in real for word in name.split()]
    ways = (
        lambda name: changed(dice, name),
        lambda name: changed(dice, changed(dice, name)),
        lambda name: f"{name} {dice.choice(words)}",
        lambda name: " ".join((*name.split()[:-1], dice.choice(words))),
        lambda _name: dice.choice(words)[: dice.randint(2, 6)] + dice.choice(words)[-dice.randint(2, 6) :],
        lambda _name: dice.choice(words) + dice.choice(words),
    )
    for at in range(number):
        name = real[at] if at < len(real) else dice.choice(ways)(dice.choice(real))
        yield Mark(str(at), name, dice.sample(range(1, 46), dice.choice((1, 1, 2, 3))))


def measure_speed(folder, number, queries):
    dice = random.Random(11)
    real = sorted({mark.name for mark in real_marks(folder) if mark.name})
    start = time.perf_counter()
    index = build(made(dice, real, number))
    print(f"\n{len(index):,} marks, {len(index.names):,} names; index made in {time.perf_counter() - start:.0f} s")
    with tempfile.TemporaryDirectory() as place:
        index.save(Path(place) / "index")
        size = sum(file.stat().st_size for file in (Path(place) / "index").iterdir())
        start = time.perf_counter()
        index = Index.load(Path(place) / "index")
        print(f"{size / 2**20:.0f} MiB written, opened in {time.perf_counter() - start:.1f} s")
        asked = [
            (changed(dice, dice.choice(real)), dice.sample(range(1, 46), 2) if at % 2 else ()) for at in range(queries)
        ]
        compare(index, asked)


def compare(index, asked):
    joined = index.names.joined.all()
    for name, classes in asked[:5]:
        index.search(name, classes)
    cpu, clock, peer, recalls = [], [], [], []
    for name, classes in asked:
        began, started = time.thread_time(), time.perf_counter()
        found = index.search(name, classes, limit=PLACES)
        cpu.append(1000 * (time.thread_time() - began))
        clock.append(1000 * (time.perf_counter() - started))
        began = time.thread_time()
        cdist([name], joined, scorer=ratio)
        peer.append(1000 * (time.thread_time() - began))
        _, everyone = index.exhaustive(name, classes)
        least = np.partition(everyone, -PLACES)[-PLACES]
        recalls.append(sum(one.score >= least - 1e-6 for one in found) / PLACES)
    print(
        f"{len(asked)} asked for; recall of the first {PLACES} {statistics.mean(recalls):.3f}, worst {min(recalls):.2f}"
    )
    for label, times in (("processor", cpu), ("clock", clock), ("ratio, scan, processor", peer)):
        p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"  {label:24} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--records", type=Path, default=Path("../shared/data/trademarks"))
    arguments.add_argument("--names", type=int, default=1_000_000, help="0 leaves this out")
    arguments.add_argument("--queries", type=int, default=40)
    chosen = arguments.parse_args()
    print(f"load before {os.getloadavg()[0]:.1f}")
    measure_oppositions(chosen.records)
    if chosen.names:
        measure_speed(chosen.records, chosen.names, chosen.queries)
    print(f"load after {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
