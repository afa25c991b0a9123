"""The ledger beside bare inserts of the same rows, in the same store; proofs and verification at a million entries.

    python -m bench.ledger [--appends 2000] [--entries 1000000]

Prints appends per second of ``ledger.append`` (one transaction each) and of inserting the same rows with nothing else,
side by side and in turns; then the time of an inclusion proof and of verifying the whole ledger.
"""

import argparse
import os
import statistics
import tempfile
import time
from datetime import UTC, datetime

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.site.settings")
if "CHANCERY_DATA" not in os.environ:
    os.environ["CHANCERY_DATA"] = tempfile.mkdtemp(prefix="chancery-bench-")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F

from chancery.core import ledger, models, verify
from chancery.records.register.events import PaymentRecorded

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ROUND = 250
ENTRY = (
    "INSERT INTO core_entry (number, stream, version, kind, at, body, salt, commitment)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)
NODE = "INSERT INTO core_node (key, digest) VALUES (%s, %s)"


def event(number: int) -> PaymentRecorded:
    return PaymentRecorded(line="filing fee", amount=str(number), currency="CHF", received_on="2026-11-22")


def through_the_ledger(start: int, count: int) -> float:
    began = time.perf_counter()
    for number in range(start, start + count):
        ledger.append(f"bench/{number}", [event(number)], after=0, at=AT)
    return time.perf_counter() - began


def bare(rows: list[tuple[tuple, list[tuple]]]) -> float:
    """The same rows as the ledger wrote, inserted again under other numbers, one transaction for each entry."""
    began = time.perf_counter()
    for entry, nodes in rows:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(ENTRY, entry)
            if nodes:
                cursor.executemany(NODE, nodes)
    return time.perf_counter() - began


def copies(start: int, count: int, shift: int) -> list[tuple[tuple, list[tuple]]]:
    """Rows of entries start+1 …, with numbers moved out of the way; nodes go with the entry that completed them."""
    rows = []
    for number, stream, *rest, commitment in models.Entry.objects.filter(
        number__gt=start, number__lte=start + count
    ).values_list("number", "stream", "version", "kind", "at", "body", "salt", "commitment"):
        levels = (number & -number).bit_length() - 1
        nodes = [
            ((level << ledger.LEVEL | (number - 1) >> level) + shift, commitment) for level in range(1, levels + 1)
        ]
        rest[2] = connection.ops.adapt_datetimefield_value(rest[2])
        rows.append(((number + shift, f"bare/{stream}", *rest, commitment), nodes))
    return rows


def compare(appends: int) -> None:
    shift = 1 << 40
    ours, floor = [], []
    for start in range(0, appends, ROUND):
        ours.append(ROUND / through_the_ledger(start, ROUND))
        floor.append(ROUND / bare(copies(start, ROUND, shift)))
    models.Entry.objects.filter(number__gt=shift).delete()
    models.Node.objects.annotate(place=F("key") % (1 << ledger.LEVEL)).filter(place__gte=shift).delete()
    a, b = statistics.median(ours), statistics.median(floor)
    print(f"appends, one transaction each: ledger {a:,.0f}/s, bare inserts {b:,.0f}/s, ratio {a / b:.2f}")


def fill(entries: int) -> None:
    began, size = time.perf_counter(), ledger.size()
    for start in range(size, entries, 20_000):
        batch = range(start, min(start + 20_000, entries))
        ledger.append_many([(f"fill/{number}", event(number)) for number in batch], at=AT)
    seconds = time.perf_counter() - began
    print(f"filled to {ledger.size():,} entries in {seconds:.0f} s ({(entries - size) / seconds:,.0f}/s in batches)")


def prove(entries: int) -> None:
    times = []
    for number in range(1, entries, entries // 500):
        began = time.perf_counter()
        ledger.inclusion(number)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"inclusion proof at {entries:,}: p50 {p50:.2f} ms, p95 {p95:.2f} ms")


def check() -> None:
    began = time.perf_counter()
    report = verify.whole_ledger()
    assert not report.faults, report.faults
    print(f"whole ledger of {report.size:,} verified in {time.perf_counter() - began:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--appends", type=int, default=2000)
    parser.add_argument("--entries", type=int, default=1_000_000)
    wanted = parser.parse_args()
    call_command("migrate", verbosity=0)
    compare(wanted.appends)
    fill(wanted.entries)
    prove(wanted.entries)
    check()


if __name__ == "__main__":
    main()
