"""The pattern of a drawing: a perceptual hash of 256 bits, after the usual one (pHash) of 64.

Of the drawing in a square of 64 dots the slow waves are taken (discrete cosine transform, 16 by 16); a bit says whether
a wave is stronger than the median.
"""

import numpy as np
import numpy.typing as npt

from chancery.finder.pictures.drawing import Drawing, Floats

Bits = npt.NDArray[np.uint8]

SIDE, WAVES = 64, 16
BITS = WAVES * WAVES


def _cosines() -> Floats:
    dots, waves = np.arange(SIDE), np.arange(WAVES)[:, None]
    return np.cos(np.pi * waves * (2 * dots + 1) / (2 * SIDE)).astype(np.float32)


_COSINES = _cosines()


def pattern(drawing: Drawing) -> Bits:
    """The bits, packed in bytes."""
    waves = _COSINES @ drawing.stretched(SIDE) @ _COSINES.T
    return np.packbits(waves > np.median(waves))


def alike(asked: Bits, others: Bits) -> Floats:
    """The share of bits that each of the others (rows) has in common with the one asked for."""
    differing = np.bitwise_count(asked ^ others).sum(axis=1)
    return (1 - differing / BITS).astype(np.float32)
