"""The network: read without its framework, written as a model that runs."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from chancery.finder.pictures import network, weights
from chancery.finder.pictures.drawing import drawn as drawing_of
from chancery.finder.pictures.network import LENGTH
from chancery.finder.pictures.onnx import Model
from chancery.finder.pictures.tests.drawings import drawn, turned

onnxruntime = pytest.importorskip("onnxruntime", reason="the extra requirements/pictures.txt is not installed")


def run(model: bytes, given: Any) -> Any:
    return onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]).run(None, {"given": given})[0]


def test_a_model_does_what_it_was_written_to_do() -> None:
    built = Model("given", (1, 1, 4, 4))
    kernel, bias = np.arange(9, dtype=np.float32).reshape(1, 1, 3, 3), np.array([1], np.float32)
    built.convolution(kernel, bias, stride=2)
    built.limit(0, 40)
    given = np.arange(16, dtype=np.float32).reshape(1, 1, 4, 4)
    padded = np.pad(given[0, 0], ((0, 1), (0, 1)))  # what is over is at the end
    sums = [[float((padded[y : y + 3, x : x + 3] * kernel[0, 0]).sum()) + 1 for x in (0, 2)] for y in (0, 2)]
    assert run(built.written((1, 1, 2, 2)), given)[0, 0] == pytest.approx(np.clip(sums, 0, 40))


def test_a_look_is_of_length_one_and_near_that_of_the_same_thing() -> None:
    known = network()
    assert known is not None
    house, turned_house, bolt = (
        known.look(drawing_of(one)) for one in (drawn("house"), turned("house", 10), drawn("bolt"))
    )
    assert house.shape == (LENGTH,)
    assert float(house @ house) == pytest.approx(1, abs=1e-5)
    assert float(house @ turned_house) > float(house @ bolt)


class Harmful:
    def __reduce__(self) -> Any:
        return print, ("run",)


def test_a_file_of_weights_can_run_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "weights.pth"
    file.write_bytes(b"".join(map(pickle.dumps, (weights._MAGIC, weights._PROTOCOL, {}, Harmful(), []))))
    with pytest.raises(ValueError, match="does not belong"):
        weights.read(file)
    assert capsys.readouterr().out == ""


def test_a_tensor_cannot_reach_beyond_its_numbers() -> None:
    with pytest.raises(ValueError, match="beyond"):
        weights._shaped(np.zeros(5, np.float32), 2, (2, 2), (2, 1))
    with pytest.raises(ValueError, match="beyond"):
        weights._shaped(np.zeros(5, np.float32), -1, (1,), (1,))


def test_another_file_is_no_file_of_weights(tmp_path: Path) -> None:
    file = tmp_path / "weights.pth"
    file.write_bytes(pickle.dumps(1) * 4)
    with pytest.raises(ValueError, match="older kind"):
        weights.read(file)
