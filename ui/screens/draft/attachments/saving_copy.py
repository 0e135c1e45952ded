"""Saving a copy of a file where a person chose: read, cleaned, written, each on its own lane."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ffd_desktop.attachments.facts import MediaType
from ffd_desktop.attachments.pictures import Cleaned, taken_out_words
from ffd_desktop.referral.statements import Attachment
from ui.screens.draft.attachments import choosing
from ui.screens.draft.attachments.at_hand import FilesAtHand

AS_IT_CAME: Final = (
    "It is copied as it came: with what it says of its author, and what is hidden in it."
)


class CopyOut(QObject):
    """Saves copies.

    Signals:
        said: What became of it, and what was taken out of the copy.
        failed: It was not saved; carries the ``ProblemForPerson``.
    """

    said = Signal(str, str)
    failed = Signal(object)

    def __init__(self, over: QWidget, at_hand: FilesAtHand) -> None:
        super().__init__(over)
        self._over, self._hand = over, at_hand

    def ask(self, attachment: Attachment, name: str) -> QFileDialog:
        """Ask where the copy goes, then save it there."""
        return choosing.choose_target(
            self._over, name, lambda target: self._read(attachment, target)
        )

    def _read(self, attachment: Attachment, target: Path) -> None:
        hand = self._hand
        referral_id = hand.presenter.referral.id
        hand.vault.submit(
            self,
            lambda: hand.files.read(referral_id, attachment),
            lambda data: self._write(attachment, data, target),
            self.failed.emit,
        )

    def _write(self, attachment: Attachment, data: bytes, target: Path) -> None:
        files = self._hand.files

        def write() -> Cleaned:
            copy = files.leaving(attachment.media_type, data)
            files.write(target, copy.data)
            return copy

        self._hand.work.submit(
            self,
            write,
            lambda copy: self.said.emit(
                f"Saved as {target.name}.", _what_it_tells(attachment, copy)
            ),
            self.failed.emit,
        )


def _what_it_tells(attachment: Attachment, copy: Cleaned) -> str:
    if attachment.media_type in {MediaType.PDF, MediaType.DOCX}:
        return AS_IT_CAME
    return taken_out_words(copy.taken_out)
