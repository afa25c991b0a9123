"""What is asked of the cluster, and under which names it holds what.

NAME                 an alias: the index in use
NAME-FORMAT-000001   one index, made for one format of entries
NAME-lock            the lock of the one writer, a lease that it renews
"""

import copy
import threading
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from opensearchpy import NotFoundError, OpenSearch, TransportError, helpers

from chancery.finder.cost import used
from chancery.finder.distributed import schema
from chancery.finder.distributed.building import Dsl
from chancery.finder.engine import Busy
from chancery.finder.entries import FORMAT
from chancery.finder.query import QueryError

_PATIENCE = 0.05  # seconds between two tries for the lock
_LEASE = 60.0  # seconds after which the lock of a writer that has died is free
_TAKE = """
if (ctx._source.owner != null && ctx._source.owner != params.owner && ctx._source.until > ctx._now) { ctx.op = 'none' }
else { ctx._source.owner = params.owner; ctx._source.until = ctx._now + params.lease }
"""
_LET_GO = "if (ctx._source.owner == params.owner) { ctx._source.until = 0 } else { ctx.op = 'none' }"
_TOGETHER = 500  # documents sent in one go
_TRIES = 5  # other nodes that are asked where one does not answer
_WAIT = 30  # seconds that an answer may take

_SIZE_KEPT = 60.0  # seconds that a count of all documents, for estimates, is good for

_CLAUSES = "maxclausecount"
_MOST_CLAUSES = 1024
_TOO_LONG = "time_exceeded"
_TOO_WIDE = ("determiniz", "toocomplex", "too many terms")
"""What OpenSearch says of a query that is larger, and of a pattern that stands for more, than it takes."""


