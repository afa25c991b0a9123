"""Newly published records matched against everybody's alerts, beside asking each search over the whole index.

    python -m bench.alerts [--alerts 5000] [--records 1000] [--batch 250] [--index 20000] [--sample 300]

Searches are made of words, phrases, names and classes of the records themselves: every tenth is one that somebody else
keeps too, a few find much, one in a thousand can no longer be read. Records are published batch after batch; after each
the follower of alerts runs, with all that belongs to it: reading the ledger, matching, and writing down what was found,
mails and calls to webhooks. The peer asks the searches of a sample over the whole index, the new records among the
others, how many they find; which of these are new it does not even know then.

Prints for a batch p50 and longest, how much of it was matching, records a second, and the peer's time. Then what the
sample's alerts were told is compared with what their searches find in the whole index: nothing may be missing or told
twice.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random
from statistics import median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.site.settings")
if "CHANCERY_DATA" not in os.environ:
    os.environ["CHANCERY_DATA"] = tempfile.mkdtemp(prefix="chancery-bench-")

import django

django.setup()

from django.core.management import call_command
from django.urls import resolve

from bench import patents
from chancery.core import follow, ledger
from chancery.finder import Document, QueryError
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search import queries
from chancery.services.search.alerts.run import Alerts, Judge
from chancery.services.search.followers import Index
from chancery.services.search.models import Alert, Call, Found, SavedSearch
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PEOPLE = 50  # whose searches they are
WAYS = ("daily",) * 12 + ("at once",) * 4 + ("feed",) * 2 + ("webhook",) * 2
BROKEN = "gone:pizza"  # a field that the language does not have


def searches(number: int, records: Sequence[Document]) -> Iterable[str]:
    """Queries, as people keep them."""
    dice = Random(7)
    made: list[str] = []
    for place in range(number):
        if place % 1000 == 999:
            made.append(BROKEN)
        elif place % 10 == 9:
            made.append(dice.choice(made))
        else:
            made.append(_query(dice, dice.choice(records)))
    return made


def _query(dice: Random, one: Document) -> str:
    words = [word for word in one.text.rstrip(".").split() if len(word) > len("with")] or ["device"]
    a, b, c = (dice.choice(words) for _ in range(3))
    name = one.names[0].split()[0].strip(",.()\"'-") or a
    group = one.classes["ipc"][0]
    shapes: tuple[Callable[[], str], ...] = (
        lambda: f"{a} AND {b} AND {c}",
        lambda: f'"{a} {b}"',
        lambda: f"ipc:{group[:4]} AND {a}",
        lambda: f'applicant:"{name}"',
        lambda: f'applicant:"{name}" AND ({a} OR {b})',
        lambda: f"title:{a} AND -{b}",
        lambda: f"{a[:5]}* AND {c}",
        lambda: f'ipc:"{group}"',
    )
    return dice.choice(shapes)()


def begin(texts: Iterable[str]) -> None:
    """A saved search for each text, and an alert on it."""
    people = [
        accounts.open_account(f"{place}@example.org", name="Ada", password="a long password") for place in range(PEOPLE)
    ]
    rows = [
        SavedSearch(
            owner_id=people[place % PEOPLE], name=text[:80], asked=saved.asked_of(Question(text=text)), made_at=AT
        )
        for place, text in enumerate(texts)
    ]
    kept = SavedSearch.objects.bulk_create(rows, batch_size=500)
    through = ledger.size()
    alerts = [_alert(search, place, through=through) for place, search in enumerate(kept)]
    Alert.objects.bulk_create(alerts, batch_size=500)


def _alert(search: SavedSearch, place: int, *, through: int) -> Alert:
    way = WAYS[place % len(WAYS)]
    mail = way in ("daily", "at once")
    return Alert(
        search=search,
        way="mail" if mail else way,
        every=way if mail else "",
        url="https://example.org/hook" if way == "webhook" else "",
        language="en",
        key=f"{place:032}",
        through=through,
        made_at=AT,
        confirmed_at=AT,
        said_at=AT,
    )


def publish(records: Iterable[Document]) -> None:
    register.import_records([_imported(one) for one in records], at=AT)


def _imported(one: Document) -> RecordImported:
    facts = {
        "titles": dict(one.titles),
        "number": one.number,
        "office": one.office,
        "names": list(one.names),
        "classes": {scheme: list(symbols) for scheme, symbols in one.classes.items()},
        "dates": {name: day.isoformat() for name, day in one.dates.items()},
        "kind": one.kind,
        "country": one.country,
        "status": one.status,
        "more": {"verbal": one.text},
    }
    return RecordImported(collection=one.collection, key=one.key, facts=facts, source="generated")


def ours(batches: Iterable[Sequence[Document]]) -> list[tuple[float, float]]:
    """Seconds of each batch, by the clock and of the processor."""
    times = []
    for batch in batches:
        publish(batch)
        began, used = time.perf_counter(), time.process_time()
        follow.catch_up([Alerts()], at=AT)
        times.append((time.perf_counter() - began, time.process_time() - used))
    return times


@contextmanager
def timing(spent: list[float]) -> Iterator[None]:
    """Write down the seconds of the processor that each search takes to be matched."""
    real = Judge.numbers

    def numbers(judge: Judge, question: Question) -> frozenset[int] | QueryError:
        began = time.process_time()
        try:
            return real(judge, question)
        finally:
            spent.append(time.process_time() - began)

    Judge.numbers = numbers  # type: ignore[method-assign]
    try:
        yield
    finally:
        Judge.numbers = real  # type: ignore[method-assign]


def peer(sample: Sequence[Alert]) -> float:
    """Seconds of the processor to ask the sample's searches over the whole index."""
    began = time.process_time()
    for alert in sample:
        try:
            queries.number(saved.question(alert.search))
        except QueryError:
            continue
    return time.process_time() - began


