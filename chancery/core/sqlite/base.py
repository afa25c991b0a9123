"""SQLite lets one writer in at a time, and lets the others poll for the lock, unfairly.

Under load a few of them then wait for seconds. So writers queue at a lock file first: the kernel wakes them in
turn, and SQLite's own busy handler has nothing left to do. The longest wait falls from seconds to tenths of a second;
the price is paid in rate, because each turn wakes another process (both measured in ``bench/write_tail.py``).
"""

import fcntl
import os
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes the write lock before ``BEGIN IMMEDIATE`` and gives it back after commit or rollback."""

    _door: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def close(self) -> None:
        super().close()
        if not self.in_atomic_block:
            self._leave()

    def _enter(self) -> None:
        name: Any = self.settings_dict["NAME"]
        if self._door is not None or self.is_in_memory_db():
            return
        door = os.open(f"{name}.queue", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(door, fcntl.LOCK_EX)
        self._door = door

    def _leave(self) -> None:
        if self._door is not None:
            os.close(self._door)
            self._door = None
