"""Writes a small network as an ONNX model: convolutions, their limits, sums and one mean.

The format is a protocol buffer; the few messages that are needed are written here, field by field, so that the package
``onnx`` (18 MB) is not. Field numbers are those of ``onnx.proto`` (IR version 8, operator set 13).
"""

from collections.abc import Iterable, Sequence

import numpy as np

from chancery.finder.pictures.drawing import Floats

_FLOAT, _IR, _OPERATORS = 1, 8, 13
_ATTRIBUTE_INT, _ATTRIBUTE_TEXT, _ATTRIBUTE_INTS = 2, 3, 7


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*found, value))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes | str) -> bytes:
    content = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _attribute(name: str, value: int | str | Sequence[int]) -> bytes:
    if isinstance(value, int):
        content = _number(3, value) + _number(20, _ATTRIBUTE_INT)
    elif isinstance(value, str):
        content = _bytes(4, value) + _number(20, _ATTRIBUTE_TEXT)
    else:
        content = b"".join(_number(8, one) for one in value) + _number(20, _ATTRIBUTE_INTS)
    return _bytes(5, _bytes(1, name) + content)


def _value(name: str, shape: Iterable[int | str]) -> bytes:
    """A named tensor of floats; a dimension that is a word is free."""
    sizes = (_bytes(2, one) if isinstance(one, str) else _number(1, one) for one in shape)
    dimensions = b"".join(_bytes(1, size) for size in sizes)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, _FLOAT) + _bytes(2, dimensions)))


class Model:
    """A graph that grows from ``given`` on; ``last`` is the name of what its newest node gives."""

    def __init__(self, given: str, shape: Sequence[int | str]) -> None:
        self.last = given
        self._given = _value(given, shape)
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def constant(self, value: Floats) -> str:
        """Numbers that belong to the network; their name."""
        name = f"c{len(self._constants)}"
        sizes = b"".join(_number(1, size) for size in value.shape)
        content = sizes + _number(2, _FLOAT) + _bytes(8, name) + _bytes(9, value.astype("<f4").tobytes())
        self._constants.append(content)
        return name

    def add(self, kind: str, *more: str, **attributes: int | str | Sequence[int]) -> str:
        """A node that takes what the newest one gives, and ``more``; the name of what it gives."""
        name = f"n{len(self._nodes)}"
        takes = b"".join(_bytes(1, one) for one in (self.last, *more))
        said = b"".join(_attribute(key, value) for key, value in attributes.items())
        self._nodes.append(takes + _bytes(2, name) + _bytes(4, kind) + said)
        self.last = name
        return name

    def convolution(self, weights: Floats, bias: Floats, *, stride: int = 1, groups: int = 1) -> None:
        """Padded as TensorFlow pads ("same"): what is over on one side only is at the end."""
        size = weights.shape[2]
        self.add(
            "Conv",
            self.constant(weights),
            self.constant(bias),
            auto_pad="SAME_UPPER",
            group=groups,
            kernel_shape=(size, size),
            strides=(stride, stride),
        )

    def limit(self, least: float, most: float) -> None:
        self.add("Clip", *(self.constant(np.array(one, dtype=np.float32)) for one in (least, most)))

    def written(self, shape: Sequence[int | str]) -> bytes:
        """The model; ``shape`` is that of what its newest node gives."""
        graph = (
            b"".join(_bytes(1, node) for node in self._nodes)
            + _bytes(2, "network")
            + b"".join(_bytes(5, one) for one in self._constants)
            + _bytes(11, self._given)
            + _bytes(12, _value(self.last, shape))
        )
        return _number(1, _IR) + _bytes(7, graph) + _bytes(8, _bytes(1, "") + _number(2, _OPERATORS))
