"""One writer at a time: a lock file beside the case file, which the system lets go of when its holder dies.

The lock is the operating system's, on the open file, so a killed process leaves nothing to clear away; what is written
in the file only tells the others who holds it. SQLite's own lock is too short for this: it lasts one document.
"""

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from testigo.records import BusyError

_POLL_S = 0.05
_BYTE = 1 << 30  # Windows locks bytes, and locked bytes cannot be read: lock one far behind the words


class WriteLock:
    """The right to write to one case file. Held again by the thread that holds it, it costs nothing."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._path = case.with_name(case.name + ".lock")
        self._thread = threading.RLock()
        self._depth = 0

    @contextlib.contextmanager
    def held(self, command: str, timeout_s: float) -> Iterator[None]:
        """Hold the lock; wait for another holder up to timeout_s.

        Raises BusyError, which says who holds it.
        """
        deadline = time.monotonic() + timeout_s
        if not self._thread.acquire(timeout=max(timeout_s, 0)):
            raise BusyError(f"{self._case}: another thread of this process is writing to it. Try again later.")
        try:
            with contextlib.nullcontext() if self._depth else self._file_held(command, deadline):
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
        finally:
            self._thread.release()

    @contextlib.contextmanager
    def _file_held(self, command: str, deadline: float) -> Iterator[None]:
        handle = self._acquired(deadline)
        try:
            since = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            words = json.dumps({"pid": os.getpid(), "command": command, "since": since})
            os.ftruncate(handle, 0)
            os.pwrite(handle, words.encode(), 0) if hasattr(os, "pwrite") else os.write(handle, words.encode())
            yield
        finally:
            with contextlib.suppress(OSError):  # Windows does not unlink an open file; an empty one does no harm
                os.ftruncate(handle, 0)
                self._path.unlink()
            os.close(handle)

    def _acquired(self, deadline: float) -> int:
        while True:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if _lock(handle) and self._is_current(handle):
                return handle
            os.close(handle)
            if time.monotonic() >= deadline:
                raise BusyError(f"{self._case}: {self._holder()}. Wait until it is done, or stop it, and try again.")
            time.sleep(_POLL_S)

    def _is_current(self, handle: int) -> bool:
        """Tell whether the locked file is still the one beside the case: the last holder may have removed it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def _holder(self) -> str:
        try:
            said = json.loads(self._path.read_text("utf-8"))
            return f"process {said['pid']} ({said['command']}) has been writing to it since {said['since']}"
        except (OSError, ValueError, KeyError, TypeError):
            return "another process is writing to it"


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
