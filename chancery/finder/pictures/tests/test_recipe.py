"""What the parts of the recipe see, and what they do not mind."""

import numpy as np
import pytest
from PIL import Image

from chancery.finder.pictures import REASONS, Features, Unreadable, features, network, outlines, parts, recipe
from chancery.finder.pictures.scoring import scores
from chancery.finder.pictures.tests.drawings import SHAPES, drawn, mirrored, saved, small_in_a_corner, turned

CHANGED = {
    "turned": lambda name: turned(name, 25),
    "turned to the side": lambda name: turned(name, 90),
    "mirrored": mirrored,
    "in other colours": lambda name: drawn(name, ink=(200, 40, 30), paper=(240, 230, 190)),
    "light on dark": lambda name: drawn(name, ink="white", paper="navy"),
    "as an outline": lambda name: drawn(name, line=4),
    "small in a corner": small_in_a_corner,
}


def of(picture: Image.Image, *, looks: bool = False) -> Features:
    return features(saved(picture), network() if looks else None)


def many(found: list[Features]) -> Features:
    return Features.unpacked([one.packed() for one in found])


@pytest.mark.parametrize("how", CHANGED)
@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_that_was_changed_is_still_the_nearest(name: str, how: str) -> None:
    everything = many([of(drawn(one)) for one in SHAPES])
    total = scores(of(CHANGED[how](name)), everything).total
    assert list(SHAPES)[int(total.argmax())] == name


def test_the_same_picture_scores_one_and_every_part_says_why() -> None:
    one = of(drawn("house"))
    found = scores(one, many([one]))
    assert found.total[0] == pytest.approx(1, abs=2e-3)
    explained = found.explained(0)
    assert [part.name for part in explained] == ["pattern", "outline"]
    assert sum(part.weight for part in explained) == pytest.approx(1)
    assert [str(part.reason) for part in explained] == [
        "256 of 256 fields are light or dark in both.",
        "The edges lie alike: 100 percent.",
    ]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (turned("steps", 90), "turned by about 90 degrees"),
        (turned("steps", -45), "turned by about 315 degrees"),
        (mirrored("steps"), "as in a mirror"),
    ],
)
def test_the_reason_says_how_it_was_turned(changed: Image.Image, words: str) -> None:
    [*_, edges] = scores(of(drawn("steps")), many([of(changed)])).explained(0)
    assert words in str(edges.reason)


def test_colours_do_not_count() -> None:
    blue, light = of(drawn("bolt")), of(drawn("bolt", ink="white", paper=(150, 20, 20)))
    assert (blue.pattern == light.pattern).mean() > 0.9
    assert float((blue.outline * light.outline).sum()) > 0.97


def test_the_waves_by_which_candidates_are_found_do_not_change_with_a_turn() -> None:
    as_is, turned_by = outlines.waves(np.stack([of(drawn("bolt")).outline, of(turned("bolt", 33)).outline]))
    assert float(as_is @ turned_by) > 0.95


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        saved(Image.new("RGB", (50, 50), "white")),
        saved(drawn("tree"))[:200],
        saved(drawn("tree"), "GIF"),
    ],
)
def test_what_shows_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        features(data, None)


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (400, 2)])
def test_a_picture_of_any_size_is_measured_or_refused(size: tuple[int, int]) -> None:
    picture = Image.new("L", size, 255)
    picture.putpixel((0, 0), 0)
    try:
        found = features(saved(picture), None)
    except Unreadable:
        return
    assert np.isfinite(found.outline).all()


def test_what_is_clear_is_paper() -> None:
    clear = drawn("tree").convert("RGBA")
    clear.putalpha(clear.convert("L").point(lambda light: 0 if light == 255 else 255))
    assert (of(clear).pattern == of(drawn("tree")).pattern).all()


def test_every_part_and_reason_is_declared() -> None:
    assert sum(part.weight for part in recipe.RECIPE) == pytest.approx(1)
    assert [part.name for part in parts(looks=False)] == ["pattern", "outline"]
    assert set(recipe.FLOORS) == {part.name for part in recipe.RECIPE}
    assert all(text.endswith(".") for text in REASONS.values())
