"""The words that follow ``referral export``. Writes nothing out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from ffd_desktop.app.records import RecordKind
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.subject.asked import EXEMPTIONS

RECORDS: Final = tuple(one.value for one in RecordKind)
_PAPERS: Final = ("to_pdf", "to_json", "to_text")


class JsonHereOrThere(argparse.Action):
    """``--json`` alone: answer with JSON. ``--json FILE``: write the referral there as JSON."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - what argparse hands over
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        """Note which of the two was meant."""
        if isinstance(values, Path):
            namespace.to_json = values
        else:
            namespace.json = True


def add_export(verb: argparse.ArgumentParser) -> None:
    """Add what can be said of a paper to the verb."""
    verb.add_argument("id")
    verb.add_argument("--pdf", type=Path, metavar="FILE", dest="to_pdf")
    verb.add_argument("--text", type=Path, metavar="FILE", dest="to_text")
    verb.add_argument(
        "--json",
        type=Path,
        metavar="FILE",
        nargs="?",
        dest="to_json",
        default=argparse.SUPPRESS,
        action=JsonHereOrThere,
        help="with FILE: write JSON there; without: print one JSON value",
    )
    verb.add_argument(
        "--embed",
        action="store_true",
        help="put the files inside the PDF that are marked so (attachments[...].embed)",
    )
    verb.add_argument(
        "--addendum",
        type=int,
        metavar="N",
        default=0,
        help="of a sealed referral: its addendum of that number instead, as PDF or JSON",
    )
    verb.add_argument(
        "--encrypted",
        action="store_true",
        help="encrypt the PDF (AES-256) with a passphrase that is made and told on stderr",
    )
    verb.add_argument(
        "--password-file",
        metavar="FILE",
        help="encrypt the PDF with the passphrase in the first line of FILE instead (- for stdin)",
    )
    verb.add_argument(
        "--only",
        choices=("genogram", "subject", *RECORDS),
        help="only the picture of the family, the chronology, the history of changes, what came "
        "after sending, how it was sent, or one person’s data (see --subject)",
    )
    verb.add_argument(
        "--noting", default="", metavar="WHOM", dest="whom", help="for whom, kept in the history"
    )
    _add_subject(verb)
    verb.add_argument("--replace", action="store_true", help="overwrite an existing file")
    verb.add_argument(
        "--for",
        choices=[one.value for one in Reader],
        default=Reader.COUNCIL.value,
        dest="reader",
        help="who reads it: the council, with everything (the default), or the family",
    )
    verb.add_argument(
        "--agreed",
        action="store_true",
        help="make the copy for the family although something speaks against it",
    )


def _add_subject(verb: argparse.ArgumentParser) -> None:
    """Add the words of a copy for a subject access request."""
    verb.add_argument(
        "--subject", default="", metavar="ID", help="with --only subject: whose data it is"
    )
    verb.add_argument(
        "--named", default="", metavar="ID,...", help="others who may stay named in that copy"
    )
    verb.add_argument(
        "--withhold", default="", metavar="SECTION,...", help="sections that are left out of it"
    )
    verb.add_argument(
        "--exemption",
        action="append",
        default=[],
        metavar="CODE=WHY",
        help=f"what is claimed, and why; one of {', '.join(one.code for one in EXEMPTIONS)}",
    )


def refuse_export(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """End with how it is used, unless one paper is asked for that can be made."""
    asked = [name for name in _PAPERS if getattr(arguments, name, None) is not None]
    if len(asked) != 1:
        one = "one at a time of" if asked else "one of"
        parser.error(f"export needs {one} --pdf FILE, --json FILE, --text FILE")
    if (arguments.only == "subject") is not bool(arguments.subject):
        parser.error("--only subject and --subject ID go together")
    if arguments.only and asked == ["to_json"]:
        parser.error("--only goes with --pdf FILE or --text FILE")
    if (arguments.encrypted or arguments.password_file) and asked != ["to_pdf"]:
        parser.error("--encrypted and --password-file go with --pdf FILE")