class Cluster:
    """One office's indexes on a cluster."""

    def __init__(self, hosts: Sequence[str], *, name: str, shards: int, copies: int, budget: float) -> None:
        self._client = OpenSearch(
            list(hosts),
            timeout=_WAIT,
            max_retries=_TRIES,
            retry_on_timeout=True,
            retry_on_status=(502, 503, 504),
            http_compress=True,
        )
        self.name = name
        self._shards, self._copies = shards, copies
        self._budget, self._deadline = budget, 0.0
        self._size, self._counted = 0, 0.0

    # The indexes

    def prepare(self, *, wait: float) -> None:
        """Make sure that an index of our format is in use: a new, empty one where none is."""
        if self._in_force():
            return
        with self.locked(wait=wait):
            if not self._in_force():
                self.switch_to(self.create())

    def current(self) -> str:
        """The name of the index in use."""
        found: dict[str, Any] = self._client.indices.get_alias(name=self.name)
        return next(iter(found))

    def create(self) -> str:
        """A new, empty index beside the others; nobody sees it yet. Only under the lock."""
        taken = [int(known.rpartition("-")[2]) for known in self._known()]
        name = f"{self.name}-{FORMAT}-{max(taken, default=0) + 1:06}"
        settings = schema.settings(shards=self._shards, copies=self._copies)
        self._client.indices.create(index=name, body={"settings": settings, "mappings": schema.mappings()})
        return name

    def switch_to(self, name: str) -> None:
        """Put an index in use, at once for everyone, and remove the others. Only under the lock."""
        self._client.indices.refresh(index=name)
        remove = [{"remove": {"index": known, "alias": self.name}} for known in self._aliased()]
        self._client.indices.update_aliases(body={"actions": [*remove, {"add": {"index": name, "alias": self.name}}]})
        self.tidy()

    def tidy(self) -> None:
        """Remove what is not in use: the index before, one whose building was cut off. Only under the lock."""
        used = self._aliased()
        for known in self._known():
            if known not in used:
                self._client.indices.delete(index=known, ignore_unavailable=True)

    def _known(self) -> list[str]:
        found = self._client.indices.get(index=f"{self.name}-*-*", ignore_unavailable=True, allow_no_indices=True)
        return [known for known in found if known.rpartition("-")[2].isdecimal()]

    def _aliased(self) -> set[str]:
        try:
            return set(self._client.indices.get_alias(name=self.name))
        except NotFoundError:
            return set()

    def _in_force(self) -> bool:
        return any(known.startswith(f"{self.name}-{FORMAT}-") for known in self._aliased())

    # The documents

    def search(self, body: Dsl) -> dict[str, Any]:
        """One search of the index in use. Raises QueryError where it is wider than the cluster takes."""
        with self._understood():
            # Scores are reckoned over all shards together, so that the order does not hang on where a document lies.
            how = {"search_type": "dfs_query_then_fetch", "preference": self.name}
            found: dict[str, Any] = self._client.search(index=self.name, body=self._timed(body), params=how)
        return self._in_time(found)

    def searches(self, bodies: Sequence[Dsl]) -> list[dict[str, Any]]:
        """Several searches in one go."""
        if not bodies:
            return []
        lines: list[Dsl] = []
        for body in bodies:
            how = {"index": self.name, "preference": self.name, "search_type": "dfs_query_then_fetch"}
            lines += [how, self._timed(body)]
        with self._understood():
            answers: list[dict[str, Any]] = self._client.msearch(body=lines)["responses"]
        for answer in answers:
            if "error" in answer:
                said = str(answer["error"])
                raise self._meant(said) or RuntimeError(f"OpenSearch refused a search: {said[:500]}")
        return [self._in_time(answer) for answer in answers]

    def until_the_budget_ends(self) -> "Cluster":
        """The same cluster for several searches, which together take no longer than one may."""
        limited = copy.copy(self)
        limited._deadline = time.monotonic() + self._budget
        return limited

    def _timed(self, body: Dsl) -> Dsl:
        left = self._deadline - time.monotonic() if self._deadline else self._budget
        if left <= 0:
            raise self._too_much_time()
        return {**body, "timeout": f"{max(1, round(left * 1000))}ms"}

    def _in_time(self, answer: dict[str, Any]) -> dict[str, Any]:
        """The answer, unless it is only what was found until the time was used up."""
        used(answer["took"])
        if answer["timed_out"]:
            raise self._too_much_time()
        return answer

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """What OpenSearch refuses of a search, as an error of the query; all else goes on."""
        try:
            yield
        except TransportError as error:
            if (found := self._meant(str(error.info))) is None:
                raise
            raise found from error

    def _meant(self, said: str) -> QueryError | None:
        said = said.lower()
        if _TOO_LONG in said:
            return self._too_much_time()
        if _CLAUSES in said:
            return QueryError("too_many_parts", most=_MOST_CLAUSES)
        return QueryError("too_wide") if any(sign in said for sign in _TOO_WIDE) else None

    def _too_much_time(self) -> QueryError:
        return QueryError("too_much_time", seconds=f"{self._budget:g}")

    def size(self) -> int:
        """How many documents there are, or were a moment ago."""
        if not self._counted or time.monotonic() > self._counted + _SIZE_KEPT:
            self._size = self._client.count(index=self.name)["count"]
            self._counted = time.monotonic()
        return self._size

    def get(self, name: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = self._client.get(index=self.name, id=name)
        except NotFoundError:
            return None
        return found

    def send(self, index: str, changes: Iterable[dict[str, Any]]) -> None:
        """Documents to add and to remove, in their order. Each is on more than one node when this returns."""
        named = ({**change, "_index": index} for change in changes)
        helpers.bulk(self._client, named, chunk_size=_TOGETHER, ignore_status=(404,), max_retries=_TRIES)

    def wipe(self, index: str) -> None:
        self.refresh(index)
        self._client.delete_by_query(index=index, body={"query": {"match_all": {}}}, conflicts="proceed", refresh=True)

    def refresh(self, index: str) -> None:
        """Make what was sent findable."""
        self._client.indices.refresh(index=index)

    def close(self) -> None:
        self._client.close()

    # The lock

    @contextmanager
    def locked(self, *, wait: float) -> Iterator[None]:
        """Hold the lock of the one writer. Raises Busy after ``wait`` seconds.

        The lock is a lease by the cluster's own clock, renewed as long as the block runs: that of a writer who has died
        is free after a while.
        """
        owner = uuid.uuid4().hex
        deadline = time.monotonic() + wait
        while self._leased(owner, _TAKE) == "noop":
            if time.monotonic() >= deadline:
                raise Busy(f"Another process writes to {self.name}; waited {wait:g} s")
            time.sleep(_PATIENCE)
        done = threading.Event()
        keeper = threading.Thread(target=self._keep, args=(owner, done), daemon=True)
        keeper.start()
        try:
            yield
        finally:
            done.set()
            keeper.join()
            self._leased(owner, _LET_GO)

    def _keep(self, owner: str, done: threading.Event) -> None:
        while not done.wait(_LEASE / 4):
            self._leased(owner, _TAKE)

    def _leased(self, owner: str, script: str) -> str:
        """Change the lock, if it is ours or nobody's; "noop" where it is another's."""
        source = {"source": script, "params": {"owner": owner, "lease": int(_LEASE * 1000)}}
        body = {"script": source, "scripted_upsert": True, "upsert": {}}
        answer = self._client.update(
            index=f"{self.name}-lock", id="writer", body=body, params={"retry_on_conflict": _TRIES}
        )
        result: str = answer["result"]
        return result
