"""Start the portal for developers; what the program needs to know of it goes into a file.

python3 dev.py portal [--port PORT] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import threading
from pathlib import Path

from tests.reference_portal.oauth import NAME, PASSWORD
from tests.reference_portal.server import Portal


def main(words: list[str]) -> int:
    """Serve until somebody stops it."""
    asked = _parser().parse_args(words)
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, Portal(Path(made), port=asked.port) as portal:
        told = asked.folder / "portal.json"
        told.write_text(
            json.dumps({"portal": portal.table(), "authority": portal.authority.file.read_text()})
        )
        _say(f"The reference portal is at {portal.url}/ (what came in, and answers).")
        _say(f"Sign in there as {NAME} with the password {PASSWORD}.")
        _say(f"The fictional school finds it by {told}. Ctrl+C stops it.")
        try:
            _wait()
        finally:
            told.unlink(missing_ok=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py portal", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path(".env") / "portal")
    return parser


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _wait() -> None:
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    try:
        over.wait()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
