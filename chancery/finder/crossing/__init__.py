"""Searching across languages: what a query's words are called in others, shown and chosen before it is searched.

    found = crossings(parse("battery charger"), Sources(shipped()), into=("de", "fr"))
    query = crossed(query, found)   # (battery OR batterie OR …) AND …

Nothing is translated behind anybody's back: what is added is words of the query, which everyone can read and change.
"""

from chancery.finder.crossing.expanding import Candidate, Crossing, Sources, crossed, crossings, kept
from chancery.finder.crossing.thesaurus import Thesaurus, shipped

__all__ = ["Candidate", "Crossing", "Sources", "Thesaurus", "crossed", "crossings", "kept", "shipped"]
