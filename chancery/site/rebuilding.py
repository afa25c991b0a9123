"""``chancery rebuild``: a follower forgets what it keeps and reads the ledger again."""

from rich.console import Console

from chancery.core import clock, follow
from chancery.core.follow import Rebuildable
from chancery.site.wiring import FOLLOWERS


def rebuild(name: str | None, console: Console) -> int:
    """Rebuild one follower by name, or list those that can be."""
    known = {follower.name: follower for follower in FOLLOWERS if isinstance(follower, Rebuildable)}
    if name not in known:
        console.print(f"Name one of: {', '.join(known)}")
        return 2
    with console.status(f"{name} reads the ledger again"):
        passed = follow.rebuild(known[name], at=clock.now())
    console.print(f"{name}: {passed} entries read.")
    return 0
