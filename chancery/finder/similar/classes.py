"""Which Nice classes are near each other: as often as they are filed together in the very register that is searched.

Nearness of two classes is the number of marks with both over the geometric mean of the numbers with each (the cosine);
a few marks more are counted to each (``CAUTION``), so that two rare classes met once are not taken for neighbours.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

LAST = 45
CAUTION = 5


def nearness(all_classes: Iterable[Sequence[int]]) -> npt.NDArray[np.float32]:
    """A table of classes by classes; the same class is 1."""
    together = np.zeros((LAST + 1, LAST + 1), dtype=np.float64)
    for classes, marks in Counter(map(tuple, all_classes)).items():
        together[np.ix_(classes, classes)] += marks
    each = np.diagonal(together) + CAUTION
    near = together / np.sqrt(np.outer(each, each))
    np.fill_diagonal(near, 1)
    return near.astype(np.float32)


def nearest(near: npt.NDArray[np.float32], ours: Sequence[int], theirs: Sequence[int]) -> tuple[float, int, int]:
    """The nearest class of ours and of theirs, and how near they are. Neither may be empty."""
    table = near[np.ix_(ours, theirs)]
    our, their = divmod(int(table.argmax()), len(theirs))
    return float(table[our, their]), ours[our], theirs[their]
