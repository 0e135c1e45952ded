"""Verbs of handing over: pack, unpack, receipt-for, take-receipt, handovers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ffd_desktop.adapters import files
from ffd_desktop.app import handing_over, taking_in
from ffd_desktop.app.taking_in import Looked
from ffd_desktop.cli.entering import open_desk, read_package_passphrase
from ffd_desktop.cli.output import Output
from ffd_desktop.cli.watching import watched
from ffd_desktop.exporting.seal import short
from ffd_desktop.sending.handover.notes import Confirmed, HandedOver, Note, TakenIn
from ffd_desktop.sending.handover.words import said
from ffd_desktop.sending.spoken import Spoken
from ffd_desktop.undoing import undone_on_failure

_SCREEN: Final = "cli"


def pack(arguments: argparse.Namespace, output: Output) -> None:
    """Write a sealed package, and tell its passphrase."""
    spoken = Spoken.fresh()
    with (
        open_desk(arguments) as (program, desk),
        watched() as progress,
        _passphrase_in(arguments.passphrase_out, spoken),
    ):
        made = handing_over.pack(
            program,
            desk,
            arguments.id,
            arguments.out,
            passphrase=str(spoken),
            to=arguments.to,
            screen=_SCREEN,
            replacing=arguments.replace,
            progress=progress,
        )
    told: dict[str, object] = {
        "file": str(arguments.out),
        "package": made.package,
        "digest": made.digest,
        "bytes": made.size,
        "what": made.what,
    }
    if arguments.passphrase_out is None:
        told["passphrase"] = str(spoken)
        output.say_passphrase(str(spoken))
    output.give(told, [f"Written to {arguments.out}", f"SHA-256 {made.digest}"])


@contextmanager
def _passphrase_in(target: Path | None, spoken: Spoken) -> Iterator[None]:
    """Write the passphrase first, for without it a package is lost; none stays without one."""
    if target is None:
        yield
        return
    files.write_once(target, f"{spoken}\n".encode())
    with undone_on_failure(files.remove_made, target):
        yield


def unpack(arguments: argparse.Namespace, output: Output) -> None:
    """Look into a package; without ``--preview``, take it in."""
    passphrase = read_package_passphrase(arguments.package_passphrase_file)
    with open_desk(arguments) as (program, desk), watched() as progress:
        looked = taking_in.look(program, arguments.package, passphrase, progress=progress)
        made = ""
        if not arguments.preview:
            made = taking_in.take_in(desk, looked, screen=_SCREEN, progress=progress)
        reference = desk.open(made).referral.reference if made else ""
    told = {**_told(looked), **({"id": made, "taken_in_as": reference} if made else {})}
    lines = [*_lines(looked)]
    if made:
        lines += ["", f"Taken in as {reference}  {made}"]
        output.say("Confirm it to whoever sent it: ffd-desktop referral receipt-for")
    output.give(told, lines)


def receipt_for(arguments: argparse.Namespace, output: Output) -> None:
    """Write the receipt for what came in a package."""
    with open_desk(arguments) as (_, desk):
        receipt = handing_over.make_receipt(desk, arguments.id)
    handing_over.write_receipt(arguments.out, receipt)
    output.give(receipt, [f"Written to {arguments.out}. Send it back; it names no child."])


def take_receipt(arguments: argparse.Namespace, output: Output) -> None:
    """Note that the other school has what was handed over."""
    receipt = handing_over.read_receipt(arguments.receipt)
    with open_desk(arguments) as (_, desk):
        referral_id, confirmed = handing_over.note_receipt(desk, receipt, screen=_SCREEN)
    told = {"id": referral_id, "school": confirmed.school, "received_at": confirmed.received_at}
    output.give(told, [said(confirmed)])


def handovers(arguments: argparse.Namespace, output: Output) -> None:
    """Say what was handed over, what came in, and what was confirmed."""
    with open_desk(arguments) as (_, desk):
        notes = desk.handovers.of(arguments.id)
    output.give(
        [_note(one) for one in notes],
        [f"{one.by.at[:16]}  {one.by.actor}  {said(one.noted)}" for one in notes]
        or ["It was not handed over, and did not come in a package."],
    )


def _told(looked: Looked) -> dict[str, object]:
    about, referral = looked.about, looked.referral
    return {
        "what": about.what,
        "reference": about.reference,
        "school": about.school,
        "sent_by": about.by,
        "made_at": about.made_at,
        "to": about.to,
        "is_restricted": about.is_restricted,
        "council": referral.council,
        "form": referral.form,
        "children": len(referral.referred_children()),
        "files": len(looked.files),
        "sealed": [{"number": one.number, "digest": one.digest} for one in looked.sealed],
        "digest": looked.digest,
    }


def _lines(looked: Looked) -> Iterator[str]:
    about = looked.about
    for_whom = f", for {about.to}" if about.to else ""
    what = "A sealed record" if looked.sealed else "A draft"
    yield f"{what}, {about.reference}, from {about.school or 'a school that is not named'}"
    yield f"      packed {about.made_at[:16]} by {about.by}{for_whom}"
    for one in looked.sealed:
        name = f"Addendum {one.number - 1}" if one.is_addendum else "The referral"
        yield f"      {name}, sealed {one.sealed_at[:16]} by {one.sealed_by}: {short(one.digest)}"
    yield f"      children: {len(looked.referral.referred_children())}, files: {len(looked.files)}"
    yield "      Everything in it is what its digests say."


def _note(note: Note) -> dict[str, object]:
    noted = note.noted
    told: dict[str, object] = {"at": note.by.at, "by": note.by.actor, "package": noted.package}
    match noted:
        case HandedOver():
            return {**told, "kind": "handed over", "to": noted.to, "digest": noted.digest}
        case TakenIn():
            return {**told, "kind": "taken in", "school": noted.school, "digest": noted.digest}
        case Confirmed():
            confirmed = {"school": noted.school, "received_at": noted.received_at}
            return {**told, "kind": "confirmed", **confirmed}
