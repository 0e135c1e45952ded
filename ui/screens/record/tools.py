"""What the shell lends the screen of a record's papers. Shapes only."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ffd_desktop.app.papers import Kind, Paper
from ffd_desktop.app.records import RecordKind
from ffd_desktop.councils.forms import Form
from ffd_desktop.drafting.paper_notes import PaperNote
from ffd_desktop.exporting.subject.asked import Asked
from ffd_desktop.referral.model import Referral
from ui.lanes import Submits
from ui.papers import Papers


class RecordTools(msgspec.Struct, frozen=True):
    """What the screen may use.

    Attributes:
        form: That the referral is written on; names the sections that may be withheld.
        papers: Prints, saves, and makes the referral itself.
        make: Makes a paper about the record, on ``work_lane``.
        make_subject: Makes somebody's copy, on ``work_lane``.
        by_eye: Says what must be looked at in it, on ``work_lane``.
        noted: Gives what was printed or saved, on ``vault_lane``.
        copy: Puts a new referral from this one on the shelf and gives its id, on ``vault_lane``.
        is_draft: Whether it is neither sealed nor sent.
    """

    form: Form
    papers: Papers
    make: Callable[[RecordKind, Kind], Paper]
    make_subject: Callable[[Referral, Asked, Kind], Paper]
    by_eye: Callable[[Referral, Asked], tuple[str, ...]]
    noted: Callable[[], tuple[PaperNote, ...]]
    copy: Callable[[], str]
    work_lane: Submits
    vault_lane: Submits
    is_draft: bool
