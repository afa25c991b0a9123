"""Similar pictures: one declared recipe, explained for each picture that is found.

    index = Index(folder, looks=network() is not None)
    with index.writing() as writer:
        writer.add("designs/DM000001", {"front": features(file, network())})
    for similar in index.search(features(asked, network())):
        print(similar.score, similar.picture.record, [str(part.reason) for part in similar.parts])

``RECIPE`` names the parts and their weights. Without the extra ``requirements/pictures.txt`` it goes without the look.
"""

from chancery.finder.pictures.drawing import Unreadable
from chancery.finder.pictures.features import Features, features
from chancery.finder.pictures.index import MOST, Index, SimilarPicture, Writer
from chancery.finder.pictures.network import network
from chancery.finder.pictures.recipe import RECIPE, VERSION, parts
from chancery.finder.pictures.scoring import REASONS
from chancery.finder.pictures.shelf import Picture

__all__ = [
    "MOST",
    "REASONS",
    "RECIPE",
    "VERSION",
    "Features",
    "Index",
    "Picture",
    "SimilarPicture",
    "Unreadable",
    "Writer",
    "features",
    "network",
    "parts",
]
