"""What is measured of a picture: the numbers and bits that the recipe compares."""

from dataclasses import dataclass

import numpy as np

from chancery.finder.pictures import drawing, outlines, patterns
from chancery.finder.pictures.drawing import Drawing, Floats
from chancery.finder.pictures.network import LENGTH, Network
from chancery.finder.pictures.patterns import Bits

_HALF = np.dtype("<f2")
"""Kept in half precision: what is lost is less than a thousandth."""


@dataclass(frozen=True, eq=False)
class Features:
    """Of one picture (``look`` of shape (1280,), ``pattern`` (32,), ``outline`` (2, 12, 64)), or of many, with one axis
    more in front. ``look`` is None without the network.
    """

    look: Floats | None
    pattern: Bits
    outline: Floats

    def packed(self) -> tuple[bytes | None, bytes, bytes]:
        """As bytes, of one picture."""
        look = None if self.look is None else self.look.astype(_HALF).tobytes()
        return look, self.pattern.tobytes(), self.outline.astype(_HALF).tobytes()

    @classmethod
    def unpacked(cls, rows: list[tuple[bytes | None, bytes, bytes]]) -> "Features":
        """Of many pictures, from the bytes of each. All of them have a look, or none."""
        looks = [row[0] for row in rows if row[0] is not None]
        count = len(rows)
        return cls(
            _floats(looks).reshape(count, LENGTH) if looks else None,
            np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(count, patterns.BITS // 8),
            _floats([row[2] for row in rows]).reshape(count, *outlines.SHAPE),
        )


def _floats(rows: list[bytes]) -> Floats:
    return np.frombuffer(b"".join(rows), _HALF).astype(np.float32)


def features(picture: bytes, network: Network | None) -> Features:
    """Measure a picture file (JPEG, PNG, TIFF). Raises `drawing.Unreadable`."""
    return measured(drawing.read(picture), network)


def measured(drawn: Drawing, network: Network | None) -> Features:
    """Measure what is drawn."""
    look = network.look(drawn) if network else None
    return Features(look, patterns.pattern(drawn), outlines.outline(drawn))
