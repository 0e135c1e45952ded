"""Whatever names its source names a public document, never a paper of this program's makers."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator

import msgspec
import pytest

from ffd_desktop import checking
from ffd_desktop.checking.finding import Rule
from ffd_desktop.councils.bundled import bundled_councils, bundled_pack, shared_code_lists
from ffd_desktop.referral import codec

OUR_OWN_PAPERS = re.compile(
    r"\b(domain|our|internal|research|design) notes\b|\bletters? (of|to) the founders?\b"
    r"|\bknowledge/|\.md\b|\bmerged field list\b",
    re.IGNORECASE,
)


def _rules() -> Iterator[Rule]:
    for found in pkgutil.iter_modules(checking.__path__):
        module = importlib.import_module(f"{checking.__name__}.{found.name}")
        yield from (one for one in vars(module).values() if isinstance(one, Rule))


def _all_words(value: object) -> Iterator[str]:
    yield from re.findall(r'"(?:[^"\\]|\\.)*"', msgspec.json.encode(value).decode())


def _ours(words: Iterator[str]) -> list[str]:
    return [text for text in words if OUR_OWN_PAPERS.search(text)]


@pytest.mark.parametrize("council", bundled_councils())
def test_a_pack_names_public_documents(council: str) -> None:
    assert _ours(_all_words(bundled_pack(council))) == []


def test_the_code_lists_name_public_documents() -> None:
    lists = shared_code_lists()
    assert len(lists) > 10
    assert _ours(_all_words(lists)) == []


def test_the_checks_name_public_documents() -> None:
    rules = {rule.name: rule.source for rule in _rules()}
    assert len(rules) > 40
    assert all(rules.values())
    assert _ours(iter(rules.values())) == []


def test_the_schema_that_is_handed_out_names_public_documents() -> None:
    assert _ours(iter([json.dumps(codec.json_schema())])) == []


def test_a_paper_of_our_own_would_be_noticed() -> None:
    for words in ("Domain notes 1.2, A2", "See our notes", "knowledge/domain", "domain.md"):
        assert _ours(iter([words]))
