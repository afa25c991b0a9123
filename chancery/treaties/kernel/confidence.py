"""How sure a statement is: a mark that travels from the data to the page."""

from typing import Literal

Confidence = Literal["rule", "practice", "unverified"]
"""``rule``: follows from the text or from a published list. ``practice``: what an office is seen to do, or
a second-hand source. ``unverified``: noted from memory or taken from a pattern; to be checked before anyone
relies on it.
"""


def least(*marks: Confidence) -> Confidence:
    """The weakest of several marks: a result is no surer than what it rests on."""
    if "unverified" in marks:
        return "unverified"
    return "practice" if "practice" in marks else "rule"
