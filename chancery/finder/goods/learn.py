"""Make the weights and the common names anew: ``python -m chancery.finder.goods.learn [RECORDS_FOLDER] [OUT_FOLDER]``.

RECORDS_FOLDER is ``data`` of the shared records, beside the checkout unless it is said. What may be learnt from and
what may be shipped is decision 0019; ``data/PROVENANCE.md`` tells the sources.
"""

import sys
from pathlib import Path

from chancery.finder.goods.assistant import NAMES, SHIPPED, WEIGHTS
from chancery.finder.goods.learning import examples, learn
from chancery.finder.goods.naming import common
from chancery.finder.goods.sources import Listed, accepted, alphabetical, records
from chancery.finder.goods.terms import write

SOURCE = "EUIPO"
YEAR = "2020"


def lists(shared: Path) -> tuple[list[Listed], list[Listed]]:
    """What the register's records list, and what the English lists do."""
    classifications = shared / "classifications"
    registered = list(records(shared / "trademarks" / "euipo_em_tm_xml"))
    english = [
        *alphabetical(classifications / "nice_ncl10_2015_kemitchell.json"),
        *accepted(classifications / "tmclass_india_accepted_terms_class1_10.csv"),
    ]
    return registered, english


def main(shared: Path, out: Path) -> None:
    registered, english = lists(shared)
    out.mkdir(parents=True, exist_ok=True)
    names = common(registered, f"{SOURCE} {YEAR}")
    write(names, out / NAMES)
    told = {"register": SOURCE, "year": YEAR, "holders": len({one.holder for one in registered})}
    weights = learn(examples([*registered, *english]), told)
    weights.save(out / WEIGHTS)
    print(f"{len(names):,} common names; weights learnt from {weights.told['terms']:,} terms")


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:3]]
    main(given[0] if given else Path("../shared/data"), given[1] if len(given) > 1 else SHIPPED)
