"""Copies for subject access requests: made in memory, like every other paper. Reads no vault."""

from __future__ import annotations

from typing import Final

import msgspec

from ffd_desktop.app import papers
from ffd_desktop.app.papers import ENDINGS, Kind, Paper
from ffd_desktop.app.program import Program
from ffd_desktop.councils.bundled import after_form
from ffd_desktop.exporting.subject.asked import Asked
from ffd_desktop.exporting.subject.by_eye import to_look_at
from ffd_desktop.exporting.subject.subject_paper import NAME, subject_paper
from ffd_desktop.exporting.text import write_text
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.vault.head_code import printed
from ffd_desktop.vault.keysfile import Anchor

ENDING: Final = "-subject-access"


def make(
    program: Program, referral: Referral, asked: Asked, kind: Kind, *, head: Anchor | None = None
) -> Paper:
    """Make somebody's copy as PDF or text.

    Raises:
        ProblemForPerson: ``subject_unknown``, ``exemption_unclear``, ``section_unknown``.
    """
    pack, form = papers.form_of(program, referral)
    known = {one.key for each in (form, after_form()) for one in each.sections}
    for key in asked.withheld:
        if key not in known:
            raise _unknown(key)
    now = program.clock.now()
    shaped = subject_paper(referral, form, after_form(), asked, pack=pack, now=now)
    shaped = msgspec.structs.replace(shaped, record=printed(head))
    name = name_of(referral, kind)
    made = (
        papers.as_pdf(name, shaped) if kind == "pdf" else Paper(name, write_text(shaped).encode())
    )
    return made.about(referral.id, NAME, asked.reasons())


def name_of(referral: Referral, kind: Kind) -> str:
    """Give the neutral name of the copy’s file."""
    return f"{referral.reference}{ENDING}{ENDINGS[kind]}"


def by_eye(program: Program, referral: Referral, asked: Asked) -> tuple[str, ...]:
    """Say what must be looked at by eye before the copy is given."""
    _, form = papers.form_of(program, referral)
    return to_look_at(referral, form, asked)


def _unknown(key: str) -> ProblemForPerson:
    return ProblemForPerson(
        f"The form has no section '{key}'. Nothing was made.",
        "See the keys of its sections with: ffd-desktop council show COUNCIL --json",
        "section_unknown",
    )
