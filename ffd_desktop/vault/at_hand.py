"""Making sure of a secret by the keys of the open vault itself, when its disk may be gone.

Reads and writes no file. Guesses are counted in memory and end with the program; the next
unlocking counts them on the disk again.
"""

from __future__ import annotations

from collections.abc import Callable

from ffd_desktop.vault import slots, throttle, trouble
from ffd_desktop.vault.keys import DataKey
from ffd_desktop.vault.keysfile import KeysFile
from ffd_desktop.vault.recovery import PrintedCode
from ffd_desktop.vault.slots import Secret


class ProvesAtHand:
    """Proves secrets of one open vault, more slowly after each wrong one. For one thread.

    Args:
        vault_id: The vault's.
        monotonic: Seconds that only go forward.
    """

    def __init__(self, vault_id: str, monotonic: Callable[[], float]) -> None:
        self._guesses = throttle.none_yet(vault_id)
        self._monotonic = monotonic

    def prove(self, secret: Secret, content: KeysFile, data_key: DataKey) -> None:
        """Make sure that a secret opens one of the slots in memory.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``wrong_recovery_code``,
                ``wait_before_guessing`` or ``too_little_memory``.
        """
        now = self._monotonic()
        wait_s = throttle.wait_s(self._guesses, now)
        if wait_s > 0:
            raise trouble.wait_while_covered(wait_s)
        self._guesses = throttle.counted(self._guesses, now)
        if not slots.is_opened_by(content, data_key, secret):
            raise trouble.still_covered(is_code=isinstance(secret, PrintedCode))
        self._guesses = throttle.none_yet(self._guesses.vault_id)
