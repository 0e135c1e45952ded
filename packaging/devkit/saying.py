"""Words for the person at the terminal, and the one kind of failure devkit raises."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class SetUpProblem(Exception):  # noqa: N818 - it is a problem, told, not an error
    """Something outside the project stands in the way: what it is, and what to do next."""

    def __init__(self, what: str, next_step: str, *, detail: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.next_step = next_step
        self.detail = detail

    def words(self) -> str:
        """The message as the person reads it, with the tool's own last words beneath."""
        lines = [self.what, self.next_step]
        if self.detail:
            lines += ["", *(f"    {line}" for line in self.detail.splitlines())]
        return "\n".join(lines)


def say(words: str) -> None:
    """Print words for a person on stderr, so that stdout stays the program's own."""
    print(words, file=sys.stderr, flush=True)
