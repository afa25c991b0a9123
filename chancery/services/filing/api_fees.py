"""A fee as the API of this room tells it, of a draft or of a later act."""

from chancery.core.wire import Told
from chancery.treaties import pct
from chancery.treaties.kernel import Money


class FilingFee(Told):
    """A fee that no table gives has no amount: `not_determinable` says what is missing."""

    code: str
    label: str
    amount: str | None
    currency: str | None
    not_determinable: str | None
    cites: str


def told_fee(line: pct.FeeLine) -> FilingFee:
    known = line.amount if isinstance(line.amount, Money) else None
    return FilingFee(
        code=line.code,
        label=line.label,
        amount=f"{known.amount:f}" if known else None,
        currency=known.currency if known else None,
        not_determinable=None if known else str(line.amount),
        cites=line.cites,
    )
