"""One check of an open vault while it is written: of the file as it stood when the check began.

Begun and ended on the vault's thread, run on any other one. Meanwhile what is saved goes to the
WAL alone and never waits for the check. Holds the vault's keys until it is over, and locking ends
it first.
"""

from __future__ import annotations

import contextlib
import threading

from ffd_desktop.adapters.sqlcipher import verifying
from ffd_desktop.adapters.sqlcipher.connection import Database, Snapshot
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress, stopped
from ffd_desktop.vault import trouble
from ffd_desktop.vault.keysfile import Anchor


class Checkup:
    """A check that was begun; run it once."""

    def __init__(self, database: Database, chain_key: bytes, anchor: Anchor | None) -> None:
        database.rest()
        self._database = database
        self._chain_key = chain_key
        self._anchor = anchor
        self._facts = database.sealed.facts
        self._over = threading.Event()
        self._running = threading.Lock()

    def run(self, progress: Progress) -> VerifyReport:
        """Check everything; on any thread but the vault's.

        Raises:
            ProblemForPerson: ``stopped``, by the person or because the vault is locked;
                ``check_disturbed``; or the disk cannot be reached at all.
        """
        with self._running:
            if self._over.is_set():
                raise stopped()
            report = self._verified(_UntilOver(progress, self._over))
            if self._database.sealed.facts != self._facts:
                raise trouble.check_disturbed()
            return report

    def end(self) -> None:
        """Stop it if it still runs, wait for that, and let the vault go on as ever; vault's thread.

        Ending twice does no harm, also once the vault is locked.
        SECURITY: the check reads under the vault's key, so the vault waits for it before it locks.
        """
        if self._over.is_set():
            return
        self._over.set()
        with self._running, contextlib.suppress(ProblemForPerson):
            self._chain_key = b""
            self._database.go_on()

    def _verified(self, progress: Progress) -> VerifyReport:
        snapshot = Snapshot(self._database)
        try:
            log = RecordLog(snapshot, self._chain_key, _no_clock)
            return verifying.verify(snapshot, log, self._anchor, progress=progress)
        finally:
            snapshot.close()


class _UntilOver:
    """A person's progress, that is stopped as well once the check is over."""

    def __init__(self, progress: Progress, over: threading.Event) -> None:
        self._progress = progress
        self._over = over

    def step(self, done: int, total: int, words: str) -> None:
        self._progress.step(done, total, words)

    def is_stopped(self) -> bool:
        return self._over.is_set() or self._progress.is_stopped()


def _no_clock() -> float:
    """Nothing is written, so no moment is noted."""
    return 0.0
