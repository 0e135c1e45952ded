"""Verbs of comments on a draft: comment on something, list them, resolve one. Never sent."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ffd_desktop.app import papers
from ffd_desktop.app.commenting import author
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.commenting import (
    commenting,
    has_changed,
    is_comment,
    is_gone,
    is_section,
    resolving,
)
from ffd_desktop.referral.comments import Comment
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import UnknownPath

_SCREEN = "cli"


def add(arguments: argparse.Namespace, output: Output) -> None:
    """Comment on an answer, an item, a section or the whole referral."""
    if not arguments.text.strip():
        raise ProblemForPerson(
            "A comment needs words. Nothing was changed.",
            "Write what the writer ought to know.",
            "comment_empty",
        )
    with open_desk(arguments) as (program, desk):
        referral = desk.open(arguments.id).referral
        _must_be_there(program, referral, arguments.path)
        who = author(desk, _SCREEN)
        edit = commenting(referral, arguments.path, arguments.text.strip(), who)
        saved = _saved(program, desk, referral, edit)
        made = saved.comments[-1]
    output.give({"id": made.id}, [made.id])


def list_all(arguments: argparse.Namespace, output: Output) -> None:
    """List the comments, open ones first."""
    with open_desk(arguments) as (_, desk):
        referral = desk.open(arguments.id).referral
    comments = sorted(referral.comments, key=lambda one: not one.is_open)
    output.give(comments, [line for one in comments for line in told(referral, one)])


def resolve(arguments: argparse.Namespace, output: Output) -> None:
    """Say that a comment is done with."""
    with open_desk(arguments) as (program, desk):
        referral = desk.open(arguments.id).referral
        comment = next((one for one in referral.comments if one.id == arguments.comment), None)
        if comment is None:
            raise ProblemForPerson(
                "The referral has no comment of that id. Nothing was changed.",
                "List them with: ffd-desktop referral comments ID",
                "comment_unknown",
            )
        if comment.is_open:
            _saved(program, desk, referral, *resolving(comment, author(desk, _SCREEN)))
    output.give({"id": comment.id}, [f"Resolved: {comment.id}"])


def told(referral: Referral, comment: Comment) -> Iterator[str]:
    """Say a comment and its replies in lines."""
    state = "open" if comment.is_open else f"resolved by {comment.resolved_by}"
    about = comment.path or "the whole referral"
    yield f"{comment.id}  {about}  {comment.by}  {comment.at[:16]}  {state}"
    yield f"      {comment.text}"
    if is_gone(referral, comment.path):
        yield "      What this was about is not in the referral any more."
    elif has_changed(referral, comment):
        yield "      The answer has changed since."
    for reply in comment.replies:
        yield f"      {reply.by}  {reply.at[:16]}  {reply.text}"


def _must_be_there(program: Program, referral: Referral, path: str) -> None:
    if is_section(path):
        _, form = papers.form_of(program, referral)
        is_there = any(one.key == path for one in form.sections)
    else:
        is_there = not is_comment(path) and not is_gone(referral, path)
    if not is_there:
        raise UnknownPath(path)


def _saved(program: Program, desk: Desk, referral: Referral, *edits: Edit) -> Referral:
    session = DraftSession(referral, monotonic=program.clock.monotonic)
    session.apply(*edits)
    batch = session.take_unsaved()
    if batch is not None:
        desk.save(referral.id, batch, screen=_SCREEN)
    return session.referral
