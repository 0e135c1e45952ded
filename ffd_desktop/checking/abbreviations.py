"""Abbreviations of the work that nobody spells out: one finding for each, where it first stands.

Knows only the list in ``resources/words/abbreviations.toml``; in doubt it keeps quiet.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.checking.quoting import without_quotes

ABBREVIATION = Rule(
    "clarity.abbreviation",
    Grade.COULD,
    "A parent, a court or a worker from elsewhere reads it too, and may read something else.",
    "Walsall report 2018, which spells out its own key abbreviations; the rule is this "
    "program’s reading",
    answerable=True,
    can_wait=True,
)

_CAPITALS = re.compile(r"\b[A-Z]{2,8}(?=s?\b)(?![A-Z]|[’']?[A-Z]|-?\d)")


def abbreviations(look: Look) -> Iterator[Finding]:
    """Find abbreviations that no text of the referral spells out."""
    used = [one for one in look.passages if one.marks.abbreviations]
    spelt = {short for one in look.passages for short in one.marks.spelt_out}
    initials: frozenset[str] | None = None
    seen = set[str]()
    for passage in used:
        for short in passage.marks.abbreviations:
            if short in seen or short in spelt or _is_a_tool(look, passage.path, short):
                continue
            seen.add(short)
            initials = _initials(look) if initials is None else initials
            if short not in initials:
                words = known_abbreviations()[short][0]
                yield from look.say(
                    ABBREVIATION,
                    passage.path,
                    what=f"“{short}” is not spelled out.",
                    how=f"Write “{words} ({short})” where it first stands, or the words alone.",
                    item=passage.item,
                    about=short,
                )


def _is_a_tool(look: Look, path: str, short: str) -> bool:
    """Tell whether a tool is named as the council itself names it, where tools are asked for."""
    return path == "judgement.tools" and any(short in one.name.split() for one in look.pack.tools)


def used_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the abbreviations that a text uses, outside quotations, and those it spells out."""
    found = dict.fromkeys(_CAPITALS.findall(text))
    known = known_abbreviations()
    listed = [short for short in found if short in known]
    if not listed:
        return (), ()
    folded = text.casefold().replace("’", "'")
    spelt = tuple(short for short in listed if _spells_out(short, text, folded))
    outside = set(_CAPITALS.findall(without_quotes(text)))
    used = tuple(short for short in listed if short in outside and not _is_shouted(text))
    return used, spelt


@cache
def known_abbreviations() -> dict[str, tuple[str, ...]]:
    """Read the list that comes with the program."""
    file = files("resources") / "words" / "abbreviations.toml"
    words: dict[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["words"]
    return {short: tuple(long) for short, long in words.items()}


def _spells_out(short: str, text: str, folded: str) -> bool:
    """Tell whether the words stand in the same text, or brackets that bind the two."""
    return f"({short})" in text or any(
        words.casefold().replace("’", "'") in folded for words in known_abbreviations()[short]
    )


def _is_shouted(text: str) -> bool:
    """Tell whether a text is typed in capitals throughout, where no word stands out."""
    letters = [mark for mark in text if mark.isalpha()]
    return sum(mark.isupper() for mark in letters) * 2 > len(letters) > 20


def _initials(look: Look) -> frozenset[str]:
    """Give the initials of everyone in the referral: “CP” may be a child."""
    referral = look.referral
    names = [
        *(child.name for child in referral.children),
        *(person.name for person in referral.people),
        *(one.name for one in referral.professionals),
    ]
    words = [name.split() for name in names if isinstance(name, str) and name.strip()]
    return frozenset(
        made for one in words for made in ("".join(w[0] for w in one), one[0][0] + one[-1][0])
    )
