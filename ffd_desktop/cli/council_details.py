"""Verbs of a council's details: confirm as they stand, correct; and how ``show`` says them."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterable, Iterator

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.office_details import (
    Found,
    details_outside,
    keep_details,
    office_details,
    with_details,
)
from ffd_desktop.app.program import Program
from ffd_desktop.cli.entering import open_desk, program_for
from ffd_desktop.cli.output import Output
from ffd_desktop.councils.checked import DetailKind, OfficeDetails
from ffd_desktop.councils.details import NAMES, Detail, details_of, in_force, kinds_of
from ffd_desktop.councils.opening_words import read_week, say_week
from ffd_desktop.councils.pack import ContactNumber, Pack
from ffd_desktop.problems import ProblemForPerson


def pack_in_force(arguments: argparse.Namespace) -> Pack:
    """Give a council's pack with the details that hold in this office.

    With a passphrase the vault is asked; without one, what the locked screen may show of it.
    """
    program = program_for(arguments)
    pack = program.pack(arguments.council)
    if getattr(arguments, "passphrase_file", None) is None:
        office = details_outside(program.look(), pack.key)
    else:
        with open_desk(arguments) as (_, desk):
            office = office_details(desk, pack.key)
    return in_force(pack, office, program.clock.now().date())


def confirm(arguments: argparse.Namespace, output: Output) -> None:
    """Confirm details as they stand; without a contact, all but those that the council changed."""
    with open_desk(arguments) as (program, desk):
        pack = program.pack(arguments.council)
        for key in arguments.contacts:
            _contact(pack, key)
        details = _now(program, pack, office_details(desk, pack.key))
        chosen = [one for one in details if _is_meant(one, arguments.contacts)]
        found = [_as_found(one, takes_published=arguments.published) for one in chosen]
        kept = _keep(program, desk, pack, found)
    _give(output, kept, {(one.contact, one.kind) for one in found if one.text})


def correct(arguments: argparse.Namespace, output: Output) -> None:
    """Keep what the office found right of a contact, in place of what is published."""
    given = {kind: getattr(arguments, kind.value) for kind in DetailKind}
    texts = {kind: text for kind, text in given.items() if text is not None and text.strip()}
    if not texts:
        raise _nothing_said()
    with open_desk(arguments) as (program, desk):
        pack = program.pack(arguments.council)
        contact = _contact(pack, arguments.contact)
        if missing := [kind for kind in texts if kind not in kinds_of(contact)]:
            raise _not_to_correct(contact, missing[0])
        found = [Found(contact=contact.key, kind=kind, text=text) for kind, text in texts.items()]
        kept = _keep(program, desk, pack, found)
    if hours := texts.get(DetailKind.HOURS):
        output.say(_reading(hours))
    _give(output, kept, {(contact.key, kind) for kind in texts})


def lines_of(details: Iterable[Detail]) -> Iterator[str]:
    """Say each detail of which anything is known: what holds, whence, and what to look at."""
    for one in details:
        if one.text or one.warning:
            yield f"    {NAMES[one.kind]}: {one.text or 'none'}"
            yield f"      {one.provenance}"
        if one.warning:
            yield f"      Look: {one.warning}"


def _is_meant(detail: Detail, contacts: list[str]) -> bool:
    return detail.contact in contacts if contacts else not detail.has_changed


def _as_found(detail: Detail, *, takes_published: bool) -> Found:
    text = detail.published if takes_published else detail.text
    return Found(contact=detail.contact, kind=detail.kind, text=text)


def _now(program: Program, pack: Pack, office: OfficeDetails) -> tuple[Detail, ...]:
    return details_of(pack, office, program.clock.now().date())


def _keep(program: Program, desk: Desk, pack: Pack, found: list[Found]) -> tuple[Detail, ...]:
    """Keep it in the vault, and for the locked screen where it is the office's own council."""
    today = program.clock.now().date()
    office = keep_details(desk, pack, found, by=desk.staff_name, on=today)
    if desk.profile().council == pack.key:
        with contextlib.suppress(ProblemForPerson):  # the window writes it at the next unlock
            program.keep_look(with_details(program.look(), pack.key, office))
    return _now(program, pack, office)


def _give(output: Output, details: tuple[Detail, ...], kept: set[tuple[str, DetailKind]]) -> None:
    now = [one for one in details if (one.contact, one.kind) in kept]
    lines = (f"{one.name}: {NAMES[one.kind].lower()} {one.text}. {one.provenance}." for one in now)
    output.give([_told(one) for one in now], lines)
    for one in details:
        if one.has_changed:
            output.say(f"{one.name}, {NAMES[one.kind].lower()}: {one.warning}")


def _told(detail: Detail) -> dict[str, object]:
    return {
        "contact": detail.contact,
        "kind": detail.kind.value,
        "text": detail.text,
        "published": detail.published,
        "standing": detail.standing.value,
        "provenance": detail.provenance,
        "warning": detail.warning,
    }


def details_told(pack: Pack) -> list[dict[str, object]]:
    """Give every detail of a pack in force, for ``--json``."""
    return [_told(one) for contact in pack.contacts for one in getattr(contact, "details", ())]


def _contact(pack: Pack, key: str) -> ContactNumber:
    found = next((one for one in pack.contacts if one.key == key), None)
    if found is None:
        raise ProblemForPerson(
            f"{pack.name} has no contact '{key}'. Nothing was changed.",
            f"The contacts are: {', '.join(one.key for one in pack.contacts)}.",
            "contact_unknown",
        )
    return found


def _reading(hours: str) -> str:
    week = read_week(hours)
    if week is None:
        return "The hours are kept in your words: they cannot be reckoned with."
    return f"The hours are read as: {say_week(week.hours, always=week.always)}."


def _nothing_said() -> ProblemForPerson:
    return ProblemForPerson(
        "Nothing to correct was given. Nothing was changed.",
        "Give --phone, --hours, --address, --email or --secure-email with what is right.",
        "nothing_to_correct",
    )


def _not_to_correct(contact: ContactNumber, kind: DetailKind) -> ProblemForPerson:
    return ProblemForPerson(
        f"{contact.name} has no {NAMES[kind].lower()} that an office corrects. "
        "Nothing was changed.",
        "An emergency number is the country’s own, and a team for out of hours has no hours.",
        "detail_not_to_correct",
    )
