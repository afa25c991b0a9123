"""Full dockets of many applications recomputed, beside the same sums done barely with python-dateutil.

    python -m bench.dockets [--cases 10000] [--offices 5]

Makes cases at every stage (filed, searched, published, under Chapter II, before designated Offices) and recomputes all
their time limits on one core, with reasons, citations and confidence. The peer does only the arithmetic: every period
that the dockets counted, added with ``relativedelta``, and moved over weekends and the same closed days from a set.
Prints processor time of all, of one docket (p50, p95, longest), and the ratio.
"""

import argparse
import re
import time
from datetime import date, timedelta
from random import Random
from statistics import quantiles

from dateutil.relativedelta import relativedelta

from chancery.treaties import pct
from chancery.treaties.kernel import of_office

OFFICES = ("IB", "EP", "US", "JP", "KR", "CN", "GB", "DE")
NATIONAL = ("EP", "US", "CN", "JP", "KR", "AU", "CA", "IN", "BR", "SG", "FR", "DE", "GB", "ZA")
AUTHORITIES = ("EP", "US", "JP", "KR", "CN", "AU")
FIRST, SPREAD = date(2021, 1, 4), 1500
WEEK = timedelta(days=7)
COUNTED = re.compile(r"(?:(\d+) years?)?(?: and )?(?:(\d+) months?)?(?: and )?(?:(\d+) days?)? from (\d{4}-\d\d-\d\d)")


def case(dice, offices):
    """One case at some stage of its life; the later the stage, the more has happened."""
    stage = dice.randrange(6)
    priority = FIRST + timedelta(days=dice.randrange(SPREAD))
    filed = priority + timedelta(days=dice.randint(300, 365))
    authority = dice.choice(AUTHORITIES)
    facts = {
        "receiving_office": dice.choice(OFFICES),
        "searching_authority": authority,
        "received_on": filed,
        "filing_date": filed,
        "language": dice.choice(("en", "de", "ja", "sv")),
        "priority_claims": (pct.PriorityClaim(office=dice.choice(OFFICES), filed_on=priority),),
        "offices": tuple(dice.sample(NATIONAL, offices)),
    }
    if dice.random() < 0.3:
        facts["invitations"] = tuple(
            pct.Invitation(kind=kind, dated=filed + timedelta(days=dice.randint(10, 60)))
            for kind in dice.sample(("PCT/RO/106", "PCT/RO/133", "PCT/RO/107", "PCT/ISA/206"), 2)
        )
    if stage > 0:
        facts |= {"record_copy_received": filed + 3 * WEEK, "search_copy_received": filed + 3 * WEEK}
    if stage > 1:
        facts |= {"isr_transmitted": filed + timedelta(days=dice.randint(80, 200))}
    if stage > 2:
        facts |= {"published_on": priority + timedelta(days=552)}
    if stage > 3:
        facts |= {"demand_received": priority + timedelta(days=600), "examining_authority": authority}
    if stage > 4:
        facts |= {"examination_started": priority + timedelta(days=620)}
    return pct.Record(**facts)


def processor_time(act, things):
    """What ``act`` took for each of the things, in seconds of processor time."""
    spent = []
    for thing in things:
        start = time.process_time_ns()
        act(thing)
        spent.append((time.process_time_ns() - start) / 1e9)
    return spent


def sums(record):
    """The periods that a docket counts: start, period, and the calendar by which the limit moves, if it does."""
    for limit in pct.time_limits(record):
        moves = limit.office if limit.nature == "limit" and limit.office != "DO" else ""
        for step in limit.steps:
            found = COUNTED.fullmatch(step.text)
            if found and isinstance(step.value, date):
                years, months, days = (int(count or 0) for count in found.groups()[:3])
                yield date.fromisoformat(found[4]), relativedelta(years=years, months=months, days=days), moves


def closed_days():
    """For each Office the closed days of the years in question that are no weekend."""
    days = [date(2020, 1, 1) + timedelta(days=count) for count in range(366 * 15)]
    return {
        office: {day for day in days if of_office(office).closed(day)} for office in (*OFFICES, *NATIONAL, *AUTHORITIES)
    }


def barely(periods, closed):
    """The arithmetic alone."""
    for start, period, office in periods:
        day = start + period
        if office:
            shut = closed.get(office, ())
            while day.weekday() > 4 or day in shut:
                day += timedelta(days=1)


def told(name, spent):
    cuts = quantiles(spent, n=100)
    each = f"{cuts[49] * 1e3:8.3f} {cuts[94] * 1e3:8.3f} {max(spent) * 1e3:8.3f}"
    print(f"{name:<28} {sum(spent):8.2f} {each}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cases", type=int, default=10_000)
    arguments.add_argument("--offices", type=int, default=5, help="designated Offices of each case")
    chosen = arguments.parse_args()
    dice = Random(1978)
    records = [case(dice, chosen.offices) for _ in range(chosen.cases)]
    ours = processor_time(pct.time_limits, records)
    again = processor_time(pct.time_limits, records)
    limits = sum(len(pct.time_limits(record)) for record in records)
    periods = [list(sums(record)) for record in records]
    closed = closed_days()
    bare = processor_time(lambda one: barely(one, closed), periods)
    counted = sum(map(len, periods))
    print(f"{chosen.cases:,} cases, {limits:,} time limits ({limits / chosen.cases:.0f} each), {counted:,} periods")
    print(f"{'processor time':<28} {'all, s':>8} {'p50, ms':>8} {'p95, ms':>8} {'max, ms':>8}")
    told("dockets, first time", ours)
    told("dockets, again", again)
    told("the sums alone (dateutil)", bare)
    print(f"ratio: {sum(ours) / sum(bare):.1f} first, {sum(again) / sum(bare):.1f} again")


if __name__ == "__main__":
    main()
