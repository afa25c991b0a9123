"""How well similar pictures are found, and how fast: real logos, each changed as people change them.

    .venv/bin/python -m bench.similar_pictures [--logos ../shared/data/logos/simple_icons_svg] [--asked 60]

Needs ``requirements/pictures.txt`` and ``requirements/bench.txt`` (resvg, which draws the logos). All logos, in their
brands' colours, are in the index; asked for are some of them, changed: turned, cut, mirrored, in other colours, drawn
again as an outline (the path of the logo with a line instead of a surface), small in a corner, with noise, stretched.
Found is one that is among the first ten; where others score the same, half of them count as better.

The logos asked for are drawn by lot, in two halves. On the first the weights are chosen: the mean of those that find
about the most, of every vector in steps of 0.05. The floors are what half of all unrelated pairs stay under. On the
second half it is told how well the recipe does, as it stands in ``finder/pictures/recipe.py``, with everything and
without the network. The peer is perceptual hashing alone: the usual hash (pHash: 32 by 32 grey dots, the 64 slowest
waves, above or below their median) of the picture as it is, and of what our own drawing makes of it.

Then the index: seconds to measure and to build it, milliseconds for a question, and the share of the first ten places
that have a score as good as in scoring every picture.
"""

import argparse
import io
import itertools
import json
import os
import random
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import resvg_py
from PIL import Image, ImageOps

from chancery.finder.pictures import Index, features, network
from chancery.finder.pictures.drawing import read
from chancery.finder.pictures.features import Features
from chancery.finder.pictures.recipe import FLOORS, WEIGHTS
from chancery.finder.pictures.scoring import above, scores, weighed

FIRST, STEPS, SIZE = 10, 20, 240
NEARLY = 0.002  # of the mean recall
WAVES = np.array([[np.cos(np.pi * wave * (2 * dot + 1) / 64) for dot in range(32)] for wave in range(8)])


@dataclass(frozen=True)
class Logo:
    svg: str
    ink: str

    @property
    def ground(self):
        light = sum(int(self.ink[at : at + 2], 16) for at in (1, 3, 5)) > 600
        return "#202020" if light else "#ffffff"

    def drawn(self, *, ink="", ground="", style="", size=SIZE):
        style = style or f"path {{ fill: {ink or self.ink} }}"
        png = resvg_py.svg_to_bytes(
            svg_string=self.svg, width=size, background=ground or self.ground, style_sheet=style, skip_system_fonts=True
        )
        return Image.open(io.BytesIO(png)).convert("RGB")


def logos(folder):
    colours = {one["slug"]: f"#{one['hex']}" for one in json.loads((folder.parent / "simple-icons.json").read_text())}
    return [Logo(file.read_text(), colours.get(file.stem, "#000000")) for file in sorted(folder.glob("*.svg"))]


