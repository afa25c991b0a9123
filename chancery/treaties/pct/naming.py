"""Names of persons, compared without regard to order, case, accents and punctuation."""

import re
import unicodedata

from chancery.treaties.pct.application import Signature


def words(name: str) -> frozenset[str]:
    """The words of a name: "WEBER, Anna" has those of "Anna Weber"."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return frozenset(re.findall(r"\w+", bare.casefold()))


def stands_for(signature: Signature, name: str) -> bool:
    """Whether a signature that says neither party nor agent is that of the person named, or given for that person:
    the name or the capacity has all words of the person's name.
    """
    wanted = words(name)
    return bool(wanted) and (wanted <= words(signature.name) or wanted <= words(signature.capacity))
