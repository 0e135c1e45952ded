"""A window to walk in: opened on an empty computer, ended after the test whatever happened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.drafting.ports import Clock
from tests.collecting import collecting_here
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Walker
from ui.sentry.port import Sentry
from ui.style.apply import apply_style
from ui.style.tokens import Mode


class Open(Protocol):
    """Starts the program, at its own clock or another, alone or with a sentry."""

    def __call__(
        self, clock: Clock | None = None, sentry: Sentry | None = None
    ) -> tuple[House, Walker]:
        """Give the run and who walks in its window."""
        ...


@pytest.fixture
def opens(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Start the program on one and the same folder, as often as it is called."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    apply_style(qapp, Mode.LIGHT, 1.0)
    running: list[House] = []

    def start(clock: Clock | None = None, sentry: Sentry | None = None) -> tuple[House, Walker]:
        house = House(tmp_path / "computer" / "vault", clock, sentry=sentry)
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


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Nothing is collected on a lane's thread."""
    yield from collecting_here()
