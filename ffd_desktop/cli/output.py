"""What the command line says: an answer on stdout (lines, or one JSON value), words on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

import msgspec

from ffd_desktop.problems import ProblemForPerson

_OBEYED = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


class VerbFailed(Exception):  # noqa: N818 - the verb failed, and has said so
    """The verb's answer is itself bad news: exit 1, with nothing more to say."""


class Output:
    """Where a verb puts its answer.

    Attributes:
        as_json: Whether stdout carries exactly one JSON value.
    """

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def give(self, value: object, lines: Iterable[str]) -> None:
        """Answer: ``value`` under ``--json``, otherwise ``lines``."""
        if self.as_json:
            print(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))
        else:
            for line in lines:
                print(_plain(line))

    def say(self, words: str) -> None:
        """Tell a person something that is no part of the answer."""
        print(_plain(words), file=sys.stderr)

    def say_passphrase(self, figures: str) -> None:
        """Tell a passphrase that was made; never under ``--json``, where the answer holds it."""
        if not self.as_json:
            self.say(f"Passphrase, typed without gaps: {figures}")
        self.say("Tell it by telephone, never in the same e-mail. It is kept nowhere.")

    def problem(self, problem: ProblemForPerson) -> None:
        """Tell a problem: as JSON on stdout under ``--json``, and in words on stderr."""
        if self.as_json:
            told = {"code": problem.code, "what": problem.what, "next_step": problem.next_step}
            print(json.dumps(told, ensure_ascii=False))
        else:
            self.say(f"There is a problem. {problem.what}\nWhat to do: {problem.next_step}")


def _plain(words: str) -> str:
    """Take out what a terminal would obey.

    SECURITY: a file from elsewhere may hold a name that moves the caret or rewrites the screen.
    """
    return words.translate(_OBEYED)
