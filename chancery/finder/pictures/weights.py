"""Reads the weights of a network from a file of PyTorch's older kind, without PyTorch.

The file is a series of pickles and then bare numbers. A pickle can call anything; here it may make tables and tensors,
and nothing else.
"""

import pickle
from collections import OrderedDict
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.lib.stride_tricks import as_strided

from chancery.finder.pictures.drawing import Floats

_MAGIC, _PROTOCOL = 0x1950A86A20F9469CFC6C, 1001
_KINDS = {"FloatStorage": "<f4", "LongStorage": "<i8"}


class _Careful(pickle.Unpickler):
    """Knows a table, a tensor and two kinds of numbers; anything else is refused."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _tensor
        if module == "torch" and name in _KINDS:
            return name
        raise ValueError(f"{module}.{name} does not belong into a file of weights")

    def persistent_load(self, pid: Any) -> tuple[str, str]:
        _word, kind, key, *_more = pid
        return kind, key


def _tensor(storage: tuple[str, str], offset: int, size: tuple[int, ...], steps: tuple[int, ...], *_: Any) -> Any:
    return storage, offset, size, steps


def read(path: Path) -> dict[str, Floats]:
    """Each tensor by its name. Raises ``ValueError`` where the file is another one than expected."""
    with path.open("rb") as file:
        if _next(file) != _MAGIC or _next(file) != _PROTOCOL:
            raise ValueError(f"{path} is no file of weights of the older kind")
        _next(file)
        tensors, keys = _next(file), _next(file)
        kinds = {key: kind for (kind, key), *_ in tensors.values()}
        numbers = {key: _numbers(file, _KINDS[kinds[key]]) for key in keys}
    return {name: _shaped(numbers[key], *where) for name, ((_kind, key), *where) in tensors.items()}


def _next(file: BinaryIO) -> Any:
    return _Careful(file).load()


def _numbers(file: BinaryIO, kind: str) -> Any:
    count = int(np.frombuffer(file.read(8), dtype="<i8")[0])
    size = np.dtype(kind).itemsize * count
    return np.frombuffer(file.read(size), dtype=kind)


def _shaped(numbers: Any, offset: int, size: tuple[int, ...], steps: tuple[int, ...]) -> Floats:
    """The tensor, copied into the usual order. Raises ``ValueError`` where it reaches beyond its numbers."""
    last = offset + sum((length - 1) * step for length, step in zip(size, steps, strict=True))
    if last >= len(numbers) or min((offset, *steps), default=0) < 0:
        raise ValueError("a tensor reaches beyond its numbers")
    bare = as_strided(numbers[offset:], size, [step * numbers.itemsize for step in steps])
    return np.ascontiguousarray(bare)
