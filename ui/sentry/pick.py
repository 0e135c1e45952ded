"""Picks the sentry of this system. Imports no other system's."""

from __future__ import annotations

import sys

from ui.sentry.port import Sentry


def sentry_of_this_system() -> Sentry:
    """Make the sentry of the system that the program runs on."""
    if sys.platform == "win32":
        from ui.sentry.windows import WindowsSentry, system_calls

        return WindowsSentry(system_calls())
    if sys.platform == "darwin":
        from ui.sentry.macos import MacSentry, objc_library

        return MacSentry(objc_library())
    from ui.sentry.linux import LinuxSentry, own_addresses

    return LinuxSentry(own_addresses())
