"""The program's own words are set with curly apostrophes, in the window, on paper and in packs."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STRAIGHT = re.compile(r"[a-z]'(s|t|re|ve|ll|d|m)\b|s' [a-z]", re.IGNORECASE)
SOURCES = [path for part in ("ui", "ffd_desktop") for path in (ROOT / part).rglob("*.py")]
TABLES = sorted((ROOT / "resources").rglob("*.toml"))


def _said(source: str) -> Iterator[str]:
    """Give every string of a module that is not a comment in the shape of one."""
    tree = ast.parse(source)
    alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in alone:
            yield one.value


def _told(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _told(one)


def _straight(words: Iterator[str]) -> list[str]:
    return [text for text in words if STRAIGHT.search(text)]


def test_every_module_says_its_words_with_curly_apostrophes() -> None:
    assert len(SOURCES) > 200
    found = {path.name: _straight(_said(path.read_text("utf-8"))) for path in SOURCES}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_table_says_its_words_with_curly_apostrophes(path: Path) -> None:
    assert _straight(_told(tomllib.loads(path.read_text("utf-8")))) == []


def test_a_straight_one_would_be_noticed() -> None:
    source = '"""The child\'s."""\nx = f"the child\'s {1}"\ny = "the children’s"\n'
    assert _straight(_said(source)) == ["the child's "]
    assert _straight(_told({"a": [{"b": "the schools' own"}]})) == ["the schools' own"]
