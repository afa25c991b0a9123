"""``chancery restore``: a backup becomes the office again, save for those who have been erased since.

Nothing is touched before the whole backup has been read. While it goes on a mark lies in the data folder, with which
the portal does not start: a restore that was cut off never looks whole, and is simply done again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from chancery.core import follow, verify
from chancery.core.follow import Follower, Rebuildable
from chancery.core.refusal import Refused
from chancery.records.accounts.models import User
from chancery.records.documents import store
from chancery.records.documents.models import Deposit, File
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import ring as rings
from chancery.records.privacy.ring import PERSON, Key, Ring
from chancery.site.backup import archive, mending, office_keys
from chancery.site.backup.archive import Record
from chancery.site.backup.blobs import Blobs
from chancery.site.backup.checking import Checked, check
from chancery.site.backup.making import FILES, Progress
from chancery.site.backup.mark import mark
from chancery.site.backup.sealing import Broken

BATCH = 1_000


@dataclass(frozen=True, kw_only=True)
class Restored:
    """``erased_again``: so many accounts were erased after the backup, and have been erased anew."""

    checked: Checked
    erased_again: int
    files: int
    root: bytes
    faults: tuple[str, ...]


def restore(path: Path, *, at: datetime, tell: Progress) -> Restored:
    """Fill an empty installation. Raises `Refused` where it is not empty, `Broken` where the backup is not whole."""
    ring = rings.current()
    ring.agree()
    checked = check(path, ring, tell=tell, files=True)
    _refuse_unless_empty()
    _refuse_newer(path, ring.by_id())
    with _marked():
        office_keys.bring_back(ring)
        keys = ring.by_id()
        dropped = _load(path, keys, at=at, tell=tell)
        call_command("migrate", verbosity=0, interactive=False)
        _skip_numbers(ring, at=at)
        files = _bring_files(path, keys, tell=tell)
        erased = _erase_again(dropped, at=at)
        _rebuild(at=at, tell=tell)
        report = verify.whole_ledger()
    faults = (
        report.faults if report.root == checked.root else (*report.faults, _("The root is not that of the backup."))
    )
    return Restored(checked=checked, erased_again=erased, files=files, root=report.root, faults=tuple(faults))


def _refuse_unless_empty() -> None:
    if mark().exists():  # what is there is half of a restore
        return
    tables = set(connection.introspection.table_names())
    for table in ("core_entry", User._meta.db_table):
        if table in tables and _has_rows(table):
            raise Refused.because(
                _("There is an office here already. Restore into an empty store: name another data folder or database.")
            )


def _refuse_newer(path: Path, keys: Mapping[bytes, Key]) -> None:
    with archive.reading(path, keys) as records:
        leaves = next(records)["migrations"]
    known = MigrationLoader(connection).graph.nodes
    unknown = [f"{app}.{name}" for app, name in leaves if (app, name) not in known]
    if unknown:
        raise Refused.because(
            _("The backup was made by a newer version (it knows %(names)s). Install that version first.")
            % {"names": ", ".join(unknown)}
        )


def _has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - a name of ours
        return cursor.fetchone() is not None


@contextmanager
def _marked() -> Iterator[None]:
    """The mark goes when all is done; whatever stops it before leaves it there."""
    mark().parent.mkdir(parents=True, exist_ok=True)
    mark().write_text("A restore was cut off here. Do it again: chancery restore …\n")
    yield
    mark().unlink()


def _load(path: Path, keys: Mapping[bytes, Key], *, at: datetime, tell: Progress) -> set[int]:
    """Fill the tables, in one transaction. Returns the accounts of which something could not be read any more."""
    with archive.reading(path, keys) as records:
        models = _tables_as_then(next(records)["migrations"])
        with transaction.atomic():
            _empty(models)
            dropped = _fill(models, records, keys, tell=tell)
            if dropped.rows:
                mending.mend(models, dropped.accounts, at=at)
        _set_sequences(models)
    return dropped.accounts


def _tables_as_then(leaves: Sequence[Sequence[str]]) -> Apps:
    """Bring an empty store to the state of the tables that the backup was made in. Returns its models."""
    executor = MigrationExecutor(connection)
    targets = [(app, name) for app, name in leaves]
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


def _empty(models: Apps) -> None:
    """What migrations put into new tables (the ledger's head, names of tables) comes from the backup instead."""
    with connection.cursor() as cursor:
        for model in _all(models):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608 - our names


@dataclass
class _Dropped:
    rows: int
    accounts: set[int]


def _fill(models: Apps, records: Iterator[Record], keys: Mapping[bytes, Key], *, tell: Progress) -> _Dropped:
    """Rows that no key opens any more are left out; whose they were is told by the notes of destruction."""
    dropped, gone = _Dropped(0, set()), _accounts_gone()
    model: type[Model] | None = None
    names: list[str] = []
    rows: list[Model] = []
    done = 0
    for record in records:
        if record["t"] == "table" or len(rows) >= BATCH:
            _insert(model, rows)
            done += len(rows)
            rows = []
            tell(_("Rows"), done, 0)
        if record["t"] == "table":
            model, names = models.get_model(record["m"]), record["f"]
        elif record["t"] == "row":
            values = archive.values_of(record, keys)
            if values is None:
                dropped.rows += 1
                dropped.accounts |= {gone[one] for one in record["k"] if one in gone}
            elif model is not None:
                rows.append(_object(model, names, values))
        elif record["t"] in {"file", "end"}:
            break
    _insert(model, rows)
    return dropped


def _accounts_gone() -> dict[bytes, int]:
    return {id_: int(unit.partition(":")[2]) for id_, unit in rings.current().notes(PERSON).items()}


def _object(model: type[Model], names: Sequence[str], values: Sequence[Any]) -> Model:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in zip(names, values, strict=True)})


