"""Shortens words for the front page: by whole sentences, saying where the rest stands.

Never touches the words of the form itself.
"""

from __future__ import annotations

import re
from typing import Final

_SENTENCE_END: Final = re.compile(
    "(?<!\\bDr)(?<!\\bMr)(?<!\\bMs)(?<!\\bMrs)(?<!\\bSt)(?<!\\bNo)"
    "[.!?\u2026][\"'\u201d\u2019)\\]]*(?= )"
)
_CLAUSE_END: Final = re.compile("(?=[,;:] )|(?= \u2013 )")


def shortened(text: str, limit: int, rest: str = "", *, over: float = 1.5) -> str:
    """Return a text on one line of about ``limit`` characters; ``rest`` says where it is whole.

    Whole sentences are kept. Only a first sentence that is longer than ``over`` times the limit is
    cut, behind a clause or else between words, and then ends in "\u2026".
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    ends = [match.end() for match in _SENTENCE_END.finditer(line)] or [len(line)]
    within = [end for end in ends if end <= limit]
    first = ends[0] if ends[0] <= limit * over else 0
    kept = line[: within[-1] if within else first] or _clauses(line, limit) + " \u2026"
    return kept if kept == line or not rest else f"{kept} ({rest})"


def _clauses(line: str, limit: int) -> str:
    """Return what of a long sentence is within the limit: whole clauses, else whole words."""
    ends = [match.start() for match in _CLAUSE_END.finditer(line, limit // 2, limit + 1)]
    return line[: ends[-1]] if ends else line[:limit].rsplit(" ", 1)[0]
