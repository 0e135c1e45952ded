"""Asking for roll files. Reads none of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.widgets.asking_files import Chosen, ask_for_files

_KINDS = [
    "Rolls (*.xml *.csv *.tsv *.txt *.xlsx *.xlsm *.zip)",
    "Common Transfer Files (*.xml)",
    "Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)",
    "All files (*)",
]
ChooseFiles = Callable[[QWidget, Chosen], None]


def choose_files(over: QWidget, chosen: Chosen) -> None:
    """Ask for one or more files, then give them to ``chosen``; nothing when it is cancelled."""
    ask_for_files(over, "Choose the roll’s file", _KINDS, chosen, several=True)
