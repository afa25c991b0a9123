"""Similar marks: one declared recipe, explained for each mark that is found.

    index = build(Mark(key, name, classes) for ...)
    for similar in index.search("Rheosol", classes=(1, 19)):
        print(similar.score, similar.mark.name, [str(part.reason) for part in similar.parts])

    with_picture(similar, shown)  # the same, with a picture of finder.pictures that was found like the one asked with
    shelf = Shelf(folder)  # an index that is kept, and keeps up with what changes

``RECIPE`` names the parts and their weights. Names in any script are compared in Latin letters.
"""

from chancery.finder.similar.explaining import with_picture
from chancery.finder.similar.index import MOST, Index, build
from chancery.finder.similar.marks import REASONS, Mark, PartScore, Reason, Similar
from chancery.finder.similar.recipe import RECIPE, VERSION, Part
from chancery.finder.similar.shelf import Shelf
from chancery.finder.similar.together import Together

__all__ = [
    "MOST",
    "REASONS",
    "RECIPE",
    "VERSION",
    "Index",
    "Mark",
    "Part",
    "PartScore",
    "Reason",
    "Shelf",
    "Similar",
    "Together",
    "build",
    "with_picture",
]
