"""Where files come from and go to: the system's dialogs, the clipboard, what is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from ffd_desktop.app.attaching import Looked
from ffd_desktop.attachments.trouble import MOST_PIXELS, too_many_pixels
from ui.screens.draft.attachments.bringing import Source
from ui.screens.draft.attachments.ports import Files

PASTED: Final = "Pasted picture.png"
_KINDS: Final = [
    "Documents and pictures (*.pdf *.docx *.jpg *.jpeg *.png)",
    "All files (*)",
]


def choose_files(over: QWidget, chosen: Callable[[Sequence[Path]], None]) -> QFileDialog:
    """Ask for one or more files, then give them to ``chosen``; nothing when it is cancelled."""
    dialog = QFileDialog(over, "Choose the files to add")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(_KINDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def choose_target(over: QWidget, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask where a copy goes, under a neutral name."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(documents)
    dialog = QFileDialog(over, "Save a copy", folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda target: chosen(Path(target)))
    dialog.open()
    return dialog


def held(mime: QMimeData | None) -> bool:
    """Say whether what is dropped or pasted holds files or a picture."""
    return mime is not None and (bool(_paths(mime)) or mime.hasImage())


def sources(mime: QMimeData | None, files: Files) -> tuple[Source, ...]:
    """Give the files, or else the picture, that are dropped or pasted."""
    if mime is None:
        return ()
    paths = _paths(mime)
    if paths:
        return tuple(_of_path(files, path) for path in paths)
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return ()
    return (_of_image(files, image),)


def of_paths(files: Files, paths: Sequence[Path]) -> tuple[Source, ...]:
    """Give the files at some paths."""
    return tuple(_of_path(files, path) for path in paths)


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _of_path(files: Files, path: Path) -> Source:
    return lambda: files.look(path)


def _of_image(files: Files, image: QImage) -> Source:
    """Pack a picture in memory; on the lane of work."""

    def packed() -> Looked:
        if image.width() * image.height() > MOST_PIXELS:
            raise too_many_pixels(image.width(), image.height())
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        return files.look_at(PASTED, bytes(buffer.data().data()))

    return packed
