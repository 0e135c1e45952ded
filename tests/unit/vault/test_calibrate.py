"""The choice of how dear a guess is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import calibrate, trouble
from ffd_desktop.vault.keys import Argon2Cost


def machine(seconds_per_gib: float, memory_kib: int = 2**30):
    def seconds_of(cost: Argon2Cost) -> float:
        if cost.memory_kib > memory_kib:
            raise trouble.too_little_memory()
        return seconds_per_gib * cost.memory_kib * cost.passes / 1024**2

    return seconds_of


def test_a_quick_computer_gets_256_mib() -> None:
    assert calibrate.choose(machine(0.5)) == Argon2Cost(256 * 1024, 3, 2)


def test_a_slow_computer_never_gets_less_than_64_mib_and_three_passes() -> None:
    assert calibrate.choose(machine(100)) == Argon2Cost(64 * 1024, 3, 2)


def test_a_computer_with_little_memory_gets_what_it_can_hold() -> None:
    assert calibrate.choose(machine(0.5, memory_kib=130 * 1024)).memory_kib == 128 * 1024


def test_a_computer_without_64_mib_is_told_so() -> None:
    with pytest.raises(ProblemForPerson) as caught:
        calibrate.choose(machine(0.5, memory_kib=63 * 1024))
    assert caught.value.code == "too_little_memory"


@given(st.floats(0.001, 100), st.integers(64 * 1024, 2**21))
def test_the_choice_is_always_within_its_bounds(seconds_per_gib: float, memory_kib: int) -> None:
    chosen = calibrate.choose(machine(seconds_per_gib, memory_kib))
    assert calibrate.LEAST.memory_kib <= chosen.memory_kib <= calibrate.MOST.memory_kib
    assert chosen.passes == 3
    assert chosen.memory_kib <= memory_kib


def test_a_weaker_slot_is_known() -> None:
    assert calibrate.is_weaker(calibrate.LEAST, calibrate.MOST)
    assert not calibrate.is_weaker(calibrate.MOST, calibrate.LEAST)
