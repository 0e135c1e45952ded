"""A folder that something speaks against, in the real window: explained before a vault is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Walker

AGREE = "I have read this. Keep the vault in this folder all the same."


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    """A computer whose folder is copied to the internet."""
    (tmp_path / "computer" / ".dropbox.cache").mkdir(parents=True)
    return tmp_path / "computer"


def to_the_folder(walker: Walker) -> None:
    """From the first screen to the page about the folder."""
    walker.push("Set up this computer").type("Example Primary School").push("Continue")
    walker.choose("Worcestershire").push("Continue")
    walker.type("Rhiannon Tanglewood").push("Continue")
    walker.reads("Where the vault is kept", "is inside Dropbox")


@pytest.mark.slow
def test_a_vault_in_a_cloud_folder_is_made_only_when_it_was_said_twice(
    opens: Open, computer: Path
) -> None:
    _, walker = opens()
    to_the_folder(walker)
    walker.push("Continue").reads("Choose another folder, or say that this one is to be used.")
    assert not (computer / "vault").exists()
    walker.stands_at(AGREE).space().push("Continue")
    walker.reads("Step 5 of 8").type(steps.PASSPHRASE).enter().type(steps.PASSPHRASE).enter()
    walker.reads("The recovery sheet")
    assert (computer / "vault" / "vault.db").exists()
