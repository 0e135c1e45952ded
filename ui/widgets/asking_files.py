"""Asking for files, and where to save one, by the system's own dialog. Reads and writes none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
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


def ask_where(
    over: QWidget, title: str, name: str, kind: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to save a file under a neutral name, then give the place to ``chosen``."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = QFileDialog(over, title, QStandardPaths.writableLocation(documents))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda target: chosen(Path(target)))
    dialog.open()
    return dialog
