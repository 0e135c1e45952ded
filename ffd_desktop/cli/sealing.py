"""Verbs of sealing: seal a referral, list what was sealed of it, seal an addendum to it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import chosen
from ffd_desktop.app import papers, sealing
from ffd_desktop.app.desk import Desk
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.cli.watching import watched
from ffd_desktop.councils.pack import Grade
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending import trouble
from ffd_desktop.sending.sealed import REFERRAL, SealedFacts

_SCREEN: Final = "cli"
_LONGEST: Final = 1_000_000


def seal(arguments: argparse.Namespace, output: Output) -> None:
    """Seal a referral as it stands; what is still to put right is said and stops nothing."""
    with open_desk(arguments) as (program, desk), watched() as progress:
        made = sealing.seal(program, desk, arguments.id, screen=_SCREEN, progress=progress)
    output.give(_told(made), _lines(made))
    missing = [one for one in made.findings if one.grade is Grade.MUST and not one.answered]
    for one in missing:
        output.say(f"Sealed without this: {one.what}")
    output.say("It cannot be changed any more. To correct it: ffd-desktop referral addendum")


def list_all(arguments: argparse.Namespace, output: Output) -> None:
    """List what was sealed of a referral: itself, then its addenda."""
    with open_desk(arguments) as (_, desk):
        found = desk.sealed.of(arguments.id)
    lines = [line for one in found for line in _lines(one)]
    output.give([_told(one) for one in found], lines or ["Nothing is sealed: it is a draft."])


def addendum(arguments: argparse.Namespace, output: Output) -> None:
    """Seal an addendum, whose words come from a file or standard input."""
    text = _read(arguments.text_file)
    with open_desk(arguments) as (program, desk):
        made = sealing.add(program, desk, arguments.id, text, screen=_SCREEN)
    output.give(_told(made), _lines(made))


def paper(desk: Desk, found: Sequence[SealedFacts], number: int, kind: papers.Kind) -> papers.Paper:
    """Give the sealed paper of a referral, or of its addendum of a number.

    Raises:
        ProblemForPerson: ``sealed_missing``, ``sealed_no_text``, ``sealed_damaged``.
    """
    one = next((one for one in found if one.number == REFERRAL + number), None)
    if one is None:
        raise trouble.missing()
    return sealing.paper(desk.sealed.whole(one.id), kind)


def _told(one: SealedFacts) -> object:
    return msgspec.to_builtins(one)


def _lines(one: SealedFacts) -> Iterator[str]:
    what = f"Addendum {one.number - REFERRAL}" if one.is_addendum else "The referral"
    yield f"{what}  sealed {one.sealed_at[:16]} by {one.sealed_by}, {_pages(one.pages)}"
    yield f"      SHA-256 {one.digest}"
    if one.text:
        yield f"      {one.text}"
    for copy in one.attachments:
        yield f"      {copy.name}  {copy.size} bytes  SHA-256 {copy.digest}"


def _read(source: str) -> str:
    try:
        if source == "-":
            data = sys.stdin.buffer.read(_LONGEST + 1)
        else:
            with chosen.open_chosen(Path(source)) as stream:
                data = stream.read(_LONGEST + 1)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
        data = b""
    if not data or len(data) > _LONGEST:
        raise ProblemForPerson(
            "The words of the addendum could not be read. Nothing was sealed.",
            "Save them as plain text in UTF-8, and try again.",
            "text_unread",
        ) from None
    return text


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
