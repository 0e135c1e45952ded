"""A call is noted with one press; the first one to the council goes where the form asks for it."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.hours import NumberLine, whom_to_phone
from ffd_desktop.drafting.calling import note_call
from ffd_desktop.referral import codec
from ffd_desktop.referral.calls import Call, council_told
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import FirstCall, Referral
from tests.builders.items import TODAY
from tests.builders.referrals import bare, small

FRIDAY = datetime(2026, 7, 3, 15, 25, tzinfo=UTC)  # 16:25 on the clocks of London
LINES = whom_to_phone(bundled_pack("worcestershire"), FRIDAY)
BY_KEY = {one.key: one for one in (LINES.danger, LINES.now, LINES.other)}
POLICE, FRONT, NIGHT = (BY_KEY[key] for key in ("police", "front_door", "out_of_hours"))


def phoned(*lines: NumberLine, start: Referral | None = None) -> Referral:
    now = start or bare()
    for number, line in enumerate(lines):
        now = replay(now, note_call(now, line, FRIDAY, f"k{number}").edits)
    return now


def test_the_first_call_to_the_council_is_written_where_the_form_asks_for_it() -> None:
    after = phoned(FRONT)
    assert after.first_call.phoned is True
    assert after.first_call.number == "01905 822666"
    assert after.first_call.when == read_date("3 July 2026 at 16:25", today=TODAY)
    assert after.calls == ()


def test_police_front_door_and_the_team_at_night_are_three_calls() -> None:
    after = phoned(POLICE, FRONT, NIGHT)
    assert after.first_call.number == FRONT.phone
    assert after.first_call.police_called is True
    assert [(one.to, one.number) for one in after.calls] == [
        ("police", "999"),
        ("out_of_hours", NIGHT.phone),
    ]


def test_whatever_is_written_of_the_first_call_stays() -> None:
    by_hand = msgspec.structs.replace(
        bare(), first_call=FirstCall(phoned=True, spoke_to="Duty worker")
    )
    after = phoned(FRONT, start=by_hand)
    assert after.first_call == by_hand.first_call
    assert [one.to for one in after.calls] == ["front_door"]


def test_a_yes_without_more_is_filled_in() -> None:
    yes = msgspec.structs.replace(bare(), first_call=FirstCall(phoned=True))
    assert phoned(NIGHT, start=yes).first_call.number == NIGHT.phone


def test_where_to_go_on_writing_and_what_was_noted_are_said() -> None:
    first = note_call(bare(), FRONT, FRIDAY, "k1")
    assert first.path == "first_call.spoke_to"
    assert first.words.startswith(f"Noted: {FRONT.name}, {FRONT.phone}, at 16:25.")
    assert note_call(bare(), POLICE, FRIDAY, "k1").path == "calls[k1].spoke_to"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        note_call(bare(), FRONT, FRIDAY.replace(tzinfo=None), "k1")


def call(to: str, when: str | None) -> Call:
    return Call(id="k1", to=to, when=read_date(when, today=TODAY) if when else None)


@pytest.mark.parametrize(
    ("first", "calls", "told"),
    [
        (None, [], "never"),
        (None, [("police", "3 July 2026 at 16:00")], "never"),
        (None, [("lado", "3 July 2026 at 16:00")], "never"),
        (None, [("front_door", "3 July 2026 at 16:20")], "16:20"),
        (None, [("out_of_hours", "3 July 2026 at 18:20")], "18:20"),
        (
            None,
            [("out_of_hours", "3 July 2026 at 18:20"), ("front_door", "3 July 2026 at 16:20")],
            "16:20",
        ),
        (
            "3 July 2026 at 16:25",
            [("police", "3 July 2026 at 16:20"), ("front_door", "3 July 2026 at 17:00")],
            "16:25",
        ),
        ("3 July 2026 at 16:25", [("front_door", "3 July 2026 at 09:10")], "09:10"),
        ("3 July 2026 at 16:25", [("front_door", None)], "16:25"),
        ("", [("front_door", "3 July 2026 at 17:00")], "no moment"),
        ("3 July 2026", [("front_door", "3 July 2026 at 17:00")], "no moment"),
        (None, [("front_door", None)], "no moment"),
    ],
)
def test_the_clock_runs_from_the_first_call_to_the_council(
    first: str | None, calls: list[tuple[str, str | None]], told: str
) -> None:
    start = bare()
    if first is not None:
        when = read_date(first, today=TODAY) if first else None
        start = msgspec.structs.replace(start, first_call=FirstCall(phoned=True, when=when))
    found = council_told(msgspec.structs.replace(start, calls=tuple(call(*one) for one in calls)))
    time = getattr(found.when, "time", "") if found else "never"
    assert (time or "no moment") == told


def test_a_draft_of_before_keeps_every_word_of_its_call() -> None:
    old = codec.encode(
        msgspec.structs.replace(
            small(), first_call=FirstCall(phoned=True, number="01632 960001", advice="Wait.")
        )
    )
    assert b'"calls"' not in old
    assert b'"said"' not in old
    again = codec.decode(old)
    assert again.first_call.advice == "Wait."
    assert again.calls == ()
    assert codec.encode(again) == old
