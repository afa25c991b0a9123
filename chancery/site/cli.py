"""``chancery …``: what operators and lawyers call from a shell."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console

console = Console()


def setup() -> None:
    """Load the settings and the rooms. Commands about law alone do not need it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.site.settings")
    import django

    django.setup()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version="0.1.0", prog_name="chancery")
def main() -> None:
    """Chancery: the online services of an intellectual-property office."""


@main.command()
@click.option("--port", default=8000, show_default=True, help="Where to listen.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 to be reached from other machines.")
@click.option(
    "--data", type=click.Path(path_type=Path), help="Folder for store, files, index and keys.  [default: var]"
)
@click.option("--demo/--no-demo", default=None, help="With or without the demonstration office.  [default: demo]")
@click.option("--workers", default=2, show_default=True, help="Processes that answer requests.")
def serve(port: int, host: str, data: Path | None, demo: bool | None, workers: int) -> None:
    """Prepare the store and start web server and followers in one process group."""
    _tell_settings(port=port, host=host, data=data, demo=demo)
    setup()
    from chancery.site import serving

    sys.exit(serving.serve(host=host, port=port, workers=workers, console=console))


def _tell_settings(*, port: int, host: str, data: Path | None, demo: bool | None) -> None:
    """Options become settings, for this process and its children; the environment wins where both speak."""
    known = {"CHANCERY_URL": f"http://localhost:{port}"}
    if host not in {"127.0.0.1", "localhost"}:
        known["CHANCERY_HOSTS"] = "*" if host in {"0.0.0.0", "::"} else f"{host},localhost,127.0.0.1"  # noqa: S104
    for name, value in known.items():
        os.environ.setdefault(name, value)
    if data is not None:
        os.environ["CHANCERY_DATA"] = str(data)
    if demo is not None:
        os.environ["CHANCERY_DEMO"] = "yes" if demo else "no"


@main.command()
def follow() -> None:
    """Run the followers of the ledger alone (one such process per office)."""
    setup()
    from chancery.site.runner import Runner

    Runner().run()


@main.command()
@click.argument("proof", required=False, type=click.File("rb"))
@click.option("--key", help="The log's verifier key, as its page shows it.  [default: this office's]")
def verify(proof: Any, key: str | None) -> None:
    """Check the whole ledger, or one PROOF file, without trusting the server. Exits 1 when something is wrong."""
    setup()
    from chancery.site import checking

    sys.exit(checking.proof(proof.read(), key, console) if proof else checking.ledger(console))


@main.command()
@click.argument("follower", required=False)
def rebuild(follower: str | None) -> None:
    """Let a rebuildable FOLLOWER (an index, a queue, counts) forget and read the ledger again from 1."""
    setup()
    from chancery.site import rebuilding

    sys.exit(rebuilding.rebuild(follower, console))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def classes(files: tuple[Path, ...]) -> None:
    """Let groups of IPC and CPC find what lies under them: take the offices' schemes, FILES of XML or ZIP."""
    setup()
    from chancery.site import schemes

    sys.exit(schemes.take(files, console))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--check", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read this backup instead.")
def backup(folder: Path | None, check: Path | None) -> None:
    """Write one moment of the whole office into FOLDER, sealed, and read it back. Nobody waits for it."""
    setup()
    from chancery.core import clock
    from chancery.site.backup import console as told

    do = partial(told.check, check) if check else partial(told.backup, folder, at=clock.now(ahead=0))
    sys.exit(told.guarded(partial(do, console=console), console))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def backups(folder: Path | None) -> None:
    """List the backups in FOLDER, and until when each can be opened."""
    setup()
    from chancery.site.backup import console as told

    sys.exit(told.guarded(partial(told.show, folder, console=console), console))


@main.command()
@click.argument("path", metavar="BACKUP", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore(path: Path) -> None:
    """Make BACKUP the office again, in an empty store. Who was erased since does not come back."""
    setup()
    from chancery.core import clock
    from chancery.site.backup import console as told

    sys.exit(told.guarded(partial(told.restore, path, at=clock.now(ahead=0), console=console), console))


@main.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be destroyed.")
def retention(dry_run: bool) -> None:
    """Destroy what has lain as long as its declaration says. The followers' process does it once an hour."""
    setup()
    from chancery.core import clock
    from chancery.site import retaining

    sys.exit(retaining.show(dry=dry_run, at=clock.now(ahead=0), console=console))


@main.command()
@click.option("--dpv", is_flag=True, help="Print the notice in the W3C Data Privacy Vocabulary (JSON-LD) instead.")
@click.option("--check", is_flag=True, help="Only say what changed; make no version. Exits 1 where it is material.")
def notice(*, dpv: bool, check: bool) -> None:
    """Say what changed in the privacy notice since its newest version, and make the next one."""
    setup()
    from chancery.site import noticing

    sys.exit(noticing.export() if dpv else noticing.publish(console, only_check=check))


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True))
def cases(paths: tuple[str, ...]) -> None:
    """Run case files (TOML), wherever they lie. Exits 1 when one fails."""
    from chancery.treaties.kernel import cases as kernel_cases

    sys.exit(kernel_cases.main(list(paths)))


@main.command()
@click.argument("facts", type=click.Path(exists=True, dir_okay=False))
def explain(facts: str) -> None:
    """Print each finding, fee and time limit for a FACTS file (TOML), with the rule it rests on."""
    from chancery.treaties.kernel import explain as kernel_explain

    sys.exit(kernel_explain.main([facts]))


@main.command("accepted-terms")
@click.argument("table", type=click.Path(path_type=Path, dir_okay=False))
def accepted_terms(table: Path) -> None:
    """Write the goods and services of the published marks as a TABLE (.tsv) for the folder CHANCERY_GOODS_TERMS."""
    setup()
    from django.conf import settings

    from chancery.finder.goods.terms import write
    from chancery.services.laws.classifications import accepted

    found = accepted.names(settings.OFFICE_SHORT)
    write(found, table)
    console.print(f"{len(found)} terms written to {table}")


@main.command("new-room")
@click.argument("place", metavar="FLOOR/NAME")
@click.argument("sentence")
def new_room(place: str, sentence: str) -> None:
    """Make a new room, such as services/surveys, with all its doors. SENTENCE says what it is for."""
    from chancery.site.new_room import make

    for path in make(place, sentence):
        console.print(path)
