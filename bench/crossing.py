"""A thing asked for in one language, found in lists of goods and services that are told in another.

    .venv/bin/python -m bench.crossing [--queries 100] [--meanings]

Every seventh mark is kept apart from what the thesaurus is learnt from. Asked is for the things that its lists name, in
English and then in each other language; searched are all lists in the other language, in the embedded engine, ordered
by BM25. A list in which the thing stands is right. Beside it: the same words, asked as they are.
"""

import argparse
import os
import random
import statistics
import tempfile
from collections import defaultdict
from pathlib import Path
from zlib import crc32

from chancery.finder import Document, Term, any_of, open_index
from chancery.finder.crossing import Sources, Thesaurus, crossed, crossings
from chancery.finder.crossing.learn import pairs
from chancery.finder.crossing.vectors import ANY_LANGUAGE, LANGUAGES, Meanings, available
from chancery.finder.goods.folding import LANGUAGES as TOLD
from chancery.finder.goods.sources import records
from chancery.finder.words import tokens

EVERY = 7
FIRST = 50  # hits among which the right one is looked for


def kept_apart(one):
    return crc32(one.holder.encode()) % EVERY == 0


def documents(listed, language):
    """A document for each list: what one holder lists in one class, in one language."""
    lists = defaultdict(list)
    for one in listed:
        if language in one.names:
            lists[one.holder, one.number].append(one.names[language])
    for (holder, number), texts in lists.items():
        yield Document(
            collection="marks",
            key=f"{holder}-{number}",
            text="; ".join(texts),
            language=language,
        )


def asked(listed, source, target, queries):
    """Things of marks that were kept apart, with the lists in which they stand."""
    right = defaultdict(set)
    for one in listed:
        if source in one.names and target in one.names:
            right[one.names[source].lower()].add(f"{one.holder}-{one.number}")
    told = [one for one in listed if kept_apart(one) and {source, target} <= set(one.names)]
    apart = sorted({one.names[source].lower() for one in told})
    chosen = random.Random(1).sample(apart, min(queries, len(apart)))
    return [(text, right[text]) for text in chosen if len(tokens(text)) <= 8]


def rank(engine, query, right):
    """The reciprocal of the place of the first list that is right; 0 where there is none among the first."""
    for place, hit in enumerate(engine.search(query, limit=FIRST).hits, 1):
        if hit.document.key in right:
            return 1 / place
    return 0.0


def words(text):
    return any_of(Term(word) for word in dict.fromkeys(tokens(text)))


def one_way(engine, things, sources, source, target):
    """The mean reciprocal rank of the words as they are, and with what they are called in the other language."""
    plain, across = [], []
    for text, right in things:
        query = words(text)
        wider = crossed(query, crossings(query, sources, into=(target, ANY_LANGUAGE), written=(source,)))
        plain.append(rank(engine, query, right))
        across.append(rank(engine, wider, right))
    return statistics.fmean(plain), statistics.fmean(across)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=100, help="things asked for, each way")
    parser.add_argument("--meanings", action="store_true", help="and words that mean alike, by the encoder")
    parser.add_argument("--records", type=Path, default=Path("../shared/data/trademarks/euipo_em_tm_xml"))
    given = parser.parse_args()
    before = os.getloadavg()[0]
    listed = list(records(given.records))
    thesaurus = Thesaurus(pairs(one for one in listed if not kept_apart(one)))
    print(f"{'':10}{'from English':>24}{'into English':>24}")
    print(f"{'':10}" + f"{'plain':>12}{'crossed':>12}" * 2)
    rows = []
    for language in (one for one in TOLD if one != "en"):
        rows.append(measured(listed, thesaurus, language, given))
        print(f"{language:10}" + "".join(f"{one:12.3f}" for one in rows[-1]), flush=True)
    print(f"{'mean':10}" + "".join(f"{statistics.fmean(column):12.3f}" for column in zip(*rows, strict=True)))
    print(f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after")


def measured(listed, thesaurus, language, given):
    found = []
    for source, target in (("en", language), (language, "en")):
        with tempfile.TemporaryDirectory() as folder:
            engine = open_index(folder)
            made = list(documents(listed, target))
            with engine.writing() as writer:
                writer.add(made)
            meanings = None
            if given.meanings and available() and {source, target} <= set(LANGUAGES):
                meanings = Meanings.of(word for one in made for word in tokens(one.text))
            things = asked(listed, source, target, given.queries)
            found += one_way(engine, things, Sources(thesaurus, meanings), source, target)
            engine.close()
    return found


if __name__ == "__main__":
    main()
