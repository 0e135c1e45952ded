"""How hard Argon2id works on this computer: pure policy over a timing that is handed in.

Never goes under 64 MiB and 3 passes (RFC 9106, second choice) nor over 256 MiB: a computer that
cannot bear the least of it is told so, and nothing is weakened silently.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import MIB, Argon2Cost

PASSES: Final = 3
LANES: Final = 2
LEAST: Final = Argon2Cost(64 * MIB, PASSES, LANES)
MOST: Final = Argon2Cost(256 * MIB, PASSES, LANES)
STEPS: Final = (MOST, *(Argon2Cost(mib * MIB, PASSES, LANES) for mib in (192, 128, 96)), LEAST)
PATIENCE_S: Final = 1.0


def choose(
    seconds_of: Callable[[Argon2Cost], float], *, patience_s: float = PATIENCE_S
) -> Argon2Cost:
    """Choose the dearest step that an unlock can bear.

    Args:
        seconds_of: Runs Argon2id once at a cost and tells how long it took; it may raise
            ``too_little_memory``, which rules that step out.
        patience_s: The longest that one unlock may take on this computer.

    Raises:
        ProblemForPerson: ``too_little_memory`` when even the least step cannot be run.
    """
    least_s = seconds_of(LEAST)
    for step in STEPS[:-1]:
        if least_s * step.memory_kib / LEAST.memory_kib > patience_s:
            continue
        if _is_bearable(step, seconds_of, patience_s):
            return step
    return LEAST


def _is_bearable(
    step: Argon2Cost, seconds_of: Callable[[Argon2Cost], float], patience_s: float
) -> bool:
    try:
        return seconds_of(step) <= patience_s
    except ProblemForPerson:
        return False


def next_up(cost: Argon2Cost, took_s: float, *, patience_s: float = PATIENCE_S) -> Argon2Cost:
    """Choose what a slot ought to cost from now on, by what opening it took just now.

    One step dearer at a time, and only where that is expected to be bearable; never cheaper. A
    slot below the least was made so on purpose (the fictional school, whose passphrase everybody
    knows) and stays.
    """
    if _work(cost) < _work(LEAST):
        return cost
    for step in reversed(STEPS):
        if _work(step) > _work(cost):
            is_bearable = took_s * _work(step) / _work(cost) <= patience_s
            return step if is_bearable else cost
    return cost


def _work(cost: Argon2Cost) -> int:
    return cost.memory_kib * cost.passes
