"""Verbs of referrals: new, list, show, history, set, add, check, export; and the schema."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

import msgspec

from ffd_desktop.app import attaching, encrypted, papers, rolls, sealing
from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.app.program import Program
from ffd_desktop.cli import comments, records, subject_access
from ffd_desktop.cli import sealing as sealed_verbs
from ffd_desktop.cli.entering import open_desk, read_password
from ffd_desktop.cli.output import Output
from ffd_desktop.drafting import restricting
from ffd_desktop.drafting.aiming import unasked
from ffd_desktop.drafting.clock_jump import ClockNote
from ffd_desktop.drafting.ports import ShelfRow, StoredEdit
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.family_warnings import READ_IT_FIRST, against_a_copy
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.commenting import is_comment
from ffd_desktop.referral.edits import Edit, ValueDoesNotFit
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.spoken import Spoken

_SCREEN = "cli"
_AIMED = frozenset({"council", "form", "pack_version", "reference"})


def schema(_: argparse.Namespace, output: Output) -> None:
    """Print the JSON Schema of a referral."""
    made = codec.json_schema()
    output.give(made, [json.dumps(made, indent=2)])


def new(arguments: argparse.Namespace, output: Output) -> None:
    """Start a draft, filled from the roll when a UPN is given."""
    with open_desk(arguments) as (program, desk):
        aim = _aim(program, arguments.form, desk.profile().council)
        if arguments.upn:
            choices = rolls.refer_too(desk, arguments.upn, arguments.siblings)
            made = rolls.start_from_roll(desk, aim, arguments.upn, choices, screen=_SCREEN)
        else:
            made = desk.start(aim, screen=_SCREEN)
    output.give({"id": made.id, "reference": made.reference}, [f"{made.reference}  {made.id}"])


def list_all(arguments: argparse.Namespace, output: Output) -> None:
    """List the shelf."""
    with open_desk(arguments) as (_, desk):
        rows, names = desk.shelf(), {one.person: one.name for one in desk.staff}
    output.give(
        rows,
        [
            f"{row.reference}  {row.state.value:<9} {row.changed_at[:16]}  {row.id}  "
            + (restricting.ask_words(row.readers, names) if row.is_hidden else _named(row))
            for row in rows
        ],
    )


def _named(row: ShelfRow) -> str:
    return ", ".join(row.children) + (" (restricted)" if row.readers else "")


def show(arguments: argparse.Namespace, output: Output) -> None:
    """Print a referral: the model as JSON, or its text in the form's order."""
    with open_desk(arguments) as (program, desk):
        draft, head = desk.open(arguments.id), desk.head
    referral, seal = draft.referral, sealing.seal_of(draft.sealed)
    text = "" if output.as_json else papers.text(program, referral, head=head, seal=seal)
    said = [line for one in referral.comments for line in comments.told(referral, one)]
    output.give(
        referral, [*text.splitlines(), *(["", "Comments, never sent:", *said] if said else ())]
    )


def history(arguments: argparse.Namespace, output: Output) -> None:
    """Print who changed what when."""
    with open_desk(arguments) as (_, desk):
        edits, jumps = desk.history(arguments.id), desk.clock_notes(arguments.id)
    rows: list[StoredEdit | ClockNote] = [*edits, *jumps]
    rows.sort(key=lambda row: row.seq)
    output.give(
        [_told(row) for row in rows],
        [
            f"{row.seq}  {row.by.at}  {row.by.actor}  "
            f"{row.jump.words if isinstance(row, ClockNote) else row.edit.path}"
            for row in rows
        ],
    )


def _told(row: StoredEdit | ClockNote) -> object:
    told = msgspec.to_builtins(row)
    return {**told, "words": row.jump.words} if isinstance(row, ClockNote) else told


def set_answers(arguments: argparse.Namespace, output: Output) -> None:
    """Answer questions; all of them or, when one does not fit, none."""
    if len(arguments.pairs) % 2:
        raise ProblemForPerson(
            "Each PATH needs a VALUE after it. Nothing was changed.",
            "Write the value as JSON, such as '\"some text\"', true or null.",
            "value_missing",
        )
    paths, values = arguments.pairs[::2], arguments.pairs[1::2]
    if not _AIMED.isdisjoint(paths):
        raise ProblemForPerson(
            "Which form a referral is written on is no answer. Nothing was changed.",
            "Choose another form with ‘referral aim’.",
            "form_is_no_answer",
        )
    _must_be_no_comment(paths)
    edits = [Edit(path, _json(value)) for path, value in zip(paths, values, strict=True)]
    saved = _write(arguments, lambda: edits)
    output.give({"saved": saved, "paths": paths}, [f"Saved {saved}"])


def _must_be_no_comment(paths: list[str]) -> None:
    """Keep who said what, and when, from being typed."""
    if any(map(is_comment, paths)):
        raise ProblemForPerson(
            "A comment is no answer: it says who wrote it, and when. Nothing was changed.",
            "Use ‘referral comment’ and ‘referral resolve’.",
            "comment_is_no_answer",
        )


def add_item(arguments: argparse.Namespace, output: Output) -> None:
    """Add an item to a list and give its id."""
    _must_be_no_comment([arguments.list])
    item = new_id()
    value = _json(arguments.value)
    if not isinstance(value, dict):
        raise ValueDoesNotFit(arguments.list)
    saved = _write(arguments, lambda: [Edit(f"{arguments.list}[{item}]", value)])
    output.give({"id": item, "saved": saved}, [item])


