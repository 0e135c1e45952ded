"""The computer's clock is set back five years in mid-draft, in the real window."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from ffd_desktop.adapters.clock import SystemClock
from ffd_desktop.app.desk import Desk
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key


class SetClock(SystemClock):
    """The real clock, which anybody may set."""

    off = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.off


@pytest.mark.slow
def test_a_clock_set_back_is_said_quietly_and_nothing_written_is_lost_or_out_of_order(
    opens: Open,
) -> None:
    clock = SetClock()
    house, walker = opens(clock)
    steps.look_round(walker)
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").ctrl(Key.Key_End).type(" Before.")
    steps.is_saved(walker)
    clock.off = timedelta(days=-5 * 365)
    walker.type(" After.").reads("clock was put back by about 5 years", "Your words are saved")
    walker.stands_at("What happened").type(" Later.")
    steps.is_saved(walker)
    walker.reads("clock was put back by about 5 years")
    desk = house.builder.desk
    assert desk is not None
    expected = [" Before.", " Before. After.", " Before. After. Later."]
    walker.until(
        lambda: house.on_lane(lambda: words_in_order(desk)) == expected, "not in this order"
    )


def words_in_order(desk: Desk) -> list[str]:
    """Give what stood in the answer after each save, by the history's own order."""
    rows = [row for one in desk.shelf() for row in desk.history(one.id)]
    told = [row.edit.value for row in rows if row.edit.path == "concern.what_happened"]
    words = [one for one in told if isinstance(one, str) and " Before." in one]
    return [one[one.index(" Before.") :] for one in words]
