"""Builds the pages of handing over and of opening a package."""

from __future__ import annotations

from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.app.program import Program
from ui.background import Lanes
from ui.screen import Screen


def hand_over(program: Program, desk: Desk, lanes: Lanes, draft: OpenDraft) -> Screen:
    """Build the page that packs one referral for somebody else."""
    from ui.handing_over import DeskHandsOver
    from ui.screens.handing_over.screen import HandingOverScreen

    return HandingOverScreen(
        draft.referral,
        draft.sealed,
        hands=DeskHandsOver(program, desk, lanes.vault, draft.referral.id),
        vault_lane=lanes.vault,
        work_lane=lanes.papers,
        clock=program.clock,
    )


def package(program: Program, desk: Desk, lanes: Lanes) -> Screen:
    """Build the page that opens a package."""
    from ui.handing_over import DeskTakesIn
    from ui.screens.package.screen import PackageScreen

    return PackageScreen(
        takes=DeskTakesIn(program, desk),
        vault_lane=lanes.vault,
        work_lane=lanes.papers,
        clock=program.clock,
    )