def _insert(model: type[Model] | None, rows: Sequence[Model]) -> None:
    if model is None or not rows:
        return
    for field in model._meta.concrete_fields:
        for now in ("auto_now", "auto_now_add"):  # the instants of the backup, not that of the restore
            if getattr(field, now, False):
                setattr(field, now, False)
    model._base_manager.bulk_create(rows)


def _all(models: Apps) -> list[type[Model]]:
    return [one for one in models.get_models(include_auto_created=True) if one._meta.managed and not one._meta.proxy]


def _set_sequences(models: Apps) -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _all(models)):
            cursor.execute(statement)


def _skip_numbers(ring: Ring, *, at: datetime) -> None:
    """No new account gets the number of one that a later backup knows: its key, or the note that it is destroyed."""
    units = {key.unit for key in ring.all()} | ring.gone(PERSON)
    highest = max((int(unit.partition(":")[2]) for unit in units if unit.startswith(f"{PERSON}:")), default=0)
    if User.objects.filter(pk__gte=highest).exists() or not highest:
        return
    with transaction.atomic():
        last = User.objects.create(pk=highest, email=f"nobody-{highest}@erased.invalid", name="", erased_at=at)
        _set_sequences_of_users()
        last.delete()


def _set_sequences_of_users() -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [User]):
            cursor.execute(statement)


def _bring_files(path: Path, keys: Mapping[bytes, Key], *, tell: Progress) -> int:
    """Put the kept files back. A file whose key is destroyed is gone: its rows go too. Returns how many are there."""
    blobs, brought, gone = Blobs(path.parent / FILES), 0, []
    total = File.objects.count()
    with archive.reading(path, keys) as records:
        for record in records:
            if record["t"] != "file":
                continue
            if record["k"] not in keys:
                gone.append(record["h"])
                continue
            if store.current().put(blobs.get(keys[record["k"]], record["h"])) != record["h"]:
                raise Broken(f"a file of the backup is not {record['h']}")
            brought += 1
            tell(_("Files"), brought, total)
    with transaction.atomic():
        Deposit.objects.filter(file__in=gone).delete()
        File.objects.filter(pk__in=gone).delete()
    return brought


def _erase_again(accounts: set[int], *, at: datetime) -> int:
    """What others' rows said of those whose own rows are gone: every room forgets them once more."""
    for user_id in sorted(accounts):
        if User.objects.filter(pk=user_id, erased_at=None).exists():
            privacy.forget_everywhere(user_id, forgetters=import_string(settings.PRIVACY_FORGETTERS), at=at)
    return len(accounts)


def _rebuild(*, at: datetime, tell: Callable[[str, int, int], None]) -> None:
    """What is made from the ledger and lies outside the store: the search index."""
    followers: Sequence[Follower] = import_string(settings.PRIVACY_FOLLOWERS)
    outside = [one for one in followers if isinstance(one, Rebuildable) and one.outside]
    for place, follower in enumerate(outside):
        tell(_("Search index"), place, len(outside))
        follow.rebuild(follower, at=at)
    tell(_("Search index"), len(outside), len(outside))
