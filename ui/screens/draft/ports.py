"""What the shell lends the draft screen. Holds no code of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import msgspec
from PySide6.QtWidgets import QWidget

from ffd_desktop.app.draft_roll import Picked
from ffd_desktop.councils.forms import Form
from ffd_desktop.councils.hours import NumberCard
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.clock_jump import ClockJump
from ffd_desktop.drafting.ports import Clock, Place
from ffd_desktop.drafting.session import Batch
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.siblings import Proposal
from ffd_desktop.roll.upn import UpnCheck
from ui.lanes import Submits
from ui.papers import Papers
from ui.screens.draft.attachments.ports import Files
from ui.screens.draft.bring_in.ports import LogWork
from ui.screens.draft.spelling.ports import SpellingWork


class DraftDesk(Protocol):
    """What of the desk a draft uses; every method belongs to the vault lane."""

    def save(self, referral_id: str, batch: Batch, *, screen: str) -> datetime:
        """Make a batch durable and tell when it was."""
        ...

    def take_clock_jump(self) -> ClockJump | None:
        """Give, once, the change of the computer's clock that saving has noted."""
        ...

    def remember_place(self, referral_id: str, place: Place) -> None:
        """Keep where the writer was."""
        ...


class DraftRoll(Protocol):
    """What of the roll a draft uses; every method belongs to the vault lane."""

    def find_pupils(self, text: str) -> Sequence[Pupil]:
        """Find pupils by UPN or any part of any name, best first."""
        ...

    def check_upn(self, text: str) -> UpnCheck:
        """Check a UPN, suggesting numbers of this roll."""
        ...

    def pupils_called(self, names: Sequence[str]) -> frozenset[str]:
        """Give those of some folded full names that a pupil has."""
        ...

    def family_of(self, key: str) -> Sequence[Proposal]:
        """Propose who may be a brother or sister, likeliest first."""
        ...

    def pick(self, standings: Mapping[str, str]) -> Picked:
        """Give the pupils with these keys, each to ``refer`` or as ``family``."""
        ...


class Tools(msgspec.Struct, frozen=True):
    """What the shell lends a draft.

    Attributes:
        vault_lane: The lane of the vault's one thread.
        work_lane: The lane of papers and other long work.
        numbers: Makes the card of telephone numbers.
        whom: Gives the numbers of the moment.
        logs: Reads files of rows, and remembers their columns.
        roll: The school's roll, for a child who is to come into the draft.
        files: The files that go with the draft.
        spelling: The dictionary and the office's own words.
        words_lane: The lane on which words are looked up.
    """

    desk: DraftDesk
    pack: Pack
    form: Form
    clock: Clock
    papers: Papers
    vault_lane: Submits
    work_lane: Submits
    numbers: Callable[[], QWidget]
    whom: Callable[[], NumberCard]
    logs: LogWork
    roll: DraftRoll
    files: Files
    spelling: SpellingWork
    words_lane: Submits
