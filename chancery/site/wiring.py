"""Who follows the ledger, in which order. A new service is one folder and one line here."""

from chancery.core.follow import Follower
from chancery.records.fees.followers import Invoices
from chancery.records.mail.followers import Letters
from chancery.services.examination.followers import Desk
from chancery.services.search.followers import Index

FOLLOWERS: tuple[Follower, ...] = (
    Invoices(),
    Letters(),
    Desk(),
    Index(),
)
