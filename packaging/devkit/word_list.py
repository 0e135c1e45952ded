"""Making the list of words that the program looks in, from the Hunspell dictionary beside it.

A dictionary is stems with letters for what may be put before and behind them (hunspell(5)). Spelled
out once, here, looking a word up needs neither a library nor the rules. Standard library only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from devkit.saying import ROOT, say

BRITISH = ROOT / "resources" / "words" / "british"
_PART_OF_A_WORD, _NEVER_SUGGESTED = "_", "!"
_OWNING = ("'s", "s'")  # the program takes these off itself
_WIDEST = "\xff"


@dataclass(frozen=True)
class Rule:
    """One way to make a word of a stem: what goes, what comes, which stems; for both ends alike."""

    before: bool
    gone: str
    put: str
    fits: re.Pattern[str]

    def made(self, word: str) -> str:
        """Give the word that this makes; empty when it does not fit."""
        if not self.fits.search(word):
            return ""
        if self.before:
            return self.put + word.removeprefix(self.gone)
        return word.removesuffix(self.gone) + self.put


@dataclass(frozen=True)
class Affix:
    """All rules under one letter, and whether they go together with those of the other end."""

    crosses: bool
    rules: list[Rule]

    def made(self, word: str) -> list[str]:
        """Give every word that the rules make."""
        return [made for rule in self.rules if (made := rule.made(word))]


def make_list(_: list[str]) -> int:
    """Remake the list of words from the British Hunspell dictionary."""
    listed, unsuggested = spelled_out(BRITISH / "en_GB.aff", BRITISH / "en_GB.dic")
    for name, found in (("words.txt", listed), ("unsuggested.txt", unsuggested)):
        (BRITISH / name).write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
        say(f"{name}: {len(found)} words")
    return 0


def spelled_out(rules: Path, stems: Path) -> tuple[list[str], list[str]]:
    """Give the words of a dictionary, and apart from them those that are never suggested.

    Those are the words that the dictionary marks so, and those with a letter beyond Latin-1:
    without them the list takes one byte of memory for each letter. Both are sorted without regard
    to capitals. Left out: what has a figure in it, possessives, and pieces that are no words.
    """
    affixes = _affixes(rules)
    listed, unsuggested = set[str](), set[str]()
    for stem, letters in _stems(stems):
        if _PART_OF_A_WORD not in letters:
            made = {one for one in _forms(stem, letters, affixes) if _is_wanted(one)}
            rare = {one for one in made if _NEVER_SUGGESTED in letters or max(one) > _WIDEST}
            listed |= made - rare
            unsuggested |= rare
    return sorted(listed - unsuggested, key=in_order), sorted(unsuggested, key=in_order)


def in_order(word: str) -> tuple[str, str]:
    """Give what the list is sorted by."""
    return word.lower(), word


def _is_wanted(word: str) -> bool:
    return not word.endswith(_OWNING) and not any(letter.isdigit() for letter in word)


def _forms(stem: str, letters: str, affixes: dict[str, Affix]) -> set[str]:
    here = [affixes[letter] for letter in letters if letter in affixes]
    behind = [one for one in here if not one.rules[0].before]
    before = [one for one in here if one.rules[0].before]
    ended = {word for one in behind for word in one.made(stem)}
    crossing = {word for one in behind if one.crosses for word in one.made(stem)}
    begun = {word for one in before for word in one.made(stem)}
    both = {made for one in before if one.crosses for word in crossing for made in one.made(word)}
    return {stem} | ended | begun | both


def _stems(path: Path) -> Iterator[tuple[str, str]]:
    _, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    for line in lines:
        stem, _, letters = line.split("\t")[0].strip().partition("/")
        if stem:
            yield stem, letters


def _affixes(path: Path) -> dict[str, Affix]:
    found = dict[str, Affix]()
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        parts = line.split()
        if len(parts) < 4 or parts[0] not in {"PFX", "SFX"}:
            continue
        kind, letter, gone, put = parts[:4]
        if letter not in found:
            found[letter] = Affix(crosses=gone == "Y", rules=[])
        else:
            fits = parts[4] if len(parts) > 4 else "."
            found[letter].rules.append(_rule(kind == "PFX", gone, put, fits))
    return found


def _rule(before: bool, gone: str, put: str, fits: str) -> Rule:  # noqa: FBT001
    gone, put = ("" if part == "0" else part for part in (gone, put))
    pattern = f"^(?={gone}){fits}" if before else f"{fits}(?<={gone})$"
    return Rule(before, gone, put, re.compile(pattern))