def compare(sample: Sequence[Alert], first: int) -> tuple[int, int]:
    """How many records the sample's alerts were told, and how many of these were wrong, missing, or told twice."""
    told, wrong = 0, 0
    for alert in sample:
        entries = list(alert.found.values_list("entry", flat=True))
        told += len(entries)
        try:
            hits = queries.everything(saved.question(alert.search))
            right = {entry for hit in hits if (entry := hit.document.facts["entry"]) > first}
        except QueryError:
            wrong += not Alert.objects.get(pk=alert.pk).trouble
            continue
        wrong += len(right ^ set(entries)) + len(entries) - len(set(entries))
    return told, wrong


def report(times: list[tuple[float, float]], matching: float, records: int) -> None:
    """``matching``: seconds of a batch in which searches were matched."""
    clock, used = [one for one, _ in times], [one for _, one in times]
    print(
        f"a batch: p50 {median(clock):.2f} s by the clock, {median(used):.2f} s of a processor,"
        f" of it matching {matching:.2f} s, longest {max(clock):.2f} s; {records / sum(clock):.0f} records/s by the"
        f" clock, {records / sum(used):.0f} by the processor"
    )
    print(
        f"found {Found.objects.count():,}, calls {Call.objects.count():,},"
        f" standing still {Alert.objects.exclude(trouble='').count()}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alerts", type=int, default=5_000)
    parser.add_argument("--records", type=int, default=1_000, help="newly published")
    parser.add_argument("--batch", type=int, default=250, help="records published at once")
    parser.add_argument("--index", type=int, default=20_000, help="records that are there already")
    parser.add_argument("--sample", type=int, default=300, help="alerts that the peer asks, and that are compared")
    wanted = parser.parse_args()
    call_command("migrate", verbosity=0, interactive=False)
    made = list(patents.records(wanted.index + wanted.records))
    new = made[wanted.index :]
    publish(made[: wanted.index])
    follow.catch_up([Index(), Alerts()], at=AT)
    begin(searches(wanted.alerts, made))
    resolve("/")  # reads the addresses of the portal once, as a process that has just begun must
    first = ledger.size()
    print(f"load {os.getloadavg()[0]:.1f}; {wanted.alerts:,} alerts, {wanted.index:,} records before")
    spent: list[float] = []
    with timing(spent):
        times = ours([new[start : start + wanted.batch] for start in range(0, len(new), wanted.batch)])
    matching = sum(spent) / len(times)
    report(times, matching, len(new))
    follow.catch_up([Index()], at=AT)
    sample = list(Alert.objects.select_related("search").order_by("key"))[:: max(1, wanted.alerts // wanted.sample)]
    spent = peer(sample) * wanted.alerts / len(sample)
    batch = median(used for _, used in times)
    print(
        f"the same alerts asked over the whole index: {spent:.2f} s of a processor a batch, {spent / batch:.1f} times"
    )
    told, wrong = compare(sample, first)
    print(f"of {len(sample):,} alerts compared: told {told:,} records, wrong {wrong}; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
