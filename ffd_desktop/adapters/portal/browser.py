"""The person's own browser."""

from __future__ import annotations

import webbrowser


def show(address: str) -> bool:
    """Show a page in the system's browser; False where there is none."""
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False
