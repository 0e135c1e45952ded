"""The words of the command line. ``--vault``, ``--json`` and ``--passphrase-file`` go anywhere."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ffd_desktop.cli.export_words import add_export, refuse_export
from ffd_desktop.cli.following_words import add_following
from ffd_desktop.cli.handing_over_words import add_handing_over
from ffd_desktop.cli.nouns import Room, sentence
from ffd_desktop.cli.record_words import add_records
from ffd_desktop.cli.sealing_words import add_sealing

_Verbs = argparse._SubParsersAction


def read_words(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the words of the command line; says how it is used and exits with 2 otherwise."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if getattr(arguments, "verb", "") == "export":
        refuse_export(parser, arguments)
    for name, value in vars(arguments).items():
        setattr(arguments, name, _readable(value) if name != "passphrase_file" else value)
    return arguments


def _readable(value: object) -> object:
    """Give words as text that can be written: a byte that is no letter becomes U+FFFD."""
    if isinstance(value, list):
        return [_readable(one) for one in value]
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return value


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of every verb."""
    everywhere = _everywhere()
    parser = argparse.ArgumentParser(
        prog="ffd-desktop",
        allow_abbrev=False,
        description="Write referrals to children’s social care, offline and encrypted.",
        parents=[everywhere],
    )
    verbs = parser.add_subparsers(dest="room", metavar="VERB", required=True)
    demo = verbs.add_parser(
        "demo",
        parents=[everywhere],
        allow_abbrev=False,
        help="do the whole job once, on the fictional school",
    )
    demo.add_argument("--out", type=Path, metavar="FOLDER", help="where the papers go")
    verbs.add_parser(
        "schema",
        parents=[everywhere],
        allow_abbrev=False,
        help="print the JSON Schema of a referral",
    )
    _vault(_room(verbs, "vault", "make and check the encrypted vault"), everywhere)
    _roll(_room(verbs, "roll", "the school’s pupil roll"), everywhere)
    _referral(_room(verbs, "referral", "write, check and export referrals"), everywhere)
    add_following(_room(verbs, "following", "what is due after sending"), everywhere)
    _council(_room(verbs, "council", "what each council asks"), everywhere)
    return parser


def _everywhere(*, with_json: bool = True) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--vault", type=Path, metavar="FOLDER", help="the vault’s folder")
    if with_json:
        common.add_argument("--json", action="store_true", help="print one JSON value")
    common.add_argument(
        "--passphrase-file", metavar="FILE", help="read the passphrase from here; - is stdin"
    )
    common.add_argument(
        "--as", metavar="NAME", dest="whose", help="whose passphrase it is, where several have one"
    )
    return common


def _room(verbs: _Verbs[argparse.ArgumentParser], name: str, words: str) -> Room:
    return Room(
        verbs.add_parser(name, help=words, description=sentence(words)).add_subparsers(
            dest="verb", metavar="VERB", required=True
        )
    )


def _vault(room: Room, everywhere: argparse.ArgumentParser) -> None:
    create = room.verb("create", "make a new vault", everywhere)
    create.add_argument(
        "--council", required=True, metavar="ID", help="one of those that 'council list' names"
    )
    create.add_argument("--school-name", required=True, metavar="NAME", help="the school’s name")
    create.add_argument(
        "--staff-name", required=True, metavar="NAME", help="the name of whoever’s passphrase it is"
    )
    create.add_argument("--staff-role", default="", metavar="ROLE", help="their role, such as dsl")
    create.add_argument(
        "--la-code", default="", metavar="NNN", help="the school’s authority number, three digits"
    )
    create.add_argument(
        "--estab-code",
        default="",
        metavar="NNNN",
        help="the school’s own number, four digits; with both, a roll of another school is told",
    )
    create.add_argument(
        "--recovery-file",
        required=True,
        type=Path,
        metavar="FILE",
        help="where the recovery code is written",
    )
    create.add_argument(
        "--even-here",
        action="store_true",
        help="make it though something speaks against the folder; 'vault where' says what",
    )
    room.verb("where", "say which folder is in use, why, and what speaks against it", everywhere)
    verify = room.verb("verify", "say whether the vault is sound", everywhere)
    verify.add_argument(
        "--head",
        metavar="RECORD",
        help="also compare with the record at the foot of a PDF, such as '1284 4F2A91-...'",
    )
    back_up = room.verb("backup", "back the vault up and prove the backup", everywhere)
    back_up.add_argument("target", type=Path, help="folder that holds the backups")
    restore = room.verb("restore", "put a backup back; the old vault is set aside", everywhere)
    restore.add_argument("backup", type=Path, help="a backup, or the folder that holds them")
    restore.add_argument(
        "--salvage",
        action="store_true",
        help="take what a damaged backup or vault (its own folder) still holds into a new one",
    )
    change = room.verb("passphrase", "change your passphrase", everywhere)
    change.add_argument("--new-passphrase-file", metavar="FILE", help="read the new one from here")
    quick = room.verb(
        "quick-unlock", "let this computer’s sign-in open the vault for you", everywhere
    )
    quick.add_argument("what", choices=("on", "off", "status"), help="status only says how it is")
    sheet = room.verb(
        "recovery-sheet", "say whether the recovery code was typed back, or renew it", everywhere
    )
    deed = sheet.add_mutually_exclusive_group()
    deed.add_argument(
        "--recovery-file", type=Path, metavar="FILE", help="make a new code and write it there"
    )
    deed.add_argument(
        "--typed-back", metavar="FILE", help="the whole code, typed off the paper; - is stdin"
    )
    _school_key(room.room("school-key", "a recovery key for the head’s safe"), everywhere)
    _staff(room.room("staff", "who can open the vault"), everywhere)


