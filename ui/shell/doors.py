"""The ways into a vault, as the first screens ask for them. Every call is for the vault lane."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ffd_desktop.app.colleagues import Staffroom
    from ffd_desktop.app.desk import Desk
    from ffd_desktop.app.program import Program
    from ffd_desktop.app.rescue import Restored, Salvaged, Seen
    from ffd_desktop.app.setting_up import SetUp
    from ffd_desktop.app.where import Place
    from ffd_desktop.progress import Progress
    from ffd_desktop.vault.passphrase import Verdict
    from ffd_desktop.vault.recovery import PrintedCode, RecoveryCode, SchoolKey
    from ffd_desktop.vault.surroundings import Concern


class ProgramDoors:
    """The doors of the real program.

    Attributes:
        hint: The published passphrase of the fictional school, once that is the vault in use.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._made: Desk | None = None
        self.hint = ""

    def doubts(self, folder: Path) -> tuple[Concern, ...]:
        """Say what speaks against the folder of a vault that is there."""
        from ffd_desktop.app import where

        return where.doubts(folder)

    def use_folder(self, folder: Path, agreed_to: tuple[str, ...]) -> None:
        """Take the vault in a folder as this computer's own from now on."""
        self._program.use_folder(folder, agreed_to=agreed_to)

    def place(self) -> Place:
        """Say where a vault would be made, and what speaks against it."""
        from ffd_desktop.app import where

        return where.place(self._program)

    def settle_in(self, folder: Path | None) -> Place:
        """Make the vault in another folder, or the usual one; say what speaks against it."""
        from ffd_desktop.app import where

        usual = self._program.usual_folder
        self._program.settle_in(where.room_in(folder) if folder else usual)
        return where.place(self._program)

    def stand_before(self, folder: str, hint: str) -> None:
        """Take the vault in a folder for this run."""
        self._program.folder = Path(folder)
        self.hint = hint

    def look_round(self) -> Desk:
        """Open the fictional school, making it first when it is not there."""
        from ffd_desktop.app import fictional

        desk = fictional.look_round(self._program)
        self._program.folder = self._program.home / fictional.FOLDER
        self.hint = fictional.PASSPHRASE
        return desk

    def staff(self) -> tuple[str, ...]:
        """Name whose passphrases open the vault, whoever opened it last on this computer first."""
        from ffd_desktop.vault.states import Locked

        state = self._program.vault_state()
        if not isinstance(state, Locked):
            return ()
        last = self._program.look().person
        return tuple(one.name for one in sorted(state.staff, key=lambda one: one.person != last))

    def unlock(self, passphrase: str, whose: str = "") -> Desk:
        """Open by the passphrase of whoever is named, or of anybody."""
        return self._program.unlock(passphrase, whose=whose)

    def unlock_with_code(self, code: str) -> Desk:
        """Open by the recovery code."""
        return self._program.unlock_with_code(code)

    def create(self, wishes: SetUp) -> tuple[Desk, RecoveryCode]:
        """Make the vault and open it."""
        made = self._program.create(wishes)
        self._made = made[0]
        return made

    def hand_over(self) -> None:
        """Leave the vault that set-up has made to the window, which locks it like any other."""
        self._made = None

    @property
    def has_made(self) -> bool:
        """Whether set-up has made a vault, open and not handed over yet."""
        return self._made is not None

    def close_made(self) -> None:
        """Lock the vault that set-up has made and not handed over, if there is one."""
        made, self._made = self._made, None
        if made is not None:
            made.close()

    def judge_passphrase(self, text: str, about: tuple[str, ...]) -> Verdict:
        """Judge a passphrase."""
        return self._program.judge_passphrase(text, about)

    def note_typed_back(self, desk: Desk) -> None:
        """Keep that the code was typed back from its sheet."""
        from ffd_desktop.app import recovery_proof

        recovery_proof.note(desk)

    def recovery_sheet(self, code: RecoveryCode) -> bytes:
        """Draw the recovery sheet."""
        return self._program.printed_sheet(code)


