"""The table of guards is of this tree: each guard stands where it says, and its test exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.breaking.table import Guard, guards

ROOT = Path(__file__).parents[2]
NOT_YET = {17}
NOTHING_TO_TAKE_OUT = {25}
PROMISES = set(range(1, 27))


def test_each_promise_that_is_kept_has_a_guard_to_take_out() -> None:
    assert {one.promise for one in guards()} == PROMISES - NOT_YET - NOTHING_TO_TAKE_OUT


@pytest.mark.parametrize("guard", guards(), ids=lambda one: f"{one.promise} {one.guard}")
def test_a_guard_stands_once_where_the_table_says_and_its_test_exists(guard: Guard) -> None:
    text = (ROOT / guard.file).read_text(encoding="utf-8")
    assert guard.taken_out(text) != text
    place, _, name = guard.test.partition("::")
    assert (ROOT / place).exists()
    if name:
        bare = re.sub(r"\[.*", "", name)
        assert f"def {bare}(" in (ROOT / place).read_text(encoding="utf-8")
