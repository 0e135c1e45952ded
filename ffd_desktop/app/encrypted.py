"""A finished PDF made into one that opens with a passphrase; in memory, like every paper."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

import msgspec

from ffd_desktop.app.papers import ENDINGS, Paper
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import even

MOST_BYTES: Final = 127
"""More of a passphrase a PDF does not heed (ISO 32000-2, 7.6.4.3.3)."""


def encrypted(paper: Paper, passphrase: str) -> Paper:
    """Give the paper encrypted, under a name of its own."""
    from ffd_desktop.adapters.pdf.encrypting import encrypt

    data = encrypt(paper.data, passphrase)
    return msgspec.structs.replace(paper, name=name_of(paper.name), data=data)


def name_of(name: str) -> str:
    """Give the name of a paper's encrypted file, so that it never takes the plain one's place."""
    return f"{PurePath(name).stem}-encrypted{ENDINGS['pdf']}"


def own_passphrase(program: Program, text: str) -> str:
    """Give a passphrase of somebody's own as a PDF takes it.

    Raises:
        ProblemForPerson: ``password_weak``, ``password_long``.
    """
    chosen = even(text)
    verdict = program.judge_passphrase(chosen)
    if not verdict.is_accepted:
        raise ProblemForPerson(
            f"The passphrase for the PDF is not taken. {verdict.words} Nothing was written.",
            "Choose a longer one, or use --encrypted alone and let the program make one.",
            "password_weak",
        )
    if len(chosen.encode()) > MOST_BYTES:
        raise ProblemForPerson(
            f"A PDF heeds no more than {MOST_BYTES} bytes of a passphrase, and this one is longer. "
            "Nothing was written.",
            "Choose a shorter one, or use --encrypted alone and let the program make one.",
            "password_long",
        )
    return chosen
