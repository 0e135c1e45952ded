"""The program, or a bare window with one line edit; says ``shown`` once it can be typed into.

Imports nothing that the two would not: what it takes to start is what is measured.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

    application = QApplication([])
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.show()
    _say_when_shown(application)


def _ours(folder: Path) -> None:
    from ui.__main__ import main

    threading.Thread(target=_take_the_loop, daemon=True).start()
    main(["--vault", str(folder)])


def _take_the_loop() -> None:
    """Put our loop in the place of Qt's as soon as Qt is there; imports keep their own order."""
    while True:
        widgets = sys.modules.get("PySide6.QtWidgets")
        if widgets is not None and hasattr(widgets, "QWidget"):
            widgets.QApplication.exec = _say_when_shown
            return
        time.sleep(0.001)


def _say_when_shown(application: object) -> int:
    """Stand in for the event loop: turn it until a line edit can be typed into, and tell."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    assert isinstance(application, QApplication)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        application.processEvents()
        if any(
            one.isEnabled() and one.isVisible() and one.window().windowHandle().isExposed()
            for one in application.allWidgets()
            if isinstance(one, QLineEdit)
        ):
            application.processEvents()
            sys.stdout.write("shown\n")
            sys.stdout.flush()
            os._exit(0)
    os._exit(1)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _ours(Path(sys.argv[2]))
