"""Spelling out a Hunspell dictionary: stems, and letters for what goes before and behind."""

from pathlib import Path

from devkit.word_list import spelled_out

RULES = """SET UTF-8
PFX U Y 1
PFX U 0 un .
SFX D Y 2
SFX D 0 ed [^ey]
SFX D y ied y
SFX M N 1
SFX M 0 's .
SFX N N 1
SFX N 0 ness .
"""


def made(folder: Path, *stems: str) -> tuple[list[str], list[str]]:
    rules, listed = folder / "x.aff", folder / "x.dic"
    rules.write_text(RULES, encoding="utf-8")
    listed.write_text("\n".join((str(len(stems)), *stems)), encoding="utf-8")
    return spelled_out(rules, listed)


def test_endings_fit_their_stems_and_cross_with_beginnings(tmp_path: Path) -> None:
    listed, _ = made(tmp_path, "tidy/UD", "lock/UD")
    assert listed == [
        *("lock", "locked", "tidied", "tidy", "unlock", "unlocked", "untidied", "untidy")
    ]


def test_what_does_not_cross_stays_apart(tmp_path: Path) -> None:
    assert "unkindness" not in made(tmp_path, "kind/UN")[0]


def test_possessives_figures_and_pieces_are_left_out(tmp_path: Path) -> None:
    assert made(tmp_path, "mum/M", "4th", "th/_")[0] == ["mum"]


def test_rude_words_and_rare_letters_stand_apart(tmp_path: Path) -> None:
    assert made(tmp_path, "Māori", "damn/!", "London\tnoun") == (["London"], ["damn", "Māori"])
