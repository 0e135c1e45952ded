"""Builds the check screen: what is still to put right, or what was sealed."""

from __future__ import annotations

from functools import partial

from ffd_desktop.app.desk import Desk
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.drafting.session import Batch
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ui.papers import ProgramPapers
from ui.screen import Screen
from ui.shell.sealed_here import SealedHere


def check_screen(here: SealedHere, made: ProgramPapers, *, pack: Pack, form: Form) -> Screen:
    """Build it for one referral that was taken from the shelf."""
    from ui.screens.check.screen import CheckScreen, CheckTools
    from ui.screens.check.which_form import Written

    draft, desk, program, one = here.draft, here.desk, here.program, here.draft.referral.id
    packs = program.packs.values() if draft.state is DraftState.DRAFT else ()
    tools = CheckTools(
        pack=pack,
        form=form,
        clock=program.clock,
        papers=here.papers(made),
        work_lane=here.lanes.papers,
        vault_lane=here.lanes.vault,
        forms=tuple(Written(of, each) for of in packs for each in of.forms),
        aim=lambda aim: desk.aim(one, aim, screen="check"),
        memory=Memory(draft.pupils),
        seals=here.seals(),
        sealed=here.tools(made),
        change=partial(_changed, desk) if draft.state is DraftState.DRAFT else None,
        copy=lambda: desk.copy(one, screen="check").id,
    )
    return CheckScreen(draft.referral, tools)


def _changed(desk: Desk, referral: Referral, edit: Edit) -> Referral:
    """Make an edit of a draft durable; on the vault lane."""
    after = replay(referral, [edit])
    desk.save(referral.id, Batch((edit,), after), screen="check")
    return after
