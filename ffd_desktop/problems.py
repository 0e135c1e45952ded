"""The one kind of error that is meant for a person: the world's fault, told in plain words.

Never holds a child's data: its words may be shown, logged and sent to a support desk.
"""

from __future__ import annotations


class ProblemForPerson(Exception):  # noqa: N818 - it is a problem, and the word is ours
    """Something in the world went wrong and a person can act on it.

    Attributes:
        what: What happened and what became of the person's words, in plain sentences.
        next_step: What to do now.
        code: A stable constant name for scripts and logs, such as ``vault_locked``.
    """

    def __init__(self, what: str, next_step: str, code: str) -> None:
        super().__init__(f"{code}: {what} {next_step}")
        self.what = what
        self.next_step = next_step
        self.code = code
