"""Similar marks: one declared recipe, explained for each mark that is found.

    index = build(Mark(key, name, classes) for ...)
    for similar in index.search("Rheosol", classes=(1, 19)):
        print(similar.score, similar.mark.name, [str(part.reason) for part in similar.parts])

``RECIPE`` names the parts and their weights. Names in any script are compared in Latin letters.
"""

from chancery.finder.similar.index import MOST, Index, build
from chancery.finder.similar.marks import REASONS, Mark, PartScore, Reason, Similar
from chancery.finder.similar.recipe import RECIPE, VERSION, Part

__all__ = ["MOST", "REASONS", "RECIPE", "VERSION", "Index", "Mark", "Part", "PartScore", "Reason", "Similar", "build"]
