"""Asking for files by the system's own dialog. Reads none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[Sequence[Path]], None]


def ask_for_files(
    over: QWidget, title: str, kinds: Sequence[str], chosen: Chosen, *, several: bool
) -> None:
    """Ask for one file or several, then give them to ``chosen``; nothing when it is cancelled."""
    dialog = QFileDialog(over, title)
    modes = QFileDialog.FileMode
    dialog.setFileMode(modes.ExistingFiles if several else modes.ExistingFile)
    dialog.setNameFilters(kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
