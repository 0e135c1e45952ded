"""The demonstration with a portal in the same process: written, sealed, sent, receipted."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from ffd_desktop.adapters.portal.reference import VARIABLE
from ffd_desktop.cli import main as cli
from tests.reference_portal.__main__ import tell
from tests.reference_portal.oauth import NAME
from tests.reference_portal.server import Portal


def main(words: list[str]) -> int:
    """Run the program's own verb `demo`; its sign-in was made beforehand, for nobody is there."""
    with tempfile.TemporaryDirectory() as made, Portal(Path(made)) as portal:
        renewal = str(portal.sign_ins.tokens(NAME)["refresh_token"])
        os.environ[VARIABLE] = str(tell(portal, Path(made) / "told", renewal=renewal))
        return cli(["demo", *words])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