def aim(arguments: argparse.Namespace, output: Output) -> None:
    """Aim a draft at another form; every answer stays, and what is not asked there is named."""
    with open_desk(arguments) as (program, desk):
        before = desk.open(arguments.id).referral
        wanted = _aim(program, arguments.form, before.council)
        referral = desk.aim(arguments.id, wanted, screen=_SCREEN)
    _, form = papers.form_of(program, referral)
    others = [one for pack in program.packs.values() for one in pack.forms]
    kept = unasked(referral, form, others)
    lines = [f"Written on: {form.title}. Every answer is kept."]
    if kept:
        lines += ["Kept, and not asked or printed by this form:", *(one.words for one in kept)]
    output.give({"council": referral.council, "form": referral.form, "not_asked": kept}, lines)


def check(arguments: argparse.Namespace, output: Output) -> None:
    """Say what is still to put right; never a gate."""
    with open_desk(arguments) as (program, desk):
        found = papers.check(program, desk.open(arguments.id).referral, desk)
    output.give(found.told(), found.lines())


def export(arguments: argparse.Namespace, output: Output) -> None:
    """Write a referral out as PDF, JSON or text."""
    kind, target = next(
        (kind, path)
        for kind in papers.KINDS
        if (path := getattr(arguments, f"to_{kind}", None)) is not None
    )
    reader = Reader(arguments.reader)
    with open_desk(arguments) as (program, desk):
        draft = desk.open(arguments.id)
        is_subjects = arguments.only == "subject"
        if (reader is Reader.FAMILY or is_subjects) and not arguments.agreed:
            _must_be_agreed(draft.referral)
        if is_subjects:
            made = subject_access.made(arguments, program, draft.referral, desk.head, kind)
        elif arguments.only in records.KINDS:
            made = records.made(arguments, program, desk, kind, reader)
        else:
            made = _made(arguments, program, desk, draft, kind)
        passphrase = _passphrase(arguments, program)
        if passphrase:
            made = encrypted.encrypted(made, passphrase)
        records.write_out(target, made, replacing=arguments.replace)
        records.noted(desk, arguments, output, made, kind)
    told: dict[str, object] = {}
    if passphrase and not arguments.password_file:
        told["passphrase"] = passphrase
        output.say_passphrase(passphrase)
    records.give(output, target, made, told)
    if is_subjects:
        subject_access.say(arguments, program, draft.referral, output)
    elif reader is Reader.FAMILY:
        output.say(READ_IT_FIRST)


def _made(
    arguments: argparse.Namespace,
    program: Program,
    desk: Desk,
    draft: OpenDraft,
    kind: papers.Kind,
) -> papers.Paper:
    referral, head, reader = draft.referral, desk.head, Reader(arguments.reader)
    if arguments.only:
        return papers.family_picture(program, referral, kind, head=head, reader=reader)
    if _is_kept(arguments, draft, kind, reader):
        return sealed_verbs.paper(desk, draft.sealed, arguments.addendum, kind)
    files, seal = _files(arguments, desk, referral), sealing.seal_of(draft.sealed)
    return papers.make(program, referral, kind, head=head, reader=reader, files=files, seal=seal)


def _is_kept(
    arguments: argparse.Namespace, draft: OpenDraft, kind: papers.Kind, reader: Reader
) -> bool:
    """Tell whether the paper was made when it was sealed: the same bytes are given again."""
    is_sealed = bool(draft.sealed) and kind != "text" and reader is Reader.COUNCIL
    return bool(arguments.addendum) or is_sealed


def _must_be_agreed(referral: Referral) -> None:
    reasons = against_a_copy(referral)
    if reasons:
        raise ProblemForPerson(
            f"Something speaks against giving a copy to the family. {' '.join(reasons)} "
            "Nothing was written.",
            "Ask the council first. Add --agreed to make the copy all the same.",
            "family_copy_unsafe",
        )


def _passphrase(arguments: argparse.Namespace, program: Program) -> str:
    """Give what the PDF is encrypted with; empty when it is not."""
    if arguments.password_file:
        return encrypted.own_passphrase(program, read_password(arguments.password_file))
    return str(Spoken.fresh()) if arguments.encrypted else ""


def _files(arguments: argparse.Namespace, desk: Desk, referral: Referral) -> tuple[Embedded, ...]:
    if not arguments.embed:
        return ()
    return attaching.embedded(referral, lambda one: attaching.read(desk, referral.id, one))


def _aim(program: Program, form: str, council: str) -> Aim:
    key, slash, rest = form.partition("/")
    pack = program.pack(key if slash else council)
    wanted = rest if slash else form
    if not any(one.key == wanted for one in pack.forms):
        raise ProblemForPerson(
            f"{pack.name} has no form '{wanted}'. Nothing was changed.",
            f"Its forms are: {', '.join(one.key for one in pack.forms)}.",
            "form_unknown",
        )
    return Aim(pack.key, wanted, pack.version)


def _write(arguments: argparse.Namespace, edits: Callable[[], list[Edit]]) -> str:
    with open_desk(arguments) as (program, desk):
        session = DraftSession(desk.open(arguments.id).referral, monotonic=program.clock.monotonic)
        session.apply(*edits())
        batch = session.take_unsaved()
        now = program.clock.now()
        if batch is not None:
            now = desk.save(arguments.id, batch, screen=_SCREEN)
        return f"{now:%H:%M:%S}"


def _json(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        raise ProblemForPerson(
            "A value is not written as JSON. Nothing was changed.",
            "Put text in double quotes, such as '\"some text\"'; or true, false, null, {...}.",
            "value_not_json",
        ) from None
