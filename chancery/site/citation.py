"""Where a provision is explained: the address of a citation's own page."""

import re

TREATIES = frozenset({"pct", "paris", "madrid", "hague", "lisbon", "udrp"})


def split(cites: str) -> list[str]:
    """Each citation of a list written with semicolons: ``PCT Art. 11(1)(iii); PCT Rule 20.3``."""
    return [part.strip() for part in cites.split(";") if part.strip()]


def href(cites: str) -> str:
    """``PCT Rule 80.5`` is explained at ``/law/pct/rule-80-5/``; empty where the house has no such law."""
    treaty, _, provision = cites.partition(" ")
    slug = re.sub(r"[^a-z0-9]+", "-", provision.lower()).strip("-")
    return f"/law/{treaty.lower()}/{slug}/" if slug and treaty.lower() in TREATIES else ""
