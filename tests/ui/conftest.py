"""Every test of the window starts dressed in the light style at its usual size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.collecting import collecting_here
from ui.style.apply import apply_style
from ui.style.tokens import Mode


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application afresh, whatever the test before did to it."""
    apply_style(qapp, Mode.LIGHT, 1.0)
    yield
    apply_style(qapp, Mode.LIGHT, 1.0)


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Nothing is collected on a lane's thread."""
    yield from collecting_here()
