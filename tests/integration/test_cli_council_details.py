"""A council's details on the command line, in a real vault: confirmed, corrected, shown."""

from __future__ import annotations

import json

import msgspec
import pytest

from ffd_desktop.app.program import Program
from tests.integration.test_cli import PROFILE, Shell, shell

__all__ = ["shell"]
OURS, NEWER = "01632 960555", "01632 960777"


def by_kind(told: object, contact: str = "front_door") -> dict[str, dict[str, str]]:
    assert isinstance(told, dict | list)
    details = told["details"] if isinstance(told, dict) else told
    return {one["kind"]: one for one in details if one["contact"] == contact}


@pytest.fixture
def updated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later program, whose pack publishes another number for the front door."""
    plain = Program.pack

    def newer(self: Program, key: str) -> object:
        pack = plain(self, key)
        contacts = tuple(
            msgspec.structs.replace(one, phone=NEWER) if one.key == "front_door" else one
            for one in pack.contacts
        )
        return msgspec.structs.replace(pack, contacts=contacts)

    monkeypatch.setattr(Program, "pack", newer)


def test_details_are_confirmed_as_they_stand(shell: Shell) -> None:
    told = shell.json("council", "confirm", "worcestershire")
    assert isinstance(told, list)
    assert {(one["contact"], one["kind"]) for one in told} == {
        ("front_door", "phone"),
        ("front_door", "hours"),
        ("out_of_hours", "phone"),
    }
    assert {one["standing"] for one in told} == {"confirmed"}
    assert f"confirmed by {PROFILE.staff_name} on" in by_kind(told)["phone"]["provenance"]


def test_one_contact_is_confirmed_and_the_others_wait(shell: Shell) -> None:
    shell.json("council", "confirm", "worcestershire", "out_of_hours")
    shown = shell.json("council", "show", "worcestershire")
    assert by_kind(shown)["phone"]["standing"] == "unchecked"
    assert by_kind(shown, "out_of_hours")["phone"]["standing"] == "confirmed"


def test_a_correction_is_shown_with_who_made_it_and_what_is_published(shell: Shell) -> None:
    shell.json(
        "council", "correct", "worcestershire", "front_door", "--phone", OURS, "--hours", "always"
    )
    for lines in (
        shell.lines("council", "show", "worcestershire"),
        shell.bare("--vault", shell.folder, "council", "show", "worcestershire")[1],
    ):
        assert f"Telephone number: {OURS}" in lines
        assert f"Corrected by {PROFILE.staff_name} on" in lines
        assert "published: 01905 822666" in lines
        assert "Opening hours: always" in lines
    contacts = shell.json("council", "show", "worcestershire")["contacts"]
    front = next(one for one in contacts if one["key"] == "front_door")
    assert (front["phone"], front["always"]) == (OURS, True)


@pytest.mark.usefixtures("updated")
def test_a_correction_survives_an_update_until_somebody_decides(shell: Shell) -> None:
    shell.json("council", "correct", "worcestershire", "front_door", "--phone", OURS)
    shell.json("council", "confirm", "worcestershire")
    kept = by_kind(shell.json("council", "show", "worcestershire"))["phone"]
    assert (kept["text"], kept["standing"]) == (OURS, "corrected")
    shell.json("council", "confirm", "worcestershire", "front_door", "--published")
    kept = by_kind(shell.json("council", "show", "worcestershire"))["phone"]
    assert (kept["text"], kept["standing"]) == (NEWER, "confirmed")


def test_what_the_council_changed_waits_for_a_name(
    shell: Shell, request: pytest.FixtureRequest
) -> None:
    shell.json("council", "correct", "worcestershire", "front_door", "--phone", OURS)
    request.getfixturevalue("updated")
    told = shell.json("council", "confirm", "worcestershire")
    assert "phone" not in by_kind(told)
    lines = shell.lines("council", "show", "worcestershire")
    assert f"Look: Published now: {NEWER}; you have: {OURS}, corrected by" in lines
    told = shell.json("council", "confirm", "worcestershire", "front_door")
    assert by_kind(told)["phone"]["text"] == OURS
    assert "Look:" not in shell.lines("council", "show", "worcestershire")


def test_what_cannot_be_corrected_is_told_and_nothing_is_changed(shell: Shell) -> None:
    correct = ("council", "correct", "worcestershire")
    assert shell.problem(*correct, "police", "--phone", OURS) == "detail_not_to_correct"
    assert shell.problem(*correct, "out_of_hours", "--hours", "9-5") == "detail_not_to_correct"
    assert shell.problem(*correct, "side_door", "--phone", OURS) == "contact_unknown"
    assert shell.problem(*correct, "front_door") == "nothing_to_correct"
    assert shell.problem(*correct, "front_door", "--phone", "1" * 301) == "detail_too_long"
    assert shell.problem("council", "confirm", "worcestershire", "side_door") == "contact_unknown"
    outside = ("--vault", shell.folder)
    code, out = shell.bare(*outside, "council", "show", "worcestershire", "--json")
    assert code == 0
    assert {one["standing"] for one in json.loads(out)["details"]} == {"unchecked"}
