"""Start the portal for developers; what the program needs to know of it goes into a file.

python3 dev.py portal [--port PORT] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path

from ffd_desktop.adapters.portal.reference import VARIABLE
from tests.reference_portal.oauth import NAME, PASSWORD
from tests.reference_portal.server import Portal


def main(words: list[str]) -> int:
    """Serve until somebody stops it."""
    asked, over = _parser().parse_args(words), threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    with tempfile.TemporaryDirectory() as made, Portal(Path(made), port=asked.port) as portal:
        told = tell(portal, asked.folder)
        _say(f"The reference portal is at {portal.url}/ (what came in, and answers).")
        _say(f"Sign in there as {NAME} with the password {PASSWORD}.")
        _say(f"The fictional school finds it with {VARIABLE}={told}. Ctrl+C stops it.")
        try:
            _wait(over, asked.with_parent)
        finally:
            told.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                asked.folder.rmdir()
    return 0


def tell(portal: Portal, folder: Path, **more: str) -> Path:
    """Write down what the program must know of a portal; give the file."""
    folder.mkdir(parents=True, exist_ok=True)
    told, half = folder / "portal.json", folder / "portal.half"
    known = {"portal": portal.table(), "authority": portal.authority.file.read_text(), **more}
    half.write_text(json.dumps({**known, "process": os.getpid()}))
    half.replace(told)
    return told


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py portal", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path(".env") / "portal")
    parser.add_argument("--with-parent", type=int, default=0, help=argparse.SUPPRESS)
    return parser


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _wait(over: threading.Event, parent: int) -> None:
    """Wait for Ctrl+C or a signal; or, where a parent is named, until that is gone."""
    with contextlib.suppress(KeyboardInterrupt):
        while not over.wait(1 if parent else None):
            if os.name != "nt" and os.getppid() != parent:
                return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
