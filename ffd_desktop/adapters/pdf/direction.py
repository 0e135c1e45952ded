"""The two directions of writing: levels of each character, and the order of pieces on a line.

Explicit direction characters never reach it: they are printed as their codes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional

from bidi import algorithm

# The blocks of right-to-left scripts (Unicode Standard Annex 9, table 3).
_RTL: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_rtl(text: str) -> bool:
    """Tell whether any character of the text may be written from right to left."""
    return _RTL.search(text) is not None


def levels(text: str) -> tuple[int, list[int]]:
    """Return the base level of a paragraph and the level of each of its characters."""
    base = _base(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    characters = storage["chars"]
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, debug=False)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found: list[int] = []
    for character in characters:
        unseen = character["orig"] == "BN"  # rule X9 leaves these out; they go with what precedes
        found.append(found[-1] if unseen and found else character["level"])
    return base, found


def _base(text: str) -> int:
    """Return 1 where most letters run from right to left; the document itself is English.

    UAX 9 takes the first letter (P3) and lets a higher protocol say otherwise (HL1): so a name in
    Arabic does not turn the English words behind it round.
    """
    kinds = [bidirectional(character) for character in text]
    rtl = kinds.count("R") + kinds.count("AL")
    return 1 if rtl > 2 * kinds.count("L") else 0


def visual_order(levels_of_pieces: Sequence[int]) -> list[int]:
    """Return the indexes of the pieces of one line from left to right (UAX 9, rule L2)."""
    order = list(range(len(levels_of_pieces)))
    highest = max(levels_of_pieces, default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(order):
            if levels_of_pieces[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels_of_pieces[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order
