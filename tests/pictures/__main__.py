"""Takes the pictures of the window: ``python -m tests.pictures [FOLDER]``, else ``docs/pictures``.

The fictional school, a clock that stands on a Friday, no display: so that they stay the same.
Take them where Noto Sans is the system's font, as those that are kept were. Those of restoring show
a temporary folder, other each time: they are for looking at, not for keeping.
Checks nothing; eyes do.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.house import House
from tests.journeys.walker import Walker
from tests.pictures.clock import StandingClock
from tests.pictures.scenes import SCENES, Scene
from ui.style.apply import apply_style

SIZE = (1366, 768)
COLOURS = 160
ROOT = Path(__file__).parents[2]


def main(folder: Path) -> None:
    """Play each scene in a window of its own and keep what is shown."""
    application = QApplication(sys.argv[:1])
    application.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as home:
            take(application, scene, Path(home), folder / f"{scene.name}.png")
        print(scene.name)  # noqa: T201 - this is a command


def take(application: QApplication, scene: Scene, home: Path, target: Path) -> None:
    """Play one scene and write its picture."""
    apply_style(application, scene.mode, scene.scale)
    house = House(home / "vault", StandingClock())
    house.shell.resize(*SIZE)
    house.open()
    walker = Walker(house.shell).comes_forward()
    try:
        scene.play(house, walker)
        walker.rests()
        keep(house.shell, target)
    finally:
        house.end()


def keep(window: QWidget, target: Path) -> None:
    """Write a window as a small PNG."""
    shot = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, data = (shot.width(), shot.height()), bytes(shot.constBits())
    whole = Image.frombytes("RGB", size, data, "raw", "RGB", shot.bytesPerLine())
    few = whole.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
