"""Every test that SECURITY.md names to a reader is there, and so is every one of the promises."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def written_tests() -> set[str]:
    """Give the name of every test function in this project."""
    files = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    nodes = (node for text in files for node in ast.walk(ast.parse(text)))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def test_each_test_that_is_named_to_a_reader_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", WORDS))
    assert len(named) > 50
    assert named - written_tests() == set()


def test_each_of_the_promises_says_where_it_stands() -> None:
    rows = re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|$", WORDS, flags=re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 27))
    for number, words in rows:
        assert "`test_" in words or "not yet" in words, number
