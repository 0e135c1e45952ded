"""Each stage of a disagreement says who, and how long or whom to ask."""

import msgspec
import pytest

from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.councils.pack import TimeUnit
from ffd_desktop.following.stages import stages_of


@pytest.mark.parametrize("council", bundled_councils())
def test_every_stage_of_every_council_says_what_it_needs(council: str) -> None:
    stages = stages_of(bundled_pack(council))
    assert stages
    assert all(one.title and one.who and one.how_long and one.source for one in stages)


def test_a_time_that_a_source_gives_is_said_and_none_is_made_up() -> None:
    pack = bundled_pack("walsall")
    first = msgspec.structs.replace(pack.stages[0], amount=1, unit=TimeUnit.WORKING_DAYS)
    timed, *rest = stages_of(msgspec.structs.replace(pack, stages=(first, *pack.stages[1:])))
    assert timed.how_long == "How long: 1 working day."
    assert all(one.how_long.startswith("Ask your partnership") for one in rest)
