"""A window to walk in: opened on an empty computer, ended after the test whatever happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Walker
from ui.style.apply import apply_style
from ui.style.tokens import Mode

Open = Callable[[], tuple[House, Walker]]


@pytest.fixture
def opens(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Start the program on one and the same folder, as often as it is called."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    apply_style(qapp, Mode.LIGHT, 1.0)
    running: list[House] = []

    def start() -> tuple[House, Walker]:
        house = House(tmp_path / "computer" / "vault")
        running.append(house)
        house.open()
        return house, Walker(house.shell).comes_forward()

    yield start
    for house in running:
        house.end()


@pytest.fixture
def inside(opens: Open) -> tuple[House, Walker]:
    """On the shelf of the fictional school."""
    house, walker = opens()
    steps.look_round(walker)
    return house, walker
