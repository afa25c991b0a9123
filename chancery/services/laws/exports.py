"""Time limits, forms and States as tables that other programs read; as a calendar: `chancery.standards.icalendar`."""

import csv
import io
from collections.abc import Iterable

from chancery.services.laws.provisions import Provision
from chancery.services.laws.tables import StateLine
from chancery.treaties import pct
from chancery.treaties.kernel import TimeLimit

Row = tuple[object, ...]

COLUMNS = (
    *("key", "act", "actor", "office", "nominal", "due", "late_until", "done_on", "nature"),
    *("citation", "relief", "consequence", "confidence"),
)


def as_csv(limits: Iterable[TimeLimit]) -> str:
    """One line a time limit; what is not determinable says so in its own words."""
    return written(COLUMNS, (_limit(one) for one in limits))


def _limit(one: TimeLimit) -> Row:
    what = (one.key, one.act, one.actor, one.office, one.nominal, one.due, one.late_until, one.done_on, one.nature)
    return (*what, one.cites, one.relief, one.consequence, one.confidence)


FORM_COLUMNS = ("number", "issuer", "title", "mandatory", "confidence", "source")
STATE_COLUMNS = (
    *("code", "name", "bound", "bound_confidence", "national_route", "regional", "extension", "validation"),
    *("routes_confidence", "chapter_ii", "enter_with", "months_I", "months_I_confidence", "months_II"),
    *("months_II_confidence", "source"),
)


def forms_as_csv(forms: Iterable[pct.Form]) -> str:
    """One line a form; a title that is not known is empty."""
    rows = ((one.number, one.issuer, one.title, _yes(one.mandatory), one.confidence, one.source) for one in forms)
    return written(FORM_COLUMNS, rows)


def states_as_csv(lines: Iterable[StateLine]) -> str:
    """One line a State; several Offices are parted by spaces."""
    return written(STATE_COLUMNS, (_state(one) for one in lines))


def _state(one: StateLine) -> Row:
    state, ways = one.state, one.routes
    through = (" ".join(codes) for codes in (ways.regional, ways.extension, ways.validation))
    return (
        *(state.code, state.name, state.bound, state.confidence, _yes(ways.national), *through, ways.confidence),
        *(_yes(state.chapter_ii), one.enter_with),
        *(one.first and one.first.months, one.first and one.first.confidence),
        *(one.second and one.second.months, one.second and one.second.confidence),
        state.source,
    )


PROVISION_COLUMNS = ("citation", "text", "confidence", "rules", "time_limits", "acts", "bars", "fees", "statuses")


def provisions_as_csv(provisions: Iterable[Provision]) -> str:
    """One line a provision: its own words, empty where there are none, and the names of what rests on it."""
    return written(PROVISION_COLUMNS, map(_provision, provisions))


def _provision(one: Provision) -> Row:
    text = (one.text.text, one.text.confidence) if one.text and one.own_text else ("", "")
    named = (
        [rule.slug for rule in one.rules],
        [limit.key for limit in one.limits],
        [act.key for act in one.acts],
        [bar.slug for bar in one.bars],
        [fee.code for fee in one.fees],
        [status.key for status in one.statuses],
    )
    return (one.cites, *text, *(" ".join(names) for names in named))


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def written(columns: Row, rows: Iterable[Row]) -> str:
    """A table as CSV, its heads first."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue()
