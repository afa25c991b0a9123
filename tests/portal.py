"""The whole portal as processes: started as an operator starts it, asked over HTTP, ended kindly or not."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 120.0  # seconds until a portal answers, on a busy machine
Unreached = (OSError, HTTPException)
"""What asking a portal raises while it is down, or when it goes down in the middle of an answer."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Answer:
    """Status, headers and body of one answer that has arrived whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Caller:
    """One connection to a portal, kept open between questions and opened again after a failure."""

    def __init__(self, port: int, *, timeout: float = 30.0, headers: Mapping[str, str] = {}) -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=timeout)
        self._headers = dict(headers)

    def ask(self, method: str, path: str, sent: Any = None, headers: Mapping[str, str] = {}) -> Answer:
        """Raises one of ``Unreached`` unless a whole answer arrives. ``sent`` goes as JSON, bytes as they are."""
        body = sent if sent is None or isinstance(sent, bytes) else json.dumps(sent).encode()
        kind = {} if body is None or isinstance(sent, bytes) else {"Content-Type": "application/json"}
        try:
            self._line.request(method, path, body, {**self._headers, **kind, **headers})
            response = self._line.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        except Unreached:
            self._line.close()
            raise


class Portal:
    """A portal on a data folder. Its processes are a process group of their own, so that none escapes a kill."""

    def __init__(self, data: Path, *, demo: bool = False, **settings: str) -> None:
        self.data, self.port, self.demo = data, free_port(), demo
        self.log = data.with_name(f"{data.name}.log")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}
        given = {f"CHANCERY_{name}": value for name, value in settings.items()}
        self.environment = {**inherited, **given, "CHANCERY_DATA": str(data), "CHANCERY_DEMO": "yes" if demo else "no"}
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def password(self, role: str) -> str:
        """The password of a demonstration account, as its operator reads it."""
        lines = (self.data / "demo-accounts.txt").read_text().splitlines()
        return next(line.split()[2] for line in lines if line.split()[0] == role)

    def launch(self) -> None:
        """Start the processes; `wait` until they answer."""
        command = ["serve", "--data", str(self.data), "--port", str(self.port), "--demo" if self.demo else "--no-demo"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "chancery", *command],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start(self) -> float:
        """Start, and wait until it answers. Returns the seconds that took."""
        began = time.monotonic()
        self.launch()
        self.wait()
        return time.monotonic() - began

    def wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while self.health() is None:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The portal did not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.05)

    def health(self) -> dict | None:
        """What /healthz says; None while nobody answers."""
        answer = self.reached("/healthz")
        return answer.json if answer else None

    def reached(self, path: str) -> Answer | None:
        """The answer to one question on a fresh connection; None while nobody answers."""
        try:
            return Caller(self.port, timeout=5).ask("GET", path)
        except Unreached:
            return None

    def stop(self, number: int = signal.SIGINT) -> int:
        """Ctrl-C, or another signal, to the supervisor. Returns its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)

    def interrupt_all(self) -> None:
        """Ctrl-C as a terminal sends it: to every process of the group."""
        os.killpg(self.process.pid, signal.SIGINT)

    def kill(self) -> None:
        """SIGKILL to every process at once, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def alive(self) -> list[int]:
        """The processes of the group that still run."""
        return list(self._group())

    def cpu_seconds(self) -> float:
        """Processor time, of users and of the system, that the processes of the group have used so far."""
        return sum(ticks for ticks in self._group().values()) / os.sysconf("SC_CLK_TCK")

    def _group(self) -> dict[int, int]:
        """Process -> clock ticks used, from /proc (fields 3, 5, 14 and 15 of proc_pid_stat(5))."""
        found = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, _parent, group, *fields = stat.read_text().rpartition(")")[2].split()
            except OSError:  # it ended while we looked
                continue
            if int(group) == self.process.pid and state != "Z":
                found[int(stat.parent.name)] = int(fields[8]) + int(fields[9])
        return found

    def end(self) -> None:
        """Whatever state it is in: nothing of it is left running."""
        if self.process and self.alive():
            os.killpg(self.process.pid, signal.SIGKILL)
        if self.process:
            self.process.wait()

    def command(self, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess:
        """Python with the portal's settings, on its data: ``command("-m", "chancery", "verify")``."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**self.environment, "DJANGO_SETTINGS_MODULE": "chancery.site.settings"},
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
