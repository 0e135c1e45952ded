"""Where the pictures and icons of the window lie. Reads none of them."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def icon(name: str) -> str:
    """Give the path of an icon, with forward slashes as stylesheets want it."""
    return (RESOURCES / "icons" / name).as_posix()
