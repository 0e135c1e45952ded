"""A copy for a subject access request on the command line, and what is to be looked at by eye."""

from __future__ import annotations

import argparse

from ffd_desktop.app import papers, subject_access
from ffd_desktop.app.program import Program
from ffd_desktop.cli.output import Output
from ffd_desktop.exporting.subject.asked import EXEMPTIONS, Asked, Ground
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.vault.keysfile import Anchor


def asked_in(arguments: argparse.Namespace) -> Asked:
    """Read what is asked for.

    Raises:
        ProblemForPerson: ``exemption_unknown``.
    """
    return Asked(
        arguments.subject,
        _listed(arguments.named),
        _listed(arguments.withhold),
        tuple(map(_ground, arguments.exemption)),
    )


def made(
    arguments: argparse.Namespace,
    program: Program,
    referral: Referral,
    head: Anchor,
    kind: papers.Kind,
) -> papers.Paper:
    """Make the copy."""
    return subject_access.make(program, referral, asked_in(arguments), kind, head=head)


def say(
    arguments: argparse.Namespace, program: Program, referral: Referral, output: Output
) -> None:
    """Say what must be looked at by eye."""
    for line in subject_access.by_eye(program, referral, asked_in(arguments)):
        output.say(line)


def _ground(words: str) -> Ground:
    code, _, reason = words.partition("=")
    if not any(one.code == code.strip() for one in EXEMPTIONS):
        raise ProblemForPerson(
            "That exemption is not known here. Nothing was written.",
            f"Write CODE=WHY, with one of: {', '.join(one.code for one in EXEMPTIONS)}.",
            "exemption_unknown",
        )
    return Ground(code.strip(), reason.strip())


def _listed(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.split(",") if one.strip())
