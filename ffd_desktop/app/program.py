"""The program: what can be done before and around an unlocked vault.

Joins the real adapters to the core for the window and the command line alike. Holds no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from ffd_desktop import __version__
from ffd_desktop.adapters import crash_notes, files, system
from ffd_desktop.adapters.clock import SystemClock
from ffd_desktop.adapters.looks import KeptLook, keep_look, read_look
from ffd_desktop.app import where
from ffd_desktop.app.where import Where, Why
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.undoing import undone_on_failure

if TYPE_CHECKING:
    from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
    from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
    from ffd_desktop.app.arranged import Arrangements
    from ffd_desktop.app.backups import Backups
    from ffd_desktop.app.desk import Desk
    from ffd_desktop.app.setting_up import SetUp
    from ffd_desktop.councils.pack import Pack
    from ffd_desktop.drafting.ports import Clock
    from ffd_desktop.vault.head_code import HeadCode
    from ffd_desktop.vault.keys import SlotKey
    from ffd_desktop.vault.passphrase import Verdict
    from ffd_desktop.vault.recovery import PrintedCode, RecoveryCode
    from ffd_desktop.vault.slots import Secret
    from ffd_desktop.vault.states import Locked, Missing


def prepare_process() -> None:
    """Make this process private before it does anything; see ``adapters/system.py``."""
    system.harden_process()


class Program:
    """The program at one vault folder. ``unlock`` and ``create`` belong to the vault lane."""

    def __init__(
        self,
        *,
        folder: Path | None = None,
        clock: Clock | None = None,
        arranged: Arrangements | None = None,
    ) -> None:
        self.home = folder.parent if folder else system.data_folder()
        self.clock: Clock = clock or SystemClock()
        self.arranged = where.arranged_here(self._knows_council) if arranged is None else arranged
        self.where: Where = where.of(self, folder)
        self.folder = self.where.folder
        self._backups: tuple[Path, Backups] | None = None

    @property
    def allows_quick_unlock(self) -> bool:
        """Whether this computer's keyring may open the vault, as far as IT support says."""
        return self.arranged.quick_unlock is not False

    # ---- councils ---------------------------------------------------------------------------

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """The council packs by key."""
        from ffd_desktop.councils.bundled import bundled_councils, bundled_pack

        return MappingProxyType({key: bundled_pack(key) for key in bundled_councils()})

    def pack(self, key: str) -> Pack:
        """Find a council's pack.

        Raises:
            ProblemForPerson: ``council_unknown``.
        """
        try:
            return self.packs[key]
        except KeyError:
            raise ProblemForPerson(
                f"There is no council pack '{key}'. Nothing was changed.",
                f"The packs are: {', '.join(self.packs)}.",
                "council_unknown",
            ) from None

    def read_pack_folder(self, folder: Path) -> Pack:
        """Read a pack from a folder, strictly.

        Raises:
            ProblemForPerson: ``pack_wrong`` naming every mistake, or trouble with the folder.
        """
        from ffd_desktop.adapters import packs
        from ffd_desktop.councils.bundled import shared
        from ffd_desktop.councils.reading import read_pack

        return read_pack(packs.read_folder(folder), shared())

    # ---- the vault --------------------------------------------------------------------------

    def has_vault(self) -> bool:
        """Tell at a glance whether there is anything of a vault; opening it tells the rest."""
        return where.has_vault(self.folder)

    def vault_state(self) -> Missing | Locked:
        """Say whether there is a vault, and whose passphrases open it.

        Raises:
            ProblemForPerson: ``keys_damaged``, ``vault_missing`` ...
        """
        from ffd_desktop.adapters.sqlcipher import vault as sql_vault

        return sql_vault.state_of(self.folder)

    @property
    def usual_folder(self) -> Path:
        """Where this computer's vault is unless somebody says otherwise."""
        return self.home / "vault"

    def settle_in(self, folder: Path) -> None:
        """Make the next vault in a folder, and know it as this computer's own from then on."""
        why = Why.USUAL if folder == self.usual_folder else Why.KEPT
        self.folder, self.where = folder, Where(folder, why)

    def use_folder(self, folder: Path, *, agreed_to: tuple[str, ...] = ()) -> None:
        """Take the vault in a folder as this computer's own from now on.

        Raises:
            ProblemForPerson: ``vault_missing``, ``keys_damaged`` ...; then nothing is changed.
        """
        from ffd_desktop.adapters.sqlcipher import vault as sql_vault
        from ffd_desktop.vault import trouble
        from ffd_desktop.vault.states import Missing

        if isinstance(sql_vault.state_of(folder), Missing):
            raise trouble.vault_missing()
        self.keep_look(msgspec.structs.replace(self.look(), vault=str(folder.absolute())))
        self.settle_in(folder)
        where.agree(self, folder, agreed_to)

    def require_vault(self) -> None:
        """Refuse to go on without a vault.

        Raises:
            ProblemForPerson: ``vault_missing``.
        """
        from ffd_desktop.vault import trouble
        from ffd_desktop.vault.states import Missing

        if isinstance(self.vault_state(), Missing):
            raise trouble.vault_missing()

    def judge_passphrase(self, text: str, about: tuple[str, ...] = ()) -> Verdict:
        """Say in words how good a passphrase is."""
        from ffd_desktop.adapters.sqlcipher import vault as sql_vault

        return sql_vault.judged(text, about=about)

    def create(self, wishes: SetUp) -> tuple[Desk, RecoveryCode]:
        """Make a vault, and give it unlocked with the recovery code for the sheet.

        Raises:
            ProblemForPerson: ``vault_exists``, ``passphrase_weak``, trouble with the disk, or
                ``place_cloud`` and its like for what speaks against the folder and was not
                agreed to ...
        """
        from ffd_desktop.adapters.sqlcipher import vault as sql_vault
        from ffd_desktop.vault.slots import Staff

        profile = wishes.profile
        where.demand(self.folder, wishes.agreed_to)
        new = sql_vault.NewVault(
            self.folder,
            Staff(profile.staff_name, profile.staff_role),
            wishes.passphrase,
            about=(profile.school_name,),
            params=wishes.params,
        )
        opened, code = sql_vault.create_vault(new, clock=self.clock)
        desk = self.desk_of(opened)
        desk.keep_profile(profile)
        where.remember(self, wishes.agreed_to)
        return desk, code

    def unlock(self, secret: str | SlotKey, *, whose: str = "") -> Desk:
        """Unlock the vault, with the passphrase of whoever is named or of anybody; or by a keyring.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``keys_damaged``, ``vault_damaged``,
                ``vault_in_use`` ...
        """
        return self._opened(secret, whose=whose)

    def unlock_with_code(self, code: str) -> Desk:
        """Unlock the vault with a recovery code or the school's key, as typed from its sheet.

        Raises:
            ProblemForPerson: ``recovery_code_misread``, ``wrong_recovery_code`` ...
        """
        from ffd_desktop.vault.recovery import read_printed

        return self._opened(read_printed(code))

    def verify(
        self,
        passphrase: str,
        *,
        head: HeadCode | None = None,
        whose: str = "",
        progress: Progress = SILENT,
    ) -> VerifyReport:
        """Check the whole vault, and against the head at a paper's foot when there is one."""
        from ffd_desktop.adapters.sqlcipher import opening

        return opening.verify_vault(
            self.folder,
            passphrase,
            clock=self.clock,
            head=head,
            whose=whose,
            progress=progress,
        )

    @property
    def backups(self) -> Backups:
        """The backups of the vault in the folder in use; the same ones at each asking."""
        from ffd_desktop.app.backups import Backups

        if self._backups is None or self._backups[0] != self.folder:
            self._backups = (
                self.folder,
                Backups(self.folder, self.clock, arranged=self.arranged.backup_folder),
            )
        return self._backups[1]

    def set_aside(self) -> Path:
        """Move the vault's folder aside; nothing is deleted."""
        from ffd_desktop.adapters.sqlcipher import vault as sql_vault

        return sql_vault.set_aside(self.folder, clock=self.clock)

    def printed_sheet(self, code: PrintedCode) -> bytes:
        """Draw the sheet of a recovery code or of the school's key as a PDF, in memory."""
        from ffd_desktop.app.recovery_sheet import printed_sheet

        return printed_sheet(code, self.clock)

    @contextmanager
    def recovery_file(self, target: Path) -> Iterator[Callable[[PrintedCode], None]]:
        """Keep a place for a printed code before it is made; lend what writes it there.

        Never over another file; the empty place goes again when the making fails.
        """
        files.write_once(target, b"")
        with undone_on_failure(files.remove_made, target):
            yield lambda code: files.write_once(target, f"{code}\n".encode(), replacing=True)

    def change_passphrase(self, desk: Desk, *, old: str, new: str, whose: str = "") -> None:
        """Give whoever unlocked another passphrase; slow, on the vault lane.

        The old one is not asked of somebody who came in by the recovery code; they say by name
        whose passphrase it is, where several have one.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing``,
                ``passphrase_weak``, trouble with the disk; the old passphrase then still
                opens the vault.
        """
        from ffd_desktop.adapters.sqlcipher import opening
        from ffd_desktop.adapters.sqlcipher import vault as sql_vault
        from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault

        if not desk.is_recovered:
            opening.prove_secret(self.folder, old, clock=self.clock, whose=desk.staff_name)
        sql_vault.demand(new, about=(desk.profile().school_name, desk.staff_name))
        opened = desk.vault
        if isinstance(opened, OpenVault):
            name = (whose or None) if desk.is_recovered else None
            opened.ways.change_passphrase(new, cost=sql_vault.calibrated(), name=name)

    # ---- the window's look ------------------------------------------------------------------

    def look(self) -> KeptLook:
        """Give how the window looks."""
        return read_look(self.home)

    def keep_look(self, look: KeptLook) -> None:
        """Keep how the window looks."""
        keep_look(self.home, look)

    # ---- faults -----------------------------------------------------------------------------

    def keep_fault(self, kind: str, frames: tuple[str, ...]) -> None:
        """Note a bug for the next start: its type and where, never a value."""
        note = "\n".join((f"FFD Desktop {__version__}", kind, *frames))
        crash_notes.keep(self.home, f"{note}\n")

    def take_fault(self) -> str:
        """Give and forget the note of the last run's bug; empty when there was none."""
        return crash_notes.take(self.home)

    def _knows_council(self, key: str) -> bool:
        return key in self.packs

    def _opened(self, secret: Secret, *, whose: str = "") -> Desk:
        from ffd_desktop.adapters.sqlcipher import opening

        opened = opening.open_vault(self.folder, secret, clock=self.clock, whose=whose, renews=True)
        return self.desk_of(opened)

    def desk_of(self, opened: OpenVault) -> Desk:
        """Put an open vault's stores on a desk."""
        from ffd_desktop.app import details
        from ffd_desktop.app.desk import Desk

        details.bring_over(opened.settings, opened.state, opened.staff)
        return Desk(
            referrals=opened.referrals,
            roll=opened.roll,
            settings=opened.settings,
            clock=self.clock,
            vault=opened,
            clock_notes=opened.clock_notes,
            files=opened.files,
            sealed=opened.sealed,
            outbox=opened.outbox,
            paper_notes=opened.paper_notes,
            handovers=opened.handovers,
        )
