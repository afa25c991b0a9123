"""Where a provision is explained: the address of a citation's own page, as the kernel writes citations."""

from functools import lru_cache

from django.urls import reverse

from chancery.services.laws import queries as laws
from chancery.treaties.kernel.citation import parse


def split(cites: str) -> list[str]:
    """Each citation of a list written with semicolons: ``PCT Art. 11(1)(iii); PCT Rule 20.3``."""
    return [part.strip() for part in cites.split(";") if part.strip()]


@lru_cache(maxsize=4096)
def href(cites: str) -> str:
    """``PCT Rule 80.5`` is explained at ``/law/pct/rule-80.5/``; empty where the house has no such law."""
    if not laws.address(cites):
        return ""
    citation = parse(cites)
    return reverse("laws:provision", args=(citation.treaty, citation.slug))
