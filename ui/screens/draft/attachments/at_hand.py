"""What a draft's files need for as long as the draft is open, whichever section is shown."""

from __future__ import annotations

from ui.lanes import Submits
from ui.screens.draft.attachments.bringing import Bringing
from ui.screens.draft.attachments.ports import Files
from ui.screens.draft.presenter import DraftPresenter


class FilesAtHand:
    """The files, the lanes they use, and what is on its way into the draft."""

    def __init__(
        self, presenter: DraftPresenter, files: Files, *, vault: Submits, work: Submits
    ) -> None:
        self.presenter, self.files, self.vault, self.work = presenter, files, vault, work
        self.bringing = Bringing(presenter, files, vault=vault, work=work)
