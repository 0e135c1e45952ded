"""The plain page that is shown from the moment a lock is asked for until the locked screen is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.page import Page
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words


class Hush(QWidget):
    """Covers whatever was on the screen; says nothing of it."""

    def __init__(self) -> None:
        super().__init__()
        page = Page(widest=1000, middle=True)
        page.add(Words("Locked", Kind.TITLE), Words("One moment …", Kind.LEAD))
        column(self).addWidget(page)
