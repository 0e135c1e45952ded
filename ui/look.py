"""How a person wants the window to look; a value, without Qt."""

from __future__ import annotations

import msgspec


class Look(msgspec.Struct, frozen=True):
    """How the window looks: ``mode`` as in ``ui.style.tokens.Mode``, text size in per cent."""

    mode: str = "system"
    percent: int = 100
