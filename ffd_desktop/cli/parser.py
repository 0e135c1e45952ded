"""The words of the command line. ``--vault``, ``--json`` and ``--passphrase-file`` go anywhere."""

from __future__ import annotations

import argparse
from pathlib import Path

_Verbs = argparse._SubParsersAction


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of every verb."""
    everywhere = _everywhere()
    parser = argparse.ArgumentParser(
        prog="ffd-desktop",
        description="Write referrals to children's social care, offline and encrypted.",
        parents=[everywhere],
    )
    verbs = parser.add_subparsers(dest="room", metavar="VERB", required=True)
    demo = verbs.add_parser(
        "demo", parents=[everywhere], help="do the whole job once, on the fictional school"
    )
    demo.add_argument("--out", type=Path, metavar="FOLDER", help="where the papers go")
    verbs.add_parser("schema", parents=[everywhere], help="print the JSON Schema of a referral")
    _vault(_room(verbs, "vault", "make and check the encrypted vault"), everywhere)
    _roll(_room(verbs, "roll", "the school's pupil roll"), everywhere)
    _referral(_room(verbs, "referral", "write, check and export referrals"), everywhere)
    _council(_room(verbs, "council", "what each council asks"), everywhere)
    return parser


def _everywhere() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--vault", type=Path, metavar="FOLDER", help="the vault's folder")
    common.add_argument("--json", action="store_true", help="print one JSON value")
    common.add_argument(
        "--passphrase-file", metavar="FILE", help="read the passphrase from here; - is stdin"
    )
    return common


def _room(verbs: _Verbs[argparse.ArgumentParser], name: str, words: str) -> _Room:
    return _Room(
        verbs.add_parser(name, help=words).add_subparsers(
            dest="verb", metavar="VERB", required=True
        )
    )


class _Room:
    """Adds the verbs of one noun."""

    def __init__(self, verbs: _Verbs[argparse.ArgumentParser]) -> None:
        self._verbs = verbs

    def verb(
        self, name: str, words: str, everywhere: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        return self._verbs.add_parser(name, parents=[everywhere], help=words)


def _vault(room: _Room, everywhere: argparse.ArgumentParser) -> None:
    create = room.verb("create", "make a new vault", everywhere)
    create.add_argument("--council", required=True)
    create.add_argument("--school-name", required=True)
    create.add_argument("--staff-name", required=True)
    create.add_argument("--staff-role", default="")
    create.add_argument("--la-code", default="")
    create.add_argument("--estab-code", default="")
    create.add_argument(
        "--recovery-file", required=True, type=Path, help="where the recovery code is written"
    )
    room.verb("verify", "say whether the vault is sound", everywhere)


def _roll(room: _Room, everywhere: argparse.ArgumentParser) -> None:
    bring = room.verb("import", "read the roll from Common Transfer Files", everywhere)
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--preview", action="store_true", help="say what would change, and stop")
    find = room.verb("find", "find pupils by UPN or any part of a name", everywhere)
    find.add_argument("text")
    show = room.verb("show", "show a pupil, contacts and possible siblings", everywhere)
    show.add_argument("upn")


def _referral(room: _Room, everywhere: argparse.ArgumentParser) -> None:
    new = room.verb("new", "start a draft", everywhere)
    new.add_argument("--form", required=True, help="COUNCIL/FORM, or FORM of the vault's council")
    new.add_argument("--upn")
    new.add_argument(
        "--siblings", default="none", help="all, none, or UPNs between commas: refer these too"
    )
    room.verb("list", "list the referrals on the shelf", everywhere)
    for verb, words in (("show", "print a referral's answers"), ("history", "who changed what")):
        room.verb(verb, words, everywhere).add_argument("id")
    put = room.verb("set", "answer questions: PATH VALUE [PATH VALUE]...", everywhere)
    put.add_argument("id")
    put.add_argument("pairs", nargs="+", metavar="PATH VALUE")
    add = room.verb("add", "add an item to a list", everywhere)
    add.add_argument("id")
    add.add_argument("list")
    add.add_argument("value")
    room.verb("check", "say what is still to put right", everywhere).add_argument("id")
    export = room.verb("export", "write a referral out", everywhere)
    export.add_argument("id")
    target = export.add_mutually_exclusive_group(required=True)
    for kind in ("pdf", "json", "text"):
        target.add_argument(f"--{kind}", type=Path, metavar="FILE", dest=f"to_{kind}")
    export.add_argument("--replace", action="store_true", help="overwrite an existing file")


def _council(room: _Room, everywhere: argparse.ArgumentParser) -> None:
    room.verb("list", "list the council packs", everywhere)
    room.verb("show", "show a council's forms and questions", everywhere).add_argument("council")
    check = room.verb("check", "say what is wrong with a folder of pack files", everywhere)
    check.add_argument("folder", type=Path)
