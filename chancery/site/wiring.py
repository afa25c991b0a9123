"""Who follows the ledger, in which order. A new service is one folder and one line here."""

from chancery.core.follow import Follower

FOLLOWERS: tuple[Follower, ...] = ()
