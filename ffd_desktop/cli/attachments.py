"""Verbs of files that go with a referral: attach one, list them, write a copy of one out."""

from __future__ import annotations

import argparse

from ffd_desktop.app import attaching
from ffd_desktop.app.attaching import attach
from ffd_desktop.attachments.pictures import taken_out_words
from ffd_desktop.attachments.words import file_words, leaving_name
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.cli.watching import watched
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Attachment

_SCREEN = "cli"


def bring_in(arguments: argparse.Namespace, output: Output) -> None:
    """Take a file into the vault and name it in the referral."""
    looked = attaching.look(arguments.file)
    with open_desk(arguments) as (program, desk):
        referral = desk.open(arguments.id).referral
        with watched() as progress:
            kept = attaching.bring_in(desk, referral.id, looked, progress=progress)
        session = DraftSession(referral, monotonic=program.clock.monotonic)
        session.apply(*attach(kept, referral=referral, title=arguments.title or ""))
        batch = session.take_unsaved()
        if batch is not None:
            desk.save(referral.id, batch, screen=_SCREEN)
        made = session.referral.attachments[-1]
    output.give({"id": made.id, "sha256": made.digest}, [f"{made.id}  {file_words(made)}"])
    if looked.facts.reaches_out:
        output.say("When another program opens this document it asks for something elsewhere.")


def list_all(arguments: argparse.Namespace, output: Output) -> None:
    """List what is attached or named."""
    with open_desk(arguments) as (_, desk):
        attachments = desk.open(arguments.id).referral.attachments
    lines = [
        f"{one.id}  {_title(one)}  {file_words(one) or 'named only, without its file'}"
        for one in attachments
    ]
    output.give(attachments, lines)


def write_out(arguments: argparse.Namespace, output: Output) -> None:
    """Write the copy of a file that leaves, or the file as it came, to a chosen place."""
    with open_desk(arguments) as (_, desk):
        referral = desk.open(arguments.id).referral
        one = _named(referral, arguments.attachment)
        data = attaching.read(desk, referral.id, one)
    told = ""
    if not arguments.original:
        copy = attaching.leaving(one.media_type, data)
        data, told = copy.data, taken_out_words(copy.taken_out)
    number = referral.attachments.index(one) + 1
    target = arguments.out
    if target.is_dir():
        target = target / leaving_name(referral.reference, number, one.media_type)
    attaching.write(target, data, replacing=arguments.replace)
    output.give({"file": str(target), "bytes": len(data)}, [f"Written to {target}"])
    if told:
        output.say(told)


def _named(referral: Referral, attachment: str) -> Attachment:
    found = next((one for one in referral.attachments if one.id == attachment), None)
    if found is None or not found.file:
        raise ProblemForPerson(
            "The referral has no attachment of that id with a file. Nothing was written.",
            "List them with: ffd-desktop referral attachments ID",
            "attachment_unknown",
        )
    return found


def _title(one: Attachment) -> str:
    return "" if one.title is None or isinstance(one.title, NotKnown) else one.title
