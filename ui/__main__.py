"""``python -m ui`` and the installed ``ffd-desktop``: the window, or a verb of the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ffd_desktop.adapters.afresh import Handover, take_handover
from ffd_desktop.adapters.only_one import Answer
from ffd_desktop.app.program import prepare_process
from ui.alone import come_alone

if TYPE_CHECKING:
    from ui.shell.window import Shell


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; ``--vault FOLDER`` says which vault. Any verb goes to the command line."""
    words, handover = take_handover(sys.argv[1:] if argv is None else argv)
    folder = _only_a_vault(words)
    if words and folder is None:
        from ffd_desktop.cli import main as command_line

        return command_line(words)
    return start(folder, handover)


def start(
    folder: Path | None,
    handover: Handover | None = None,
    *,
    begun: Callable[[Shell], object] | None = None,
) -> int:
    """Open the window, or have the copy that is open already come to the front."""
    prepare_process()
    only, answer = come_alone(folder, handover)
    if answer is Answer.CAME:
        return 0
    from ui.shell.starting import run

    return run(folder, only, answer, handover=handover, begun=begun)


def _only_a_vault(words: list[str]) -> Path | None:
    """Give the folder when nothing but ``--vault FOLDER`` was said."""
    match words:
        case ["--vault", folder]:
            return Path(folder)
        case [word] if word.startswith("--vault="):
            return Path(word.partition("=")[2])
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main())
