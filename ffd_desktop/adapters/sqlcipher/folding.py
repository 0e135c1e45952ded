"""How words are made findable: accents, case and apostrophes forgiven. Pure; knows no table.

The same folding is applied to what is stored and to what is looked for.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_FORGIVEN: Final = re.compile("[\u0300-\u036f'\u2018\u2019\u02bc\u02b9`\u00b4]+")
_SEPARATE: Final = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_LETTERS: Final = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
}
_LETTER: Final = re.compile("[łøđðþæœı]")


def fold(text: str) -> str:
    """Fold text: ``Ó Súilleabháin-O'Neill`` becomes ``o suilleabhain-oneill``.

    Chinese and Japanese characters come apart, as those scripts do not part their words.
    """
    if text.isascii():
        return text.casefold().replace("'", "").replace("`", "")
    plain = _FORGIVEN.sub("", unicodedata.normalize("NFKD", text).casefold())
    plain = _LETTER.sub(lambda match: _LETTERS[match[0]], plain)
    return _SEPARATE.sub(r" \1 ", plain)


def terms(text: str) -> tuple[str, ...]:
    """Split what a person looks for into folded words, as the index splits what it holds."""
    spaced = "".join(symbol if _is_of_word(symbol) else " " for symbol in fold(text))
    return tuple(dict.fromkeys(spaced.split()))


def starting(found: tuple[str, ...]) -> str:
    """Give the FTS5 question for rows that hold a word starting with each term."""
    return " AND ".join(f'"{term}"*' for term in found)


def _is_of_word(symbol: str) -> bool:
    category = unicodedata.category(symbol)
    return category[0] in "LNM" or category == "Co"
