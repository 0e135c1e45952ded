"""What the draft screen needs from the shell, as small ports. Holds no code of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from ffd_desktop.drafting.ports import Place
from ffd_desktop.drafting.session import Batch
from ffd_desktop.problems import ProblemForPerson

T = TypeVar("T")


class Lane(Protocol):
    """One worker thread that does jobs in order; answers come back on the window's thread."""

    def submit(
        self,
        receiver: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ProblemForPerson], None],
    ) -> None:
        """Do a job later; then call ``done`` or ``failed``, unless ``receiver`` is gone."""
        ...


class DraftDesk(Protocol):
    """What of the desk a draft uses; every method belongs to the vault lane."""

    def save(self, referral_id: str, batch: Batch, *, screen: str) -> datetime:
        """Make a batch durable and tell when it was."""
        ...

    def remember_place(self, referral_id: str, place: Place) -> None:
        """Keep where the writer was."""
        ...
