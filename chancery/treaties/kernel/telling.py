"""How results stand in a case file: ``"1330 CHF"``, a date, ``"not determinable"``."""

from datetime import date

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.fees import FeeSheet
from chancery.treaties.kernel.money import Money

UNKNOWN = "not determinable"


def told(value: Money | date | NotDeterminable) -> date | str:
    """An amount as a number and its currency, a date as it is."""
    if isinstance(value, NotDeterminable):
        return UNKNOWN
    if isinstance(value, date):
        return value
    whole = value.amount == value.amount.to_integral_value()
    return f"{value.amount:.0f} {value.currency}" if whole else f"{value.amount:.2f} {value.currency}"


def told_sheet(sheet: FeeSheet) -> dict[str, object]:
    """``total`` and ``lines`` (code -> amount) of a sheet of fees."""
    total = " + ".join(str(told(one)) for one in sheet.totals) if sheet.complete else UNKNOWN
    return {"total": total, "lines": {line.code: told(line.amount) for line in sheet.lines}}
