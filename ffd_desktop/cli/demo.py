"""The verb ``demo``: the whole job once, on the fictional school, without a window.

Works in a fresh folder only and overwrites nothing. Sends to the reference portal, where one runs
on this computer, and to nobody else.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.app import fictional, papers, sealing
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.papers import Checked, Kind, Paper
from ffd_desktop.app.post import Post, opens_browser
from ffd_desktop.app.program import Program
from ffd_desktop.cli.output import Output
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.sealed import Sealed, facts_of
from ffd_desktop.vault.keysfile import Anchor

_NAME = "ffd-demo"


def demo(arguments: argparse.Namespace, output: Output) -> None:
    """Make a vault, read the roll, fill and write a referral, check it, and make the papers."""
    folder = _fresh_folder(getattr(arguments, "out", None) or Path())
    program = Program(folder=folder / "vault")
    output.say("Making an encrypted vault for an invented school ...")
    desk = fictional.make_vault(program)
    try:
        preview = fictional.import_roll(desk)
        output.say(f"Read its roll: {preview.pupils} pupils. Writing the referral of a family ...")
        referral = fictional.write_story(program, desk)
        edits, head = len(desk.history(referral.id)), desk.head
        sealed, receipt = _send(program, desk, referral, output)
    finally:
        desk.close()
    checked = papers.check(program, referral)
    made: dict[Kind, Paper] = {
        kind: _write(_paper(program, referral, kind, head, sealed), folder) for kind in papers.KINDS
    }
    output.give(
        {
            "folder": str(folder),
            "vault": str(program.folder),
            "pupils": preview.pupils,
            "id": referral.id,
            "reference": referral.reference,
            "children": len(referral.children),
            "referred": len(referral.referred_children()),
            "edits": edits,
            "counts": checked.counts,
            "ready": checked.ready,
            "pages": made["pdf"].pages,
            "characters_without_a_font": list(made["pdf"].missing),
            "receipt": receipt,
            **_places(folder, made),
        },
        [*_lines(folder, referral, checked, made["pdf"]), *_receipt_lines(receipt)],
    )


def _paper(
    program: Program, referral: Referral, kind: Kind, head: Anchor, sealed: Sealed | None
) -> Paper:
    """Make a paper; of what was sealed the very bytes are given, where they were kept."""
    if sealed is None:
        return papers.make(program, referral, kind, head=head)
    if kind == "text":
        seal = sealing.seal_of((facts_of(sealed),))
        return papers.make(program, referral, kind, head=head, seal=seal)
    return sealing.paper(sealed, kind)


def _write(paper: Paper, folder: Path) -> Paper:
    papers.write(folder / paper.name, paper)
    return paper


def _send(
    program: Program, desk: Desk, referral: Referral, output: Output
) -> tuple[Sealed | None, dict[str, str] | None]:
    """Seal it and send it to the reference portal, where there is one."""
    post = Post(program, desk)
    if not post.has_portal(referral.council):
        return None, None
    output.say("Sealing it, and sending it to the reference portal on this computer ...")
    sealed = sealing.seal(program, desk, referral.id, screen="demo")
    receipt = post.send(sealed, opens_browser()).receipt
    told = msgspec.to_builtins(receipt) if receipt is not None else None
    return desk.sealed.whole(sealed.id), told


def _receipt_lines(receipt: Mapping[str, str] | None) -> list[str]:
    if receipt is None:
        return []
    return [
        f"Sealed and sent. The reference portal has it under {receipt['reference']}.",
        f"Its receipt holds the digest of what was sealed: {receipt['content_digest']}",
    ]


def _places(folder: Path, made: Mapping[Kind, Paper]) -> dict[str, str]:
    return {kind: str(folder / paper.name) for kind, paper in made.items()}


def _lines(folder: Path, referral: Referral, checked: Checked, pdf: Paper) -> list[str]:
    told = ", ".join(f"{number} {grade}" for grade, number in checked.counts.items())
    beside = ", ".join(f"{referral.reference}{papers.ENDINGS[kind]}" for kind in ("json", "text"))
    return [
        f"Children: {len(referral.children)}; referred: {len(referral.referred_children())}.",
        f"Ready to send: {'yes' if checked.ready else 'not yet'}. To put right: {told}.",
        f"The referral, {pdf.pages} pages: {folder / pdf.name}",
        f"Beside it: {beside}",
        f"The vault: {folder / 'vault'}, passphrase: {fictional.PASSPHRASE}",
        "Everybody in it is invented.",
    ]


def _fresh_folder(inside: Path) -> Path:
    """Make a private folder that was not there before."""
    names = (_NAME if n == 1 else f"{_NAME}-{n}" for n in count(1))
    free = next(path for name in names if not (path := inside.absolute() / name).exists())
    files.make_private_folder(free)
    return free
