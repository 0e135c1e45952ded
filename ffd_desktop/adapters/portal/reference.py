"""Where developers' reference portal is, told by dev.py; for the fictional school alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.councils.portals import PortalTable

VARIABLE: Final = "FFD_REFERENCE_PORTAL"


class Reached(msgspec.Struct, frozen=True):
    """A portal, and what a program must know to speak to it.

    Attributes:
        authority: A further authority to trust, in PEM; only for the reference portal.
        renewal: A sign-in made beforehand; only for the reference portal.
    """

    portal: PortalTable
    authority: str = ""
    renewal: str = ""

    def __repr__(self) -> str:
        return "<Reached>"


def reference_portal() -> Reached | None:
    """Read where it is; ``None`` where there is none now.

    SECURITY: whoever can set this variable could name a portal and an authority of their own, so
    it counts for a vault of invented people alone (``app/post.py``).
    """
    told = os.environ.get(VARIABLE, "")
    if not told:
        return None
    try:
        return msgspec.json.decode(Path(told).read_bytes(), type=Reached)
    except (OSError, msgspec.MsgspecError):
        return None
