"""Asking for roll files by the system's own dialog. Reads none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = [
    "Rolls (*.xml *.csv *.tsv *.txt *.xlsx *.xlsm *.zip)",
    "Common Transfer Files (*.xml)",
    "Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)",
    "All files (*)",
]
Chosen = Callable[[Sequence[Path]], None]
ChooseFiles = Callable[[QWidget, Chosen], None]


def choose_files(over: QWidget, chosen: Chosen) -> None:
    """Ask for one or more files, then give them to ``chosen``; nothing when it is cancelled."""
    dialog = QFileDialog(over, "Choose the roll’s file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(_KINDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
