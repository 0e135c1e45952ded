"""Checking the open vault while it is written, and remembering what came of it.

Each function says to which lane it belongs. Holds no rule.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import msgspec

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.verifying import FaultKind, VerifyReport
from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress
from ffd_desktop.vault.head_code import HeadCode

__all__ = ["Checked", "FaultKind", "VerifyReport", "against_paper", "begin", "last", "remember"]
SETTING = "last_check"


class Checked(msgspec.Struct, frozen=True):
    """What a check found, by whom and when (UTC, ISO form); no child's data."""

    report: VerifyReport
    by: str
    at: str


class Begun(msgspec.Struct, frozen=True):
    """A check that was begun: ``run`` it on any lane but the vault's, ``end`` it on that one."""

    run: Callable[[Progress], VerifyReport]
    end: Callable[[], None]


def begin(desk: Desk) -> Begun:
    """Begin to check the open vault; on the vault lane.

    Raises:
        ProblemForPerson: Trouble with the disk.
    """
    checkup = _opened(desk).begin_check()
    return Begun(checkup.run, checkup.end)


def against_paper(desk: Desk, code: HeadCode) -> str | None:
    """Say in words how the vault contradicts a printed page, ``None`` when not; on its lane.

    Raises:
        ProblemForPerson: Trouble with the disk.
    """
    return _opened(desk).contradicts(code)


def remember(desk: Desk, report: VerifyReport) -> Checked:
    """Keep what was found in the vault, if it takes it; on the vault lane."""
    by = desk.by("check")
    checked = Checked(report, by.actor, by.at)
    with contextlib.suppress(ProblemForPerson):
        desk.settings.put(SETTING, msgspec.to_builtins(checked))
    return checked


def last(desk: Desk) -> Checked | None:
    """Give what the last check found; on the vault lane."""
    with contextlib.suppress(msgspec.ValidationError):
        kept = desk.settings.get(SETTING)
        return msgspec.convert(kept, Checked) if kept else None
    return None


def _opened(desk: Desk) -> OpenVault:
    opened = desk.vault
    if not isinstance(opened, OpenVault):
        raise TypeError(opened)
    return opened
