"""From nothing to a lock screen that can be typed into, beside a bare window with one line edit.

Run as a module it is one of the two: it says ``shown`` when its line edit is on the screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.bench.measuring import Row, Size, against

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def starting(folder: Path, size: Size) -> Row:
    """Start both in turn, from the process's beginning to the painted line edit."""
    ours, bare = list[float](), list[float]()
    for _ in range(size.starts + 1):
        ours.append(start("ours", folder))
        bare.append(start("bare", folder))
    return against(
        "start to a lock screen that can be typed into",
        ours[1:],
        bare[1:],
        most=1.5,
        of_bare="PySide6 window, one line edit",
    )


def start(which: str, folder: Path) -> float:
    """Start a process and time it until it says that it can be typed into."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.starting", which, str(folder)],
        stdout=subprocess.PIPE,
        env=OFFSCREEN,
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        taken = time.perf_counter() - begun
        child.stdout.read()
    assert line == b"shown\n", line
    return taken


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
