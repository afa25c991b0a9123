"""How long a search takes: p50 and p95 per kind of query over generated records, beside bare tantivy in one run.

    .venv/bin/python bench/finder_latency.py [--records 20000] [--repeat 200]

The records are invented: Zipf-distributed words, real classification shapes, no text of anybody's. The last
column is our p50 over the p50 of tantivy asked for the same hits alone (top 20 and the exact total, no documents
read, no highlighting, no facets): the price of everything the finder adds.
"""

import argparse
import itertools
import random
import statistics
import tempfile
import time
from datetime import date, timedelta
from functools import partial

from chancery.finder import Document, Everything, open_index, parse
from chancery.finder.embedded.compiling import Compiler

SYLLABLES = [a + b for a in "bcdfghklmnprstvz" for b in "aeiou"]
FACETS = ("collection", "office", "year", "class", "status")


def vocabulary(dice, size):
    words = {"".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(size * 2)}
    return sorted(words)[:size]


def records(dice, number):
    words = vocabulary(dice, 20_000)
    dice.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(words))))
    firms = [" ".join(dice.choices(words, k=2)).title() + " AG" for _ in range(number // 10 + 1)]
    for n in range(number):
        collection = dice.choice(("patents", "patents", "marks", "designs"))
        section, group = dice.choice("ABCDEFGH"), f"{dice.randint(1, 99)}/{dice.randint(0, 99):02}"
        yield Document(
            collection=collection,
            key=f"EP{1_000_000 + n}",
            office=dice.choice(("EP", "WO", "US", "EM", "JP")),
            number=f"EP {1_000_000 + n}",
            titles={"en": " ".join(dice.choices(words, cum_weights=weights, k=10))},
            names=(dice.choice(firms),),
            classes={"ipc": (f"{section}{dice.randint(1, 20):02}{dice.choice('ABCDFGHK')} {group}",)},
            dates={"published": date(1990, 1, 1) + timedelta(days=dice.randrange(12_000))},
            status=dice.choice(("in force", "lapsed", "pending")),
            text=" ".join(dice.choices(words, cum_weights=weights, k=60)),
        )


def kinds(dice, documents):
    def word(longer_than=0):
        return dice.choice([w for w in dice.choice(documents).titles["en"].split() if len(w) > longer_than] or ["ba"])

    def phrase():
        words, at = dice.choice(documents).titles["en"].split(), dice.randrange(8)
        return f'"{" ".join(words[at : at + 2])}"'

    return {
        "one word": (word, {}),
        "two words": (lambda: f"{word()} {word()}", {}),
        "OR of five": (lambda: " OR ".join(word() for _ in range(5)), {}),
        "phrase": (phrase, {}),
        "fielded": (lambda: f"title:{word()} text:{word()} published:[2000 TO 2010]", {}),
        "name and class": (lambda: f"applicant:{dice.choice(documents).names[0].split()[0]} IC:G", {}),
        "prefix": (lambda: f"{word(3)[:4]}*", {}),
        "number": (lambda: dice.choice(documents).number, {}),
        "near": (lambda: f"{word()} NEAR5 {word()}", {}),
        "approximate": (lambda: f"{word(5)}~", {}),
        "word, newest first": (word, {"sort": "newest"}),
        "word, by title": (word, {"sort": "title"}),
        "word and facets": (word, {"facets": FACETS}),
        "word, filter, facets": (word, {"facets": FACETS, "filters": {"office": ("EP",)}}),
        "everything, facets": (lambda: "*", {"facets": FACETS}),
        "all facets with names": (word, {"facets": (*FACETS, "name", "kind", "country")}),
    }


def milliseconds(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def spread(times):
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def found(engine, text, how):
    return engine.search(parse(text), **how)


def bare(engine, query):
    """tantivy alone with the same compiled query."""
    snapshot = engine._reader.snapshot()
    compiled = Compiler(snapshot.index, snapshot.languages).query(query)
    return milliseconds(lambda: snapshot.searcher.search(compiled, limit=20))


def measure_searches(engine, documents, repeat, dice):
    print(f"{'kind':24}{'p50 ms':>9}{'p95 ms':>9}{'hits':>9}{'tantivy p50':>13}{'ratio':>8}")
    for kind, (write, how) in kinds(dice, documents).items():
        texts = [write() for _ in range(repeat)]
        queries = [parse(text) for text in texts]
        for query in queries[:10]:
            engine.search(query, **how)
        p50, p95 = spread([milliseconds(partial(found, engine, text, how)) for text in texts])
        floor, _ = spread([bare(engine, query) for query in queries])
        hits = statistics.mean(engine.search(query, limit=0).total for query in queries)
        print(f"{kind:24}{p50:9.2f}{p95:9.2f}{hits:9.0f}{floor:13.3f}{p50 / floor:8.1f}")


def measure_pages(engine):
    cursor, times = None, []
    for _ in range(50):
        start = time.perf_counter()
        cursor = engine.search(Everything(), sort="newest", cursor=cursor).cursor
        times.append((time.perf_counter() - start) * 1000)
    print(f"\npage 1, 2 and 50 of everything by cursor: {times[0]:.2f}, {times[1]:.2f}, {times[-1]:.2f} ms")


def measure_publishing(engine, reader, documents):
    """From the call of ``writing`` to another engine's having found the record."""
    visible, whole = [], []
    for n in range(30):
        start = time.perf_counter()
        with engine.writing() as writer:
            writer.add([documents[n]])
            writer.commit()
            assert reader.get(documents[n].collection, documents[n].key)
            visible.append((time.perf_counter() - start) * 1000)
        whole.append((time.perf_counter() - start) * 1000)
    print("one record written and found: p50 {:.1f} ms, p95 {:.1f} ms".format(*spread(visible)))
    print("the whole writing block:      p50 {:.1f} ms, p95 {:.1f} ms".format(*spread(whole)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, default=20_000)
    arguments.add_argument("--repeat", type=int, default=200)
    chosen = arguments.parse_args()
    dice = random.Random(20)
    documents = list(records(dice, chosen.records))
    with tempfile.TemporaryDirectory() as folder:
        engine, reader = open_index(folder), open_index(folder)
        start = time.perf_counter()
        with engine.rebuilding() as writer:
            writer.add(documents)
        seconds = time.perf_counter() - start
        print(f"{len(documents):,} records indexed in {seconds:.1f} s ({len(documents) / seconds:,.0f} a second)\n")
        measure_searches(engine, documents, chosen.repeat, dice)
        measure_pages(engine)
        measure_publishing(engine, reader, documents)


if __name__ == "__main__":
    main()
