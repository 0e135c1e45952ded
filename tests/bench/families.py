"""How far the hints of brothers and sisters can be trusted, on a made roll of known families."""

from __future__ import annotations

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from tests.bench.measuring import Row, Size
from tests.builders.made_roll import made_roll
from tests.builders.made_roll.scoring import Score, score
from tests.builders.roll import SOURCE, row_of

PRECISION = 0.98
RECALL = 0.95
SEEDS = (71, 72)  # no rule was ever tried on these


def trusting(vault: OpenVault, size: Size) -> list[Row]:
    """Score what is proposed for every pupil of a made roll, and of one with twice the slips."""
    rows = _rows(_scored(vault, size.families, seed=SEEDS[0]), f"{size.families:,} pupils")
    rough = _scored(vault, size.families, seed=SEEDS[1], times=2)
    return [*rows, _told("  with twice the slips in the records", rough)]


def _scored(vault: OpenVault, count: int, *, seed: int, times: float = 1) -> Score:
    roll = made_roll(count, seed=seed, times=times)
    vault.roll.replace_with(map(row_of, roll.pupils), SOURCE)
    return score(roll, vault.roll)


def _rows(found: Score, size: str) -> list[Row]:
    likely, wrong = found.likely, found.likely_wrong
    both = found.likely + found.possible
    return [
        Row(
            f"siblings called likely, made roll of {size}",
            f"{found.precision:.1%} right ({likely:,} of {likely + wrong:,})",
            budget=f"{PRECISION:.0%}",
            kept=found.precision >= PRECISION,
        ),
        Row(
            "  true siblings who are called likely or possible",
            f"{found.recall:.1%} ({both:,} of {found.siblings:,};"
            f" of {found.untraced:,} the roll shows nothing)",
            budget=f"{RECALL:.0%}",
            kept=found.recall >= RECALL,
        ),
        Row(
            "  called possible",
            f"{found.possible:,} right, {found.possible_wrong:,} not",
        ),
    ]


def _told(work: str, found: Score) -> Row:
    return Row(work, f"likely {found.precision:.1%} right, {found.recall:.1%} found")
