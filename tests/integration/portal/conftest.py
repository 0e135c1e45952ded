"""The reference portal, running, for a test that asks for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reference_portal.server import Portal


@pytest.fixture
def portal(tmp_path: Path, loopback: None) -> Iterator[Portal]:
    """A portal with an empty ledger, on loopback."""
    folder = tmp_path / "portal"
    folder.mkdir()
    with Portal(folder) as running:
        yield running
