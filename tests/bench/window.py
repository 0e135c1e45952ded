"""The draft's window on the largest referral: opening, typing, and the memory it takes.

Runs in a process of its own, on Qt's offscreen platform, so that nothing else is in its memory.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import msgspec

from tests.bench.measuring import Row, Size, p50, p99, seconds, thread_seconds, told
from tests.bench.starting import OFFSCREEN

SLIPS = "Teh quikc brwon fox recieved a scrach. "
TYPED = "Came without a coat again, and hungry. "


def window(folder: Path, size: Size) -> list[Row]:
    """Measure in a process of its own."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.window", str(folder), str(size.keys)],
        check=True,
        stdout=subprocess.PIPE,
        env=OFFSCREEN,
    )
    return msgspec.json.decode(child.stdout, type=list[Row])


def measure(folder: Path, keys: int) -> list[Row]:
    """Open the largest referral from a vault, type into it, walk through it."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from ui.style.apply import apply_style
    from ui.style.tokens import Mode

    application = QApplication([])
    apply_style(application, Mode.LIGHT, 1.0)
    bare = QPlainTextEdit()
    bare.resize(900, 600)
    bare.show()
    application.processEvents()
    beside = typing(application, bare, keys)
    bare.close()
    opened = opening(application, folder)
    rows = [opened.row, *opened.typed(application, keys, beside)]
    rows += opened.walked(application)
    rows.append(opened.filled(application))
    opened.close()
    return rows


class opening:  # noqa: N801 - it reads as the work that it times
    """The largest referral on the screen."""

    def __init__(self, application: object, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from ffd_desktop.drafting.ports import Place
        from ffd_desktop.referral.model import Referral
        from tests.builders.vaults import reopened
        from tests.ui.draft_kit import make_screen

        assert isinstance(application, QApplication)
        self._vault = reopened(folder)
        taken = list[float]()

        def show() -> None:
            referral: Referral = self._vault.referrals.load("r-largest")
            self.screen = make_screen(referral, place=Place())
            self.screen.resize(1200, 800)
            self.screen.show()
            application.processEvents()

        for _ in range(5):
            taken.append(seconds(show))
        first, warm = taken[0], p50(taken[1:])
        self.row = Row(
            "open the largest referral, on the screen",
            f"{told(warm)} (first in its process {told(first)})",
            budget="150 ms",
            kept=warm <= 0.15,
        )

    def filled(self, application: object) -> Row:
        """Show the draft of an ordinary family, as it stands behind a UPN."""
        taken = [seconds(partial(self._show_family, application)) for _ in range(5)]
        return Row("UPN to filled draft: its screen, a family of four", told(p50(taken)))

    def _show_family(self, application: object) -> None:
        from PySide6.QtWidgets import QApplication

        from tests.builders import referrals
        from tests.ui.draft_kit import make_screen

        assert isinstance(application, QApplication)
        screen = make_screen(referrals.typical())
        screen.resize(1200, 800)
        screen.show()
        application.processEvents()
        screen.hide()

    def typed(self, application: object, keys: int, beside: list[float]) -> list[Row]:
        """Type into a long answer, a short one, and an event among 500."""
        rows = []
        for what, path in (
            ("a long answer", "concern.what_happened"),
            ("a short answer", "concern.where"),
            ("an event among 500", "events[e250].what"),
            ("a child's concern", "children[c7].concern"),
        ):
            row = self.screen.go_to(path)
            if row is None:
                rows.append(Row(f"keystroke to screen: {what}", "not reached"))
                continue
            from PySide6.QtWidgets import QApplication

            self._spelled()
            editor = QApplication.focusWidget()
            taken = typing(application, editor, keys)
            rows.append(
                Row(
                    f"keystroke to screen: {what}",
                    f"p50 {told(p50(taken))}, p99 {told(p99(taken))}, most {told(max(taken))}",
                    f"p50 {told(p50(beside))}, most {told(max(beside))} (bare text edit)",
                    f"{p50(taken) / p50(beside):.1f}",
                    "8 ms, each",
                    max(taken) <= 0.008,
                )
            )
        rows.append(self._among_marks(application, keys, beside))
        pause = [seconds(self.screen.presenter.check_now) for _ in range(15)]
        rows.append(
            Row(
                "  in a pause: the checks, on the window's thread",
                f"{told(p50(pause))} (slowest {told(max(pause))})",
            )
        )
        return rows

    def _spelled(self) -> None:
        """Look up what is on the page, as the lane of words does in a pause."""
        self.screen.middle.spelling.watcher.look()
        self.screen.words_lane.run()

    def _among_marks(self, application: object, keys: int, beside: list[float]) -> Row:
        """Type into a paragraph in which every other word is misspelled."""
        from PySide6.QtWidgets import QApplication, QPlainTextEdit

        self.screen.go_to("concern.what_happened")
        editor = QApplication.focusWidget()
        assert isinstance(editor, QPlainTextEdit)
        editor.selectAll()
        editor.insertPlainText(SLIPS * 60)
        self._spelled()
        taken = typing(application, editor, keys)
        return Row(
            "keystroke to screen: among 100 misspelled words, a paragraph of 2,300 letters",
            f"p50 {told(p50(taken))}, p99 {told(p99(taken))}, most {told(max(taken))}",
            f"p50 {told(p50(beside))}, most {told(max(beside))} (bare text edit)",
            f"{p50(taken) / p50(beside):.1f}",
            "8 ms, each",
            max(taken) <= 0.008,
        )

    def walked(self, application: object) -> list[Row]:
        """Show every section once, then say what memory is held."""
        from PySide6.QtWidgets import QApplication

        assert isinstance(application, QApplication)
        taken = dict[str, float]()
        for section in self.screen.presenter.form.sections:
            taken[section.key] = seconds(partial(self._shown, application, section.key))
        worst = max(taken, key=lambda key: taken[key])
        held = resident_mb()
        return [
            Row(
                "  go to another section",
                f"{told(p50(list(taken.values())))} (slowest {told(taken[worst])}, {worst})",
            ),
            Row(
                "memory of the window, largest referral, every section seen",
                f"{held} MB",
                budget="250 MB",
                kept=held < 250,
            ),
        ]

    def _shown(self, application: object, key: str) -> None:
        from PySide6.QtWidgets import QApplication

        assert isinstance(application, QApplication)
        self.screen.show_section(key)
        application.processEvents()

    def close(self) -> None:
        """Lock the vault."""
        self._vault.lock()


def typing(application: object, editor: object, keys: int) -> list[float]:
    """Type letters one by one; time the window's thread from the key to the painted window."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(application, QApplication)
    assert isinstance(editor, QWidget)
    editor.setFocus()
    application.processEvents()

    def press(letter: str) -> None:
        QTest.keyClicks(editor, letter)
        application.sendPostedEvents()
        application.processEvents()

    for letter in TYPED:
        press(letter)
    return [thread_seconds(partial(press, TYPED[n % len(TYPED)])) for n in range(keys)]


def resident_mb() -> int:
    """Give the memory that this process holds now, in MB; its peak where only that is known."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        pages = int(statm.read_text(encoding="ascii").split()[1])
        return pages * 4096 // 1_000_000
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000_000


if __name__ == "__main__":
    made = measure(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(msgspec.json.encode(made))
    sys.stdout.flush()
    import os

    os._exit(0)