def on_sheet(picture, ground, *, share=0.8):
    """With some ground around it, as a logo on a page has."""
    sheet = Image.new("RGB", (SIZE, SIZE), ground)
    side = round(SIZE * share)
    sheet.paste(picture.resize((side, side)), ((SIZE - side) // 2, (SIZE - side) // 2))
    return sheet


def turned(degrees):
    def change(logo, _dice):
        return on_sheet(logo.drawn(), logo.ground, share=0.68).rotate(degrees, Image.BICUBIC, fillcolor=logo.ground)

    return change


def at_any_angle(logo, dice):
    return turned(dice.uniform(20, 340))(logo, dice)


def mirrored(logo, _dice):
    return ImageOps.mirror(logo.drawn())


def cut(share):
    def change(logo, dice):
        side = round(SIZE * share)
        left, upper = dice.randint(0, SIZE - side), dice.randint(0, SIZE - side)
        return logo.drawn().crop((left, upper, left + side, upper + side))

    return change


def recoloured(logo, dice):
    ink = "#" + "".join(f"{dice.randint(0, 150):02x}" for _ in range(3))
    ground = "#" + "".join(f"{dice.randint(190, 255):02x}" for _ in range(3))
    return logo.drawn(ink=ink, ground=ground)


def light_on_dark(logo, _dice):
    return logo.drawn(ink="#ffffff", ground=logo.ink if logo.ground == "#ffffff" else "#404040")


def as_outline(width):
    def change(logo, _dice):
        style = f"path {{ fill: none; stroke: #000000; stroke-width: {width} }} svg {{ overflow: visible }}"
        return on_sheet(logo.drawn(ground="#ffffff", style=style), "#ffffff")

    return change


def small(logo, dice):
    sheet = Image.new("RGB", (SIZE, SIZE), logo.ground)
    sheet.paste(logo.drawn(size=48), (dice.randint(0, SIZE - 48), dice.randint(0, SIZE - 48)))
    return sheet


def noisy(logo, dice):
    grain = np.random.default_rng(dice.randint(0, 10**6)).normal(0, 25, (SIZE, SIZE, 3))
    picture = Image.fromarray((np.asarray(logo.drawn()) + grain).clip(0, 255).astype(np.uint8))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=30)
    return Image.open(written)


def stretched(logo, _dice):
    return logo.drawn().resize((round(SIZE * 1.3), SIZE))


CHANGES = {
    "turned by 15 degrees": turned(15),
    "turned by 90 degrees": turned(90),
    "turned by any angle": at_any_angle,
    "mirrored": mirrored,
    "cut to 80 % of each side": cut(0.8),
    "cut to 65 % of each side": cut(0.65),
    "other colours": recoloured,
    "light on dark": light_on_dark,
    "outline, thin line": as_outline(0.3),
    "outline, thick line": as_outline(0.8),
    "small, in a corner": small,
    "noise and JPEG": noisy,
    "stretched by 30 %": stretched,
}


def saved(picture):
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def hashed(dots):
    waves = WAVES @ dots @ WAVES.T
    return np.packbits(waves > np.median(waves))


def hash_as_is(png):
    grey = Image.open(io.BytesIO(png)).convert("L").resize((32, 32), Image.LANCZOS)
    return hashed(np.asarray(grey, dtype=np.float32))


def hash_of_drawing(png):
    return hashed(read(png).stretched(32))


def rank(alike, itself):
    """The place of the one that was changed; half of those as good as it are before it."""
    better, same = (alike > alike[itself] + 1e-7).sum(), (abs(alike - alike[itself]) <= 1e-7).sum() - 1
    return 1 + better + same / 2


def vectors(parts):
    """Every vector of weights in steps."""
    ends = itertools.combinations(range(1, STEPS), len(parts) - 1)
    for end in ends:
        yield dict(zip(parts, np.diff((0, *end, STEPS)) / STEPS, strict=True))


def stacked(found):
    return Features(
        np.stack([one.look for one in found]),
        np.stack([one.pattern for one in found]),
        np.stack([one.outline for one in found]),
    )


def near(asked, hashes):
    return -np.bitwise_count(hashes ^ asked).sum(axis=1).astype(np.float32)


def ask(all_logos, chosen, everything, hashes, dice):
    net = network()
    ranks = {change: {} for change in CHANGES}
    kept, unrelated = {change: [] for change in CHANGES}, {part: [] for part in WEIGHTS}
    for (name, change), at in itertools.product(CHANGES.items(), chosen):
        png = saved(change(all_logos[at], dice))
        try:
            asked = features(png, net)
        except ValueError:  # cut where nothing is drawn
            continue
        found = scores(asked, everything)
        ways = {
            "hash": near(hash_as_is(png), hashes[0]),
            "hash, drawing": near(hash_of_drawing(png), hashes[1]),
            **found.alike,
            "no network": weighed({part: one for part, one in found.parts.items() if part != "look"}),
            "recipe": found.total,
        }
        for way, alike in ways.items():
            ranks[name].setdefault(way, []).append(rank(alike, at))
        likely = np.unique(np.concatenate([np.argpartition(-one, 200)[:200] for one in found.alike.values()] + [[at]]))
        kept[name].append(({part: one[likely] for part, one in found.alike.items()}, list(likely).index(at)))
        for part, one in found.alike.items():
            unrelated[part].extend(dice.sample(one.tolist(), 20))
    return ranks, kept, unrelated


def choose(kept, unrelated):
    floors = {part: round(float(np.median(found)), 2) for part, found in unrelated.items()}
    print("\nOn the first half:")
    print(f"  half of all unrelated pairs stay under {floors}; the recipe has {FLOORS}")
    parts = [
        [({part: above(part, one) for part, one in alike.items()}, at) for alike, at in questions]
        for questions in kept.values()
    ]
    tried = list(vectors(tuple(WEIGHTS)))
    worth = np.array(
        [
            np.mean([np.mean([rank(weighed(one, v), at) <= FIRST for one, at in asked]) for asked in parts])
            for v in tried
        ]
    )
    good = [vector for vector, found in zip(tried, worth, strict=True) if found >= worth.max() - NEARLY]
    mean = {part: round(float(np.mean([vector[part] for vector in good])), 2) for part in WEIGHTS}
    print(f"  of {len(tried)} vectors the best finds {worth.max():.3f}, the worst {worth.min():.3f};")
    print(f"  the mean of those within {NEARLY} of the best is {mean}; the recipe has {WEIGHTS}")


def tell(ranks):
    ways = list(next(iter(ranks.values())))
    print(f"\nOn the second half, among the first {FIRST}:")
    print(f"  {'':26}" + "".join(f"{way:>15}" for way in ways))
    rows = {change: [np.mean(np.array(found[way]) <= FIRST) for way in ways] for change, found in ranks.items()}
    rows["mean of all changes"] = np.mean(list(rows.values()), axis=0)
    for change, found in rows.items():
        print(f"  {change:26}" + "".join(f"{one:15.3f}" for one in found))


def measure_index(everything, pngs, all_logos, chosen, dice):
    changes = list(CHANGES.values())
    asked = [saved(changes[place % len(changes)](all_logos[at], dice)) for place, at in enumerate(chosen)]
    with tempfile.TemporaryDirectory() as place:
        index = Index(Path(place) / "index", looks=True)
        start = time.perf_counter()
        with index.writing() as writer:
            for at in range(len(pngs)):
                one = Features(everything.look[at], everything.pattern[at], everything.outline[at])
                writer.add(str(at), {"": one})
        built = time.perf_counter() - start
        size = sum(file.stat().st_size for file in Path(place).rglob("*") if file.is_file())
        print(f"\nIndex of {len(index):,}: written, with its ways in, in {built:.1f} s; {size / 2**20:.0f} MiB")
        measuring, searching, recalls = [], [], []
        for png in asked:
            start = time.perf_counter()
            try:
                one = features(png, network())
            except ValueError:
                continue
            between = time.perf_counter()
            found = index.search(one, FIRST)
            searching.append(1000 * (time.perf_counter() - between))
            measuring.append(1000 * (between - start))
            least = index.exhaustive(one, FIRST)[-1].score
            recalls.append(sum(hit.score >= least - 1e-5 for hit in found) / FIRST)
        for label, times in (("measuring a picture", measuring), ("searching", searching)):
            p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            print(f"  {label:22} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms")
        share = statistics.mean(recalls)
        print(f"  {len(recalls)} asked; of the first {FIRST} places {share:.3f} are as good as by scoring all")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--logos", type=Path, default=Path("../shared/data/logos/simple_icons_svg"))
    arguments.add_argument("--asked", type=int, default=60, help="logos of each half, each changed in every way")
    chosen = arguments.parse_args()
    print(f"load before {os.getloadavg()[0]:.1f}")
    dice, all_logos = random.Random(11), logos(chosen.logos)
    pngs = [saved(logo.drawn()) for logo in all_logos]
    start = time.perf_counter()
    everything = stacked([features(png, network()) for png in pngs])
    print(f"{len(pngs):,} logos measured in {time.perf_counter() - start:.0f} s")
    hashes = [np.stack([make(png) for png in pngs]) for make in (hash_as_is, hash_of_drawing)]
    lot = dice.sample(range(len(pngs)), 2 * chosen.asked)
    _, kept, unrelated = ask(all_logos, lot[: chosen.asked], everything, hashes, dice)
    choose(kept, unrelated)
    ranks, _, _ = ask(all_logos, lot[chosen.asked :], everything, hashes, dice)
    tell(ranks)
    measure_index(everything, pngs, all_logos, lot[chosen.asked :], dice)
    print(f"load after {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
