"""From the words on the command line to one verb and an exit code.

0 done, 1 a problem, 2 usage, 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from ffd_desktop.cli import (
    answers,
    attachments,
    bring_in,
    comments,
    council,
    council_details,
    demo,
    following,
    handing_over,
    quick,
    records,
    recovery_sheet,
    referral,
    roll,
    school_key,
    sealing,
    sending,
    sheet,
    staff,
    vault,
)
from ffd_desktop.cli.output import Output, VerbFailed
from ffd_desktop.cli.parser import read_words
from ffd_desktop.problems import ProblemForPerson

STOPPED = 130
Verb = Callable[[argparse.Namespace, Output], None]

VERBS: dict[tuple[str, str], Verb] = {
    ("demo", ""): demo.demo,
    ("schema", ""): referral.schema,
    ("vault", "create"): vault.create,
    ("vault", "where"): vault.where,
    ("vault", "verify"): vault.verify,
    ("vault", "backup"): vault.back_up,
    ("vault", "restore"): vault.restore,
    ("vault", "passphrase"): vault.change_passphrase,
    ("vault", "quick-unlock"): quick.quick_unlock,
    ("vault", "recovery-sheet"): recovery_sheet.recovery_sheet,
    ("vault", "school-key status"): school_key.status,
    ("vault", "school-key make"): school_key.make,
    ("vault", "school-key end"): school_key.end,
    ("vault", "staff list"): staff.list_all,
    ("vault", "staff add"): staff.add,
    ("vault", "staff remove"): staff.remove,
    ("vault", "staff rename"): staff.rename,
    ("roll", "import"): roll.bring_in,
    ("roll", "find"): roll.find,
    ("roll", "show"): roll.show,
    ("referral", "new"): referral.new,
    ("referral", "list"): referral.list_all,
    ("referral", "show"): referral.show,
    ("referral", "history"): referral.history,
    ("referral", "aim"): referral.aim,
    ("referral", "set"): referral.set_answers,
    ("referral", "add"): referral.add_item,
    ("referral", "bring-in"): bring_in.bring_in,
    ("referral", "attach"): attachments.bring_in,
    ("referral", "attachments"): attachments.list_all,
    ("referral", "attachment"): attachments.write_out,
    ("referral", "comment"): comments.add,
    ("referral", "comments"): comments.list_all,
    ("referral", "resolve"): comments.resolve,
    ("referral", "check"): referral.check,
    ("referral", "sheet"): sheet.sheet,
    ("referral", "answer"): answers.answer,
    ("referral", "take-back"): answers.take_back,
    ("referral", "seal"): sealing.seal,
    ("referral", "sealed"): sealing.list_all,
    ("referral", "addendum"): sealing.addendum,
    ("referral", "pack"): handing_over.pack,
    ("referral", "unpack"): handing_over.unpack,
    ("referral", "receipt-for"): handing_over.receipt_for,
    ("referral", "take-receipt"): handing_over.take_receipt,
    ("referral", "handovers"): handing_over.handovers,
    ("referral", "send"): sending.send,
    ("referral", "receipt"): sending.receipt,
    ("referral", "answers"): sending.answers,
    ("referral", "export"): referral.export,
    ("referral", "papers"): records.list_papers,
    ("referral", "destroy"): records.destroy,
    ("referral", "destroyed"): records.list_destroyed,
    ("following", "board"): following.board,
    ("following", "chase"): following.chase,
    ("following", "case"): following.case,
    ("following", "figures"): following.figures,
    ("following", "reviews"): following.reviews,
    ("following", "keep"): following.keep,
    ("following", "hold"): following.hold,
    ("following", "closures list"): following.list_closures,
    ("following", "closures add"): following.add_closure,
    ("following", "closures remove"): following.remove_closure,
    ("council", "list"): council.list_all,
    ("council", "show"): council.show,
    ("council", "check"): council.check,
    ("council", "confirm"): council_details.confirm,
    ("council", "correct"): council_details.correct,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = read_words(argv)
    output = Output(as_json=getattr(arguments, "json", False))
    named = (getattr(arguments, name, "") for name in ("verb", "deed"))
    verb = VERBS[arguments.room, " ".join(filter(None, named))]
    try:
        verb(arguments, output)
    except ProblemForPerson as problem:
        output.problem(problem)
        return STOPPED if problem.code == "stopped" else 1
    except KeyboardInterrupt:
        return STOPPED
    except (VerbFailed, BrokenPipeError):
        return 1
    return 0
