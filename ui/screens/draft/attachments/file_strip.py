"""What an attachment's file is, in words, and what can be done with it. Does none of it itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from ffd_desktop.attachments.words import file_words
from ffd_desktop.referral.statements import Attachment
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

NO_FILE: Final = "Named only: the document comes another way."


class FileStrip(Panel):
    """The file of one attachment.

    Signals:
        looked: Look at it.
        saved: Save a copy of it.
        chosen: Choose its file; only where there is none.
    """

    looked = Signal()
    saved = Signal()
    chosen = Signal()

    def __init__(self, attachment: Attachment, *, is_fixed: bool) -> None:
        super().__init__("sunken")
        self.attachment = attachment
        self.about = Words(file_words(attachment) or NO_FILE, Kind.STRONG)
        self.name = Words(f"It came as: {attachment.file_name}", Kind.QUIET)
        self.look = Button("Look at it", does=self.looked.emit)
        self.save = Button("Save a copy …", "quiet", does=self.saved.emit)
        self.choose = Button("Choose its file …", does=self.chosen.emit)
        buttons = Flow(gap=SPACE.small)
        for button in (self.look, self.save, self.choose):
            buttons.addWidget(button)
        self.add(self.about, self.name, buttons)
        has_file = bool(attachment.file)
        self.name.setHidden(not attachment.file_name)
        self.look.setHidden(not has_file)
        self.save.setHidden(not has_file)
        self.choose.setHidden(has_file or is_fixed)
