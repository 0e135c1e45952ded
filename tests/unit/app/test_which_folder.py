"""Which folder is in use, and why."""

from pathlib import Path

import pytest

from ffd_desktop.app.where import Where, Why, which

NAMED, IT, KEPT, USUAL = (Path(f"/{name}") for name in ("named", "it", "kept", "usual"))


@pytest.mark.parametrize(
    ("named", "arranged", "kept", "vaults", "found"),
    [
        (None, None, None, [], Where(USUAL, Why.USUAL)),
        (None, None, KEPT, [], Where(KEPT, Why.KEPT)),
        (None, IT, None, [], Where(IT, Why.ARRANGED)),
        (None, IT, KEPT, [], Where(IT, Why.ARRANGED)),
        (None, IT, KEPT, [IT, KEPT], Where(IT, Why.ARRANGED)),
        (None, IT, KEPT, [KEPT], Where(KEPT, Why.STAYED)),
        (None, IT, None, [USUAL], Where(USUAL, Why.STAYED)),
        (None, IT, KEPT, [USUAL], Where(IT, Why.ARRANGED)),
        (None, KEPT, KEPT, [KEPT], Where(KEPT, Why.ARRANGED)),
        (NAMED, IT, KEPT, [IT, KEPT, USUAL], Where(NAMED, Why.NAMED)),
    ],
)
def test_a_vault_that_is_there_is_never_left_behind(
    named: Path | None, arranged: Path | None, kept: Path | None, vaults: list[Path], found: Where
) -> None:
    got = which(
        named=named, arranged=arranged, kept=kept, usual=USUAL, holds=lambda one: one in vaults
    )
    assert got == found