class ProgramSheet:
    """The recovery sheet of the open vault."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program = program
        self._desk = desk

    def is_proved(self) -> bool:
        """Say whether its code was typed back."""
        from ffd_desktop.app import recovery_proof

        return recovery_proof.is_proved(self._desk)

    def renew(self, passphrase: str) -> RecoveryCode:
        """Make a new code."""
        from ffd_desktop.app import recovery_proof

        return recovery_proof.renew(self._program, self._desk, passphrase)

    def sheet(self, code: PrintedCode) -> bytes:
        """Draw its sheet."""
        return self._program.printed_sheet(code)

    def note_typed_back(self) -> None:
        """Keep that the code was typed back."""
        from ffd_desktop.app import recovery_proof

        recovery_proof.note(self._desk)


class ProgramSchoolKey:
    """The school's recovery key of the open vault; holds a drawn one until it was typed back."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program = program
        self._desk = desk
        self._drawn: SchoolKey | None = None

    def is_proved(self) -> bool:
        """Say whether there is one."""
        from ffd_desktop.app import school_key

        return bool(school_key.made_at(self._desk))

    def renew(self, passphrase: str) -> SchoolKey:
        """Draw one; it opens nothing yet."""
        from ffd_desktop.app import school_key

        self._drawn = school_key.draw(self._program, self._desk, passphrase)
        return self._drawn

    def sheet(self, code: PrintedCode) -> bytes:
        """Draw its sheet."""
        return self._program.printed_sheet(code)

    def note_typed_back(self) -> None:
        """Let it in."""
        from ffd_desktop.app import school_key

        drawn, self._drawn = self._drawn, None
        if drawn is not None:
            school_key.keep(self._desk, drawn)

    def withdraw(self, passphrase: str) -> None:
        """End it."""
        from ffd_desktop.app import school_key

        school_key.withdraw(self._program, self._desk, passphrase)


class ProgramLocksmith:
    """Changes the passphrase of the open vault."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program = program
        self._desk = desk

    def judge_passphrase(self, text: str, about: tuple[str, ...]) -> Verdict:
        """Judge a new passphrase."""
        return self._program.judge_passphrase(text, about)

    def change_passphrase(self, *, old: str, new: str, whose: str = "") -> None:
        """Wrap the vault's key anew; on the vault lane."""
        self._program.change_passphrase(self._desk, old=old, new=new, whose=whose)


class ProgramColleagues:
    """The people of the open vault."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program = program
        self._desk = desk

    def look_in(self) -> Staffroom:
        """Say who can open the vault."""
        from ffd_desktop.app import colleagues

        return colleagues.look_in(self._desk)

    def backup_folder(self) -> str:
        """Give the folder of the backups; empty for none."""
        from ffd_desktop.app.upkeep import backup_folder

        return backup_folder(self._program, self._desk)

    def judge(self, passphrase: str, name: str) -> Verdict:
        """Judge a new passphrase for somebody of a name."""
        return self._program.judge_passphrase(passphrase, (name,))

    def add(self, name: str, role: str, passphrase: str) -> None:
        """Let somebody in."""
        from ffd_desktop.app import colleagues
        from ffd_desktop.vault.slots import Staff

        colleagues.add(self._desk, Staff(name, role), passphrase)

    def rename(self, name: str, role: str, passphrase: str) -> None:
        """Give whoever unlocked another name or role."""
        from ffd_desktop.app import colleagues

        colleagues.rename(self._program, self._desk, name=name, role=role, passphrase=passphrase)

    def remove(self, person: str, secret: str, told_of: Collection[str]) -> None:
        """Take a person's way in away."""
        from ffd_desktop.app import colleagues
        from ffd_desktop.vault.recovery import read_printed

        given = read_printed(secret) if self._desk.is_recovered else secret
        colleagues.remove(self._program, self._desk, person, given, told_of=told_of)


class ProgramBackups:
    """The folder of the open vault's backups."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program = program
        self._desk = desk

    def chosen(self) -> str:
        """Give the folder in use; empty for none."""
        from ffd_desktop.app.upkeep import backup_folder

        return backup_folder(self._program, self._desk)

    def choose(self, place: Path) -> tuple[str, ...]:
        """Take a folder from now on, and give what is to be said of it."""
        from ffd_desktop.app.upkeep import choose_backup_folder

        return choose_backup_folder(self._program, self._desk, place)


class ProgramRescue:
    """What gets a vault back: works while none is open, and when it does not open any more."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def look(self, place: Path | None) -> Seen:
        """Say what there is, also in one more place."""
        from ffd_desktop.app import rescue

        return rescue.look(self._program, place)

    def restore(self, source: Path, typed: str, progress: Progress) -> Restored:
        """Put a backup back."""
        from ffd_desktop.app import rescue

        return rescue.restore(self._program, source, typed, progress)

    def salvage(self, source: Path, typed: str, progress: Progress) -> Salvaged:
        """Take what damage has left into a new vault."""
        from ffd_desktop.app import rescue

        return rescue.salvage(self._program, source, typed, progress)


class DeskCopied:
    """What was copied of one transfer sheet."""

    def __init__(self, desk: Desk, referral_id: str) -> None:
        self._desk = desk
        self._id = referral_id

    def marks(self) -> frozenset[str]:
        """Give the marks of the parts that were copied."""
        from ffd_desktop.app import copied

        return copied.marks(self._desk.settings, self._id)

    def keep(self, marks: frozenset[str]) -> None:
        """Keep just these."""
        from ffd_desktop.app import copied

        copied.keep(self._desk.settings, self._id, marks)
