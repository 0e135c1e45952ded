"""Where the backups go: one folder of choice, better on another disk. Makes none itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

_NONE = "No folder is chosen yet, so no backups are made."


class BackupsPart(Panel):
    """The folder of the backups.

    Signals:
        chosen: A folder; carries a ``Path``.
    """

    chosen = Signal(object)

    def __init__(self, *, is_arranged: bool = False) -> None:
        super().__init__(gap=SPACE.medium)
        self._by = "Set by your IT support" if is_arranged else "In use"
        self.where = Words(_NONE, Kind.STRONG)
        self.button = Button("Choose a folder …", does=self._on_choose, says="Choose a folder")
        self.add(
            Words("Backups", Kind.HEADING),
            Words(
                "After each locking the program copies the encrypted vault into a folder of your "
                "choice, and proves the copy the next time you open it. Choose a folder on another "
                "disk: a school share or a memory stick."
            ),
            self.where,
            beside(self.button),
        )
        self.button.setVisible(not is_arranged)

    def show_folder(self, folder: str) -> None:
        """Say which folder is in use."""
        self.where.setText(f"{self._by}: {folder}" if folder else _NONE)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "Choose a folder for the backups")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.chosen.emit(Path(folder)))
        dialog.open()
