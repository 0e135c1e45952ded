"""The command line: the same use cases as the window, for IT staff, scripts and tests.

Holds no rule of its own; each verb calls one use case and gives its answer.
"""

from ffd_desktop.cli.main import main

__all__ = ["main"]
