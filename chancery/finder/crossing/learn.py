"""Make the thesaurus anew: ``python -m chancery.finder.crossing.learn [RECORDS_FOLDER] [FILE]``.

RECORDS_FOLDER is ``data`` of the shared records, beside the checkout unless it is said. What may be learnt from and
what may be shipped is decision 0019; ``data/PROVENANCE.md`` tells the sources.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from chancery.finder.crossing.learning import learn
from chancery.finder.crossing.thesaurus import ENGLISH, SHIPPED, Pair, write
from chancery.finder.goods.naming import common
from chancery.finder.goods.sources import Listed, records


def pairs(listed: Iterable[Listed]) -> list[Pair]:
    """The words that are learnt, and the common names of which one side is several words or a compound."""
    known = [one for one in listed if one.registered and one.holder]
    return sorted({*learn(known), *_names(known)}, key=lambda one: (one.language, one.text, one.english))


def _names(listed: Iterable[Listed]) -> Iterable[Pair]:
    by_thing: dict[str, dict[str, str]] = defaultdict(dict)
    for name in common(listed, ""):
        if name.group:
            by_thing[name.group][name.language] = name.text
    for called in by_thing.values():
        english = called.pop(ENGLISH, "")
        if " " in english:
            yield from (Pair(language, text, english, 1.0) for language, text in called.items())


def main(shared: Path, file: Path) -> None:
    found = pairs(records(shared / "trademarks" / "euipo_em_tm_xml"))
    file.parent.mkdir(parents=True, exist_ok=True)
    write(found, file)
    print(f"{len(found):,} pairs of {len({one.language for one in found})} languages with English")


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:3]]
    main(given[0] if given else Path("../shared/data"), given[1] if len(given) > 1 else SHIPPED)
