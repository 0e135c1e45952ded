"""How work is timed, and what is said of it. Asserts nothing: a bench informs."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence

import msgspec


class Row(msgspec.Struct, frozen=True):
    """One line of the table.

    Attributes:
        work: What was done.
        measured: What it took, in words.
        bare: What the bare work beside it took, in words.
        ratio: Ours over bare; empty without bare work.
        budget: What it may take, in words.
        kept: Whether the budget is kept; ``None`` where there is none.
    """

    work: str
    measured: str
    bare: str = ""
    ratio: str = ""
    budget: str = ""
    kept: bool | None = None

    @property
    def verdict(self) -> str:
        """Say in a word whether the budget is kept."""
        return {True: "kept", False: "MISSED", None: ""}[self.kept]


class Size(msgspec.Struct, frozen=True):
    """How much is measured."""

    pupils: int
    referrals: int
    commits: int
    starts: int
    keys: int
    megabytes: int
    families: int


WHOLE = Size(
    pupils=100_000,
    referrals=10_000,
    commits=2000,
    starts=9,
    keys=400,
    megabytes=200,
    families=10_000,
)
QUICK = Size(
    pupils=5_000, referrals=500, commits=200, starts=3, keys=60, megabytes=20, families=2_000
)


def seconds(work: Callable[[], object]) -> float:
    """Time one piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def thread_seconds(work: Callable[[], object]) -> float:
    """Time what one piece of work takes of this thread, whatever else the computer is doing.

    Windows counts a thread's time in steps of 15 ms, so there the clock on the wall is used.
    """
    clock = time.perf_counter if sys.platform == "win32" else time.thread_time
    start = clock()
    work()
    return clock() - start


def cpu_seconds(work: Callable[[], object]) -> float:
    """Count the processor's time of one piece of work, whatever else the machine is doing."""
    start = time.process_time()
    work()
    return time.process_time() - start


def times(work: Callable[[], object], rounds: int) -> list[float]:
    """Time the same work again and again, after one round that warms up."""
    work()
    return [seconds(work) for _ in range(rounds)]


def p50(taken: Sequence[float]) -> float:
    """Give the median."""
    return statistics.median(taken)


def p99(taken: Sequence[float]) -> float:
    """Give what 99 of 100 stay within."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.99))]


def told(taken: float) -> str:
    """Say seconds as people read them."""
    if taken >= 1:
        return f"{taken:.2f} s"
    return f"{taken * 1e3:.1f} ms" if taken >= 0.01 else f"{taken * 1e3:.2f} ms"


def within(work: str, taken: Sequence[float], *, most: float, at: str = "") -> Row:
    """Hold the median against a fixed budget in seconds."""
    words = told(p50(taken)) + (f" (slowest {told(max(taken))})" if len(taken) > 2 else "")
    return Row(work, words, budget=f"{told(most)}{at}", kept=p50(taken) <= most)


def against(
    work: str, ours: Sequence[float], bare: Sequence[float], *, most: float, of_bare: str
) -> Row:
    """Hold the median against a multiple of the bare work's."""
    ratio = p50(ours) / p50(bare)
    return Row(
        work,
        told(p50(ours)),
        f"{told(p50(bare))} ({of_bare})",
        f"{ratio:.2f}",
        f"{most:g} x",
        ratio <= most,
    )
