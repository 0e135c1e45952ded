"""What tests need of the machine: tools that may be missing, systems they speak of.

Locally a missing tool skips the test; under CI a skip is a failure (see conftest), so nothing
goes untested unseen.
"""

import shutil
import sys
from typing import Literal

import pytest

System = Literal["Linux", "macOS", "Windows"]

_PLATFORMS: dict[str, System] = {"darwin": "macOS", "win32": "Windows"}
THIS_SYSTEM: System = _PLATFORMS.get(sys.platform, "Linux")


def needs_tool(command: str, *, package: str = "") -> str:
    """The full path of a command, or a skip that names its Debian package."""
    path = shutil.which(command)
    if path is None:
        pytest.skip(f"{command} is not installed (Debian package: {package or command})")
    return path


def only_on(system: System) -> pytest.MarkDecorator:
    """A mark for a test that has a meaning on one system alone."""
    return pytest.mark.skipif(system != THIS_SYSTEM, reason=f"Only on {system}")


def is_only_elsewhere(reason: str) -> bool:
    """Whether a skip's reason is that the test speaks of another system than this one."""
    return any(
        reason.endswith(f"Only on {system}")
        for system in ("Linux", "macOS", "Windows")
        if system != THIS_SYSTEM
    )
