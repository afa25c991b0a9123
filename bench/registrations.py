"""States of many international registrations folded, and the largest fee quotation, each beside a bare loop.

    python -m bench.registrations [--registrations 100000] [--quotations 50]

**States.** Each registration has one to eight designated parties, up to 24 goods and services, and a life of its own:
refusals, grants, decisions, limitations, renunciations, ceasing of the basic mark, renewal. Folded is where every good
or service stands in every party on one day, with every turn on the way and the ends of the times for refusal. The peer
writes the last kind of happening to a dictionary by party and good: no order of states, no time limits, no turns.

**Fees.** 130 designations with 45 classes, quoted with every step of the reckoning; if fewer parties can be designated
on that day, the first ones are named again. The peer multiplies and adds the same amounts, found beforehand.

Prints seconds of processor time on one core for states, milliseconds for a quotation. Making the lives is not counted.
"""

import argparse
import os
import time
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random
from statistics import quantiles

from chancery.treaties import madrid
from chancery.treaties.kernel.money import Money
from chancery.treaties.madrid.happenings import Happening
from chancery.treaties.madrid.protection import protection

TODAY = date(2026, 11, 22)
FIRST, SPREAD = date(2012, 1, 2), 4700
ORIGINS = ("CH", "NO", "US", "JP", "DE", "CN", "EM")
DESIGNATIONS, CLASSES = 130, 45
DECISIONS = ("all_granted", "partly_granted", "refusal_confirmed")
AFTERWARDS = ("limited", "renounced", "cancelled", "ceased", "invalidated", "decided_further")


def life(dice, parties):
    """What happens to one registration, in order: its number of goods and services, and its happenings."""
    count, goods = dice.randint(1, 8), dice.randint(1, 24)
    designated = tuple(dice.sample(parties, count))
    registered = FIRST + timedelta(days=dice.randrange(SPREAD))
    notified = registered + timedelta(days=dice.randint(14, 60))
    later = []
    for party in designated:
        later += _in_party(dice, party, notified, goods)
    if registered + timedelta(days=3653) < TODAY:
        renewed = dice.sample(designated, dice.randint(1, count))
        later.append(Happening(on=_years(registered, 10), kind="renewed", parties=tuple(renewed)))
    later.sort(key=lambda one: one.on)
    first = Happening(on=registered, kind="registered", parties=designated)
    return goods, (first, Happening(on=notified, kind="notified"), *later)


def _in_party(dice, party, notified, goods):
    some = tuple(dice.sample(range(goods), dice.randint(1, goods)))
    if dice.random() < 0.4:
        refused = notified + timedelta(days=dice.randint(60, 360))
        yield Happening(on=refused, kind="refused", parties=(party,), goods=some)
        decided = refused + timedelta(days=dice.randint(90, 700))
        yield Happening(on=decided, kind=dice.choice(DECISIONS), parties=(party,), goods=some)
    elif dice.random() < 0.5:
        yield Happening(on=notified + timedelta(days=dice.randint(60, 360)), kind="granted", parties=(party,))
    if dice.random() < 0.15:
        after = notified + timedelta(days=dice.randint(1100, 2000))
        yield Happening(on=after, kind=dice.choice(AFTERWARDS), parties=(party,), goods=some)


def _years(day, count):
    return (day - timedelta(days=1) if (day.month, day.day) == (2, 29) else day).replace(year=day.year + count)


def barely(happenings, goods):
    """The last kind of happening of each good in each party."""
    last = {}
    for one in happenings:
        if one.on > TODAY:
            break
        for party in one.parties or {party for party, _ in last}:
            for good in one.goods or range(goods):
                last[party, good] = one.kind
    return last


def states(count):
    """Processor seconds of ours and of the peer for so many registrations, and the happenings and turns there were."""
    dice = Random(1891)
    parties = [each.code for each in madrid.designable(FIRST)]
    ours = bare = happened = turns = 0
    for _ in range(count):
        goods, happenings = life(dice, parties)
        origin = dice.choice(ORIGINS)
        start = time.process_time_ns()
        folded = protection(happenings, goods=goods, origin=origin, on=TODAY)
        middle = time.process_time_ns()
        barely(happenings, goods)
        bare += time.process_time_ns() - middle
        ours += middle - start
        happened += len(happenings)
        turns += len(folded.turns)
    return ours / 1e9, bare / 1e9, happened, turns


def largest():
    """An application that designates 130 times, with all 45 classes."""
    codes = [each.code for each in madrid.designable(TODAY) if each.code != "NO"]
    named = tuple(madrid.Designation(party=code) for code in islice(cycle(codes), DESIGNATIONS))
    return madrid.Application(origin="NO", classes=tuple(range(1, CLASSES + 1)), designations=named), len(codes)


def quotations(application, count):
    """Milliseconds of each quotation, and of adding its amounts barely; the first quotation reads the tables."""
    sheet = madrid.fees(application, on=TODAY)
    known = [line.amount.amount / CLASSES for line in sheet.lines if isinstance(line.amount, Money)]
    ours, bare = [], []
    for _ in range(count):
        start = time.process_time_ns()
        madrid.fees(application, on=TODAY)
        middle = time.process_time_ns()
        sum(each * CLASSES for each in known)
        bare.append((time.process_time_ns() - middle) / 1e6)
        ours.append((middle - start) / 1e6)
    return ours, bare, len(sheet.lines) - len(known)


def told(name, spent):
    cuts = quantiles(spent, n=100)
    print(f"{name:<28} {cuts[49]:8.3f} {cuts[94]:8.3f} {max(spent):8.3f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--registrations", type=int, default=100_000)
    arguments.add_argument("--quotations", type=int, default=50)
    chosen = arguments.parse_args()
    before = os.getloadavg()[0]
    application, different = largest()
    ours, bare, unknown = quotations(application, chosen.quotations)
    print(f"{DESIGNATIONS} designations of {different} parties, {CLASSES} classes; {unknown} amounts not determinable")
    print(f"{'processor time, ms':<28} {'p50':>8} {'p95':>8} {'longest':>8}")
    told("quotation", ours)
    told("the sums alone", bare)
    folding, barely_folding, happened, turns = states(chosen.registrations)
    print(f"{chosen.registrations:,} registrations, {happened:,} happenings, {turns:,} turns")
    print(f"states folded {folding:.2f} s, bare loop {barely_folding:.2f} s, ratio {folding / barely_folding:.1f}")
    print(f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after")


if __name__ == "__main__":
    main()