def _school_key(room: Room, everywhere: argparse.ArgumentParser) -> None:
    room.verb("status", "say whether there is one", everywhere)
    make = room.verb("make", "make one; an older one is then worthless", everywhere)
    make.add_argument("file", type=Path, help="where the key is written")
    room.verb("end", "let it open the vault no more", everywhere)


def _staff(room: Room, everywhere: argparse.ArgumentParser) -> None:
    room.verb("list", "list who can open the vault", everywhere)
    add = room.verb("add", "let a colleague in, with a passphrase of their own", everywhere)
    add.add_argument("name", help="as it should stand on a referral")
    add.add_argument("--role", default="", help="such as dsl")
    add.add_argument("--new-passphrase-file", metavar="FILE", help="read theirs from here")
    remove = room.verb("remove", "take a colleague’s way in away for good", everywhere)
    remove.add_argument("name", help="as 'vault staff list' gives it")
    remove.add_argument(
        "--leaving-restricted",
        action="store_true",
        help="even if only the recovery code can read some restricted referrals then",
    )
    rename = room.verb("rename", "give yourself another name or role", everywhere)
    rename.add_argument("name", help="as it should stand on a referral")
    rename.add_argument("--role", help="such as dsl; without it the role stays")


def _roll(room: Room, everywhere: argparse.ArgumentParser) -> None:
    bring = room.verb(
        "import", "read the roll from CTF, CSV, XLSX or OneRoster (zip or folder)", everywhere
    )
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument(
        "--mapping", type=Path, metavar="FILE", help="which column of a table is what (TOML)"
    )
    bring.add_argument(
        "--write-mapping",
        type=Path,
        metavar="FILE",
        help="write the mapping that is proposed, to change and give to --mapping, and stop",
    )
    bring.add_argument("--preview", action="store_true", help="say what would change, and stop")
    find = room.verb("find", "find pupils by UPN or any part of a name", everywhere)
    find.add_argument("text")
    show = room.verb("show", "show a pupil, contacts and possible siblings", everywhere)
    show.add_argument("upn")


def _referral(room: Room, everywhere: argparse.ArgumentParser) -> None:
    new = room.verb("new", "start a draft", everywhere)
    new.add_argument("--form", required=True, help="COUNCIL/FORM, or FORM of the vault’s council")
    new.add_argument("--upn")
    new.add_argument(
        "--siblings", default="none", help="all, none, or UPNs between commas: refer these too"
    )
    aim = room.verb("aim", "write a draft on another form; every answer stays", everywhere)
    aim.add_argument("id")
    aim.add_argument("--form", required=True, help="COUNCIL/FORM, or FORM of the same council")
    room.verb("list", "list the referrals on the shelf", everywhere)
    for verb, words in (("show", "print a referral’s answers"), ("history", "who changed what")):
        room.verb(verb, words, everywhere).add_argument("id")
    put = room.verb("set", "answer questions: PATH VALUE [PATH VALUE]...", everywhere)
    put.add_argument("id")
    put.add_argument("pairs", nargs="+", metavar="PATH VALUE")
    add = room.verb("add", "add an item to a list", everywhere)
    add.add_argument("id")
    add.add_argument("list")
    add.add_argument("value")
    _bring_in(room.verb("bring-in", "bring in rows of a concern log (CSV, XLSX)", everywhere))
    _attachments(room, everywhere)
    _comments(room, everywhere)
    room.verb("check", "say what is still to put right", everywhere).add_argument("id")
    room.verb("sheet", "print what to type into the council’s web form", everywhere).add_argument(
        "id"
    )
    _answers(room, everywhere)
    add_sealing(room, everywhere)
    add_records(room, everywhere)
    add_handing_over(room, everywhere)
    export = room.verb("export", "write a referral out", _everywhere(with_json=False))
    add_export(export)


