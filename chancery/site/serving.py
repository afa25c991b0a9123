"""Starting the portal: prepare what it stands on, then web server and followers in one process group.

It imports none of the rooms: its children do, and nobody is served before they have.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from rich.console import Console

from chancery.site import translations
from chancery.site.backup.mark import mark

SET_DEATH_SIGNAL, ADOPT_ORPHANS = 1, 36  # PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER: linux/prctl.h
GRACE = 8.0  # seconds that children get to finish what they are doing
WORKER_GRACE = 4  # seconds that a web worker gets, of these


def serve(*, host: str, port: int, workers: int, console: Console) -> int:
    """Prepare, start, wait. Returns the exit status: 0 after Ctrl-C."""
    if mark().exists():
        console.print(f"[red]{mark().read_text().strip()}[/red]")
        return 1
    prepare(console)
    _control(ADOPT_ORPHANS, 1)
    children = [_child(*server(host, port, workers)), _child("-m", "chancery", "follow")]
    stopped: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stopped.append(number)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    _greet(host, port, console)
    while not stopped and all(child.poll() is None for child in children):
        time.sleep(0.1)
    failed = [child for child in children if child.poll()]
    _end(children)
    if failed and not stopped:
        console.print(f"[red]A process of the portal ended with status {failed[0].returncode}; see above.[/red]")
        return 1
    return 0


def prepare(console: Console) -> None:
    """Store, texts, static files, demo: each step does nothing when it has been done."""
    with console.status("Preparing the store"):
        call_command("migrate", verbosity=0, interactive=False)
        translations.compile_all()
        _collect_static()
    if settings.DEMO:
        from chancery.site.demo import load

        load.load(console)


def _collect_static() -> None:
    """Compress and name static files by their hash, when one of them has changed."""
    stamp, wanted = settings.DATA / "static.stamp", _static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted and settings.STATIC_ROOT.exists():
        return
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(wanted)


def _static_fingerprint() -> str:
    digest = sha256()
    for path in sorted((settings.ROOT / "chancery").rglob("static/**/*")):
        if path.is_file():
            status = path.stat()
            digest.update(f"{path}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def server(host: str, port: int, workers: int, application: str = "chancery.site.wsgi:application") -> list[str]:
    """What Python is told to start the web server."""
    return [
        *("-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "4", "--backlog", "512"),
        *("--no-ws", "--log-level", "warning", "--respawn-failed-workers"),
        *("--workers-kill-timeout", str(WORKER_GRACE)),  # without it the server waits for a worker that hangs, forever
        application,
    ]


def _child(*arguments: str) -> subprocess.Popen[bytes]:
    """A child that ends when this process ends, however it ends."""
    return subprocess.Popen([sys.executable, *arguments], env=os.environ.copy(), preexec_fn=_as_child)  # noqa: PLW1509, S603


def _as_child() -> None:
    """A terminal sends Ctrl-C to every process at once; a worker that is then also told to end may hang. So only this
    process hears it, and tells the others.
    """
    _control(SET_DEATH_SIGNAL, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _control(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value)


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(timeout=GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    _end_orphans()


def _end_orphans() -> None:
    """Workers whose web server was killed have become our own children: nothing is left behind."""
    own = Path(f"/proc/self/task/{os.getpid()}/children")
    for worker in own.read_text().split() if own.exists() else ():
        with suppress(ProcessLookupError):
            os.kill(int(worker), signal.SIGKILL)


def _greet(host: str, port: int, console: Console) -> None:
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104
    console.print(f"\n{settings.OFFICE_NAME} is at [bold]http://{shown}:{port}[/bold]   (Ctrl-C stops it)\n")
    accounts = Path(settings.DATA) / "demo-accounts.txt"
    if settings.DEMO and accounts.exists():
        console.print("Demonstration accounts of this installation:")
        console.print(accounts.read_text(), highlight=False, markup=False)
