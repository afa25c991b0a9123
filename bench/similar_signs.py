"""What a mark's picture adds to its name: real brands with their logos, name and logo both changed.

    .venv/bin/python -m bench.similar_signs [--logos ../shared/data/logos/simple_icons_svg] [--asked 400]

Needs ``requirements/pictures.txt`` and ``requirements/bench.txt``, as ``bench.similar_pictures``, whose changes of
logos it uses. All brands are marks with their names and logos. Asked for are some of them, drawn by lot: the name
with one of its words exchanged for another brand's, or with three letters changed where it is one word, so that it
often misleads; and the logo in one of the thirteen ways. Found is a mark at the first place, and among the first ten.
Three ways are told side by side: by the name alone, by the picture alone, and by both in the one score of the recipe.
"""

import argparse
import json
import random
import tempfile
from pathlib import Path

from bench.similar_marks import changed
from bench.similar_pictures import CHANGES, logos, saved
from chancery.finder.pictures import Index as Pictures
from chancery.finder.pictures import features, network
from chancery.finder.similar import Mark, Together, build, with_picture

FIRST, LIKELY, LETTERS = 10, 200, 3


def misnamed(dice, name, words):
    """One of its words, where it has more, is another's; or three letters are changed."""
    own = name.split()
    if len(own) > 1:
        own[dice.randrange(len(own))] = dice.choice(words)
        return " ".join(own)
    for _ in range(LETTERS):
        name = changed(dice, name)
    return name


def by_both(marks, pictures, name, picture):
    """As the search does: the nearest names and the nearest pictures, each with what the other says."""
    named = {one.mark.key: one for one in marks.search(name, limit=LIKELY)}
    near = {one.picture.record: one for one in pictures.search(picture, LIKELY)}
    near |= {one.picture.record: one for one in pictures.search(picture, LIKELY, within=set(named) - set(near))}
    others = [mark for key in set(near) - set(named) if (mark := marks.whole.get(key))]
    likely = [*named.values(), *marks.compare(name, (), others)]
    both = [with_picture(one, near[one.mark.key]) if one.mark.key in near else one for one in likely]
    return [one.mark.key for one in sorted(both, key=lambda one: -one.score)]


def place(keys, key):
    return keys.index(key) + 1 if key in keys else LIKELY + 1


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--logos", type=Path, default=Path("../shared/data/logos/simple_icons_svg"))
    arguments.add_argument("--asked", type=int, default=400)
    chosen = arguments.parse_args()
    dice, net = random.Random(7), network()
    titles = {one["slug"]: one["title"] for one in json.loads((chosen.logos.parent / "simple-icons.json").read_text())}
    slugs = [file.stem for file in sorted(chosen.logos.glob("*.svg"))]
    all_logos = dict(zip(slugs, logos(chosen.logos), strict=True))
    names = {slug: titles.get(slug, slug) for slug in slugs}
    words = [word for name in names.values() for word in name.split()]
    marks = Together.of(build(Mark(slug, name) for slug, name in names.items()), {})
    ways = {"name alone": [], "picture alone": [], "both": []}
    with tempfile.TemporaryDirectory() as folder:
        pictures = Pictures(Path(folder) / "pictures", looks=True)
        with pictures.writing() as writer:
            for slug, logo in all_logos.items():
                writer.add(slug, {"logo": features(saved(logo.drawn()), net)})
        print(f"{len(marks):,} marks with {len(pictures):,} pictures")
        for slug in dice.sample(slugs, chosen.asked):
            change = dice.choice(list(CHANGES.values()))
            try:
                picture = features(saved(change(all_logos[slug], dice)), net)
            except ValueError:  # cut where nothing is drawn
                continue
            name = misnamed(dice, names[slug], words)
            ways["name alone"].append(place([one.mark.key for one in marks.search(name, limit=LIKELY)], slug))
            found = [one.picture.record for one in pictures.search(picture, LIKELY)]
            ways["picture alone"].append(place(found, slug))
            ways["both"].append(place(by_both(marks, pictures, name, picture), slug))
    for way, places in ways.items():
        first, ten = (sum(one <= most for one in places) / len(places) for most in (1, FIRST))
        print(f"  {way:14} first {first:.3f}   among the first {FIRST} {ten:.3f}   of {len(places)}")


if __name__ == "__main__":
    main()
