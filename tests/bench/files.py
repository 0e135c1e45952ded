"""Typing while 50 MB of files come in, and once they are there: they must not be noticed.

The real draft on the real vault and lanes, in a process of its own, on Qt's offscreen platform.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from tests.bench.measuring import Row, Size, p50, p99, thread_seconds, told
from tests.bench.starting import OFFSCREEN
from tests.builders.vaults import PASSPHRASE, new_vault

HALF = 24_900_000
LONG = "concern.what_happened"
_MOST_KEY_S = 0.008
_MOST_SAVE_S = 0.1
_WAIT_S = 60.0


def files(folder: Path, size: Size) -> list[Row]:
    """Measure in a process of its own."""
    from tests.builders import referrals as built
    from tests.builders.vaults import by

    made, _ = new_vault(folder)
    made.referrals.create(built.largest(), by=by())
    made.lock()
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.files", str(folder), str(size.keys)],
        check=True,
        stdout=subprocess.PIPE,
        env=OFFSCREEN,
    )
    return msgspec.json.decode(child.stdout, type=list[Row])


def measure(folder: Path, keys: int) -> list[Row]:
    """Type and save before, while and after 50 MB come in."""
    from PySide6.QtWidgets import QApplication

    from ui.style.apply import apply_style
    from ui.style.tokens import Mode

    application = QApplication([])
    apply_style(application, Mode.LIGHT, 1.0)
    draft = Draft(application, folder)
    try:
        before = draft.saves(keys // 8)
        coming = draft.while_coming_in()
        after, typed = draft.saves(keys // 8), draft.keys(keys)
    finally:
        draft.close()
    return [
        _keys("keystroke to screen while 50 MB of files come in", coming.keys),
        _saves("pause to durable while 50 MB of files come in", coming.saves, before),
        Row("  50 MB into the vault, beside all that", told(coming.seconds)),
        _keys("keystroke to screen with 50 MB in the vault", typed),
        _saves("pause to durable with 50 MB in the vault", after, before),
    ]


def _keys(work: str, taken: list[float]) -> Row:
    return Row(
        work,
        f"p50 {told(p50(taken))}, p99 {told(p99(taken))}, most {told(max(taken))}",
        budget="8 ms, p99",
        kept=p99(taken) <= _MOST_KEY_S,
    )


def _saves(work: str, taken: list[float], bare: list[float]) -> Row:
    return Row(
        work,
        f"p50 {told(p50(taken))}, p99 {told(p99(taken))}",
        f"p50 {told(p50(bare))}, p99 {told(p99(bare))} (the same without files)",
        f"{p50(taken) / p50(bare):.1f}",
        "p99 3 x, or 100 ms",
        p99(taken) <= max(3 * p99(bare), _MOST_SAVE_S),
    )


class Coming(msgspec.Struct, frozen=True):
    """What typing and saving took while files came in, and how long that was."""

    keys: list[float]
    saves: list[float]
    seconds: float


class Draft:
    """The largest referral in the window of the program."""

    def __init__(self, application: object, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from ffd_desktop.app.program import Program
        from ui.background import make_lanes
        from ui.destinations import ToDraft
        from ui.screens.draft.screen import DraftScreen
        from ui.shell.building import Builder
        from ui.shell.inside import Inside

        assert isinstance(application, QApplication)
        self._application = application
        self._lanes = make_lanes(on_bug=lambda bug: sys.exit(str(bug)))
        program = Program(folder=folder)
        self._desk = self._lanes.vault.ask(lambda: program.unlock(PASSPHRASE))
        made: list[object] = []
        inside = Inside(Builder(program, self._lanes), self._desk)
        inside.build(ToDraft("r-largest"), made.append, lambda problem: sys.exit(problem.what))
        self._until(lambda: bool(made))
        assert isinstance(made[0], DraftScreen)
        self._screen = made[0]
        self._screen.resize(1366, 768)
        self._screen.show()
        self._screen.go_to(LONG)
        application.processEvents()

    def keys(self, count: int) -> list[float]:
        """Type letters one by one."""
        from tests.bench.window import typing

        return typing(self._application, self._application.focusWidget(), count)

    def saves(self, count: int) -> list[float]:
        """Write a word and wait until it is said to be saved, so many times."""
        return [self._save(number) for number in range(count)]

    def while_coming_in(self) -> Coming:
        """Type and save in turn until two files are in."""
        from tests.builders.files import photo
        from ui.screens.draft.attachments.bringing import Wish

        bringing = self._screen.middle.files.bringing
        data = photo(width=1600, height=1200) + os.urandom(HALF)
        wish = Wish(partial(self._screen.middle.files.files.look_at, "x.jpg", data))
        self._save(0)
        start, keys, saves = time.perf_counter(), list[float](), list[float]()
        bringing.add(wish, wish)
        for number in self._while(lambda: bringing.is_busy):
            keys.append(thread_seconds(self._press))
            saves.append(self._save(number))
        taken = time.perf_counter() - start
        assert len(self._screen.presenter.referral.attachments) >= 2
        return Coming(keys, saves, taken)

    def close(self) -> None:
        """Lock the vault and end the threads."""
        self._lanes.vault.ask(self._desk.close)
        self._lanes.close()

    def _press(self) -> None:
        from PySide6.QtTest import QTest

        QTest.keyClicks(self._application.focusWidget(), "a")
        self._application.sendPostedEvents()
        self._application.processEvents()

    def _save(self, number: int) -> float:
        presenter = self._screen.presenter
        presenter.edited(LONG, f"Came without a coat again, the {number}. time.")
        start = time.perf_counter()
        presenter.saver.save_now()
        self._until(lambda: presenter.saver.now_stands.state == "saved")
        return time.perf_counter() - start

    def _while(self, fact: Callable[[], bool]) -> Iterator[int]:
        number = 0
        while fact():
            yield number
            number += 1

    def _until(self, fact: Callable[[], bool]) -> None:
        end = time.perf_counter() + _WAIT_S
        while not fact():
            self._application.processEvents()
            assert time.perf_counter() < end, "it took too long"


if __name__ == "__main__":
    told_rows = measure(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(msgspec.json.encode(told_rows))
