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


@pytest.mark.parametrize(
    ("mib", "took_s", "then_mib"),
    [(1, 9.0, 1), (64, 0.3, 96), (64, 0.7, 64), (128, 0.5, 192), (192, 0.8, 192), (256, 0.1, 256)],
)
def test_a_slot_grows_dearer_step_by_step_as_far_as_the_computer_bears(
    mib: int, took_s: float, then_mib: int
) -> None:
    found = calibrate.next_up(Argon2Cost(mib * 1024, 3, 2), took_s)
    assert found == Argon2Cost(then_mib * 1024, 3, 2)


@given(st.integers(8, 2**20), st.integers(1, 10), st.integers(1, 4), st.floats(0, 100))
def test_a_slot_never_grows_cheaper(
    memory_kib: int, passes: int, lanes: int, took_s: float
) -> None:
    cost = Argon2Cost(memory_kib, passes, lanes)
    found = calibrate.next_up(cost, took_s)
    assert found.memory_kib * found.passes >= memory_kib * passes
    assert calibrate.next_up(calibrate.MOST, took_s) == calibrate.MOST
