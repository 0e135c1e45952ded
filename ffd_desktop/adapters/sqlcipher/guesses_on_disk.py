"""The count of guesses beside vault.keys, in two copies: on the disk before a guess is checked.

Written over in place and always of one length, so that a full disk keeps nobody out; the second
copy is written only when the first is durable, so that a power cut tears one of them at most.
Whoever can change files in the folder can put the count back; see vault/throttle.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import throttle, trouble
from ffd_desktop.vault.throttle import Guesses

NAME: Final = "vault.guesses"
COPY: Final = "vault.guesses.copy"
_BYTES: Final = 256


class GuessesOnDisk:
    """The two copies of one vault's count.

    Args:
        folder: The vault's.
        vault_id: A record of another vault counts as none.
        monotonic: Seconds that only go forward, the same for every program since the start.
    """

    def __init__(self, folder: Path, vault_id: str, monotonic: Callable[[], float]) -> None:
        self.paths = (folder / NAME, folder / COPY)
        self._vault_id = vault_id
        self._monotonic = monotonic

    def count(self) -> None:
        """Count a guess that is about to be checked; two programs cannot count the same one.

        Raises:
            ProblemForPerson: ``wait_before_guessing``, or trouble with the disk; the guess must
                then not be checked.
        """
        with files.alone(self.paths[0]):
            now = self._monotonic()
            kept = self._read()
            known = throttle.believed(kept or throttle.lost(self._vault_id, now), now)
            wait_s = throttle.wait_s(known, now)
            if wait_s > 0:
                if known != kept:
                    self._write(known)
                raise trouble.wait_before_guessing(wait_s)
            self._write(throttle.counted(known, now))

    def wait_s(self) -> float:
        """Give the seconds that the next guess has to wait; 0 when that cannot be read."""
        known, now = self._read(), self._monotonic()
        return throttle.wait_s(throttle.believed(known, now), now) if known else 0.0

    def start_anew(self) -> None:
        """Forget all guesses: the vault is new, or the right secret was given."""
        self._write(throttle.none_yet(self._vault_id))

    def _read(self) -> Guesses | None:
        found = [known for known in map(_decoded, self.paths) if known is not None]
        ours = [known for known in found if known.vault_id == self._vault_id]
        return throttle.graver(ours[0], ours[-1]) if ours else None

    def _write(self, known: Guesses) -> None:
        data = msgspec.json.encode(known).ljust(_BYTES - 1) + b"\n"
        for path in self.paths:
            files.overwrite(path, data)


def _decoded(path: Path) -> Guesses | None:
    try:
        data = files.read_whole(path, most_bytes=2 * _BYTES)
        return msgspec.json.decode(data, type=Guesses) if data else None
    except (ProblemForPerson, msgspec.DecodeError, UnicodeDecodeError):
        return None