def _bring_in(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("id")
    verb.add_argument("file", type=Path, metavar="FILE")
    verb.add_argument(
        "--become", choices=("events", "worries"), default="events", help="what the rows become"
    )
    verb.add_argument(
        "--only-on-file", action="store_true", help="keep the events out of the printed referral"
    )
    verb.add_argument(
        "--about", metavar="ID,...", help="the children whom rows concern that name no child"
    )
    verb.add_argument("--mapping", type=Path, metavar="FILE", help="which column is what (TOML)")
    verb.add_argument(
        "--write-mapping",
        type=Path,
        metavar="FILE",
        help="write the mapping that is proposed, to change and give to --mapping, and stop",
    )
    verb.add_argument("--preview", action="store_true", help="say what would come in, and stop")


def _attachments(room: Room, everywhere: argparse.ArgumentParser) -> None:
    attach = room.verb("attach", "take a PDF, DOCX, JPEG or PNG into the vault", everywhere)
    attach.add_argument("id")
    attach.add_argument("file", type=Path)
    attach.add_argument("--title", metavar="T", help="what it is; else the file’s name")
    room.verb("attachments", "list what is attached or named", everywhere).add_argument("id")
    one = room.verb("attachment", "write a copy of an attached file out", everywhere)
    one.add_argument("id")
    one.add_argument("attachment", help="its id, from the list of attachments")
    one.add_argument(
        "--out", required=True, type=Path, metavar="F", help="a file, or a folder to put it in"
    )
    one.add_argument(
        "--original",
        action="store_true",
        help="as it came, with the place and device that a picture may tell",
    )
    one.add_argument("--replace", action="store_true", help="overwrite an existing file")


def _comments(room: Room, everywhere: argparse.ArgumentParser) -> None:
    comment = room.verb("comment", "comment on a draft for a colleague; never sent", everywhere)
    comment.add_argument("id")
    comment.add_argument(
        "path", help="an answer, an item, the key of a section, or '' for the whole referral"
    )
    comment.add_argument("text")
    room.verb("comments", "list what colleagues said about it", everywhere).add_argument("id")
    resolve = room.verb("resolve", "say that a comment is done with", everywhere)
    resolve.add_argument("id")
    resolve.add_argument("comment", help="its id, from the list of comments")


def _answers(room: Room, everywhere: argparse.ArgumentParser) -> None:
    answer = room.verb("answer", "say why what a check found may stay as it is", everywhere)
    back = room.verb("take-back", "let a finding that was answered speak again", everywhere)
    for verb in (answer, back):
        verb.add_argument("id")
        verb.add_argument("finding", help="its id, as ‘referral check’ gives it")
    answer.add_argument("reason", help="kept with the sentence that it answers")


def _council(room: Room, everywhere: argparse.ArgumentParser) -> None:
    room.verb("list", "list the council packs", everywhere)
    room.verb(
        "show",
        "show a council’s contacts, as this office has them, and its forms and questions",
        everywhere,
    ).add_argument("council")
    check = room.verb("check", "say what is wrong with a folder of pack files", everywhere)
    check.add_argument("folder", type=Path)
    confirm = room.verb(
        "confirm", "keep that numbers, hours and addresses are right as they stand", everywhere
    )
    confirm.add_argument("council")
    confirm.add_argument(
        "contacts",
        nargs="*",
        metavar="CONTACT",
        help="such as front_door; without one, all but what the council has changed since",
    )
    confirm.add_argument(
        "--published", action="store_true", help="take what is published, not what the office had"
    )
    correct = room.verb("correct", "keep what is right in place of what is published", everywhere)
    correct.add_argument("council")
    correct.add_argument("contact", help="such as front_door; 'council show' names them")
    for name, words in (
        ("phone", "the telephone number"),
        ("hours", "such as 'Mon to Thu 8:45 to 17:15, Fri 8:45 to 16:45', or 'always'"),
        ("address", "the postal address"),
        ("email", "the e-mail that anybody may read"),
        ("secure-email", "the secure e-mail"),
    ):
        correct.add_argument(f"--{name}", metavar="TEXT", help=words)
