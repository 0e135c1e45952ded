"""The program in a process of its own, driven through ``lock_driver``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Driven:
    """The program in a session of its own, and somebody at its keyboard."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.lock_driver", str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self.pid = self.process.pid
        self.begun = self.reads()

    def does(self, line: str) -> dict[str, object]:
        """Have something done at the keyboard, and give what is on the screen then."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        return self.reads()

    def reads(self) -> dict[str, object]:
        """Give what is on the screen, as the program tells it next."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the program is gone"
        told = json.loads(line)
        assert isinstance(told, dict)
        return told

    def end(self) -> None:
        """End the program, however it stands."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.process.wait()
