"""The roll's own words stand on paper beside a person's, so they are spelt as carefully."""

from __future__ import annotations

import ast
import inspect
import re
from types import ModuleType

import pytest

from ffd_desktop.roll import prefill_child, prefill_people, siblings

STRAIGHT = re.compile(r"[A-Za-z]'[a-z]")


@pytest.mark.parametrize("module", [prefill_child, prefill_people, siblings])
def test_words_put_into_a_referral_have_no_typewriter_apostrophes(module: ModuleType) -> None:
    tree = ast.parse(inspect.getsource(module))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]
    assert said
    assert [words for words in said if STRAIGHT.search(words)] == []
