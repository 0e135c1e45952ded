"""How saving is shown: the mark in the head, and a red strip while words are not safe."""

from __future__ import annotations

from ffd_desktop.problems import ProblemForPerson
from ui.messages import KEEP_OPEN
from ui.saving import SaveState, Saving
from ui.widgets.banner import Banner
from ui.widgets.saved_mark import SavedMark

NO_HARM = (
    "Your words are saved, in the order in which you wrote them; only the times shown beside them "
    "may be wrong. It is noted in the history. If you did not change the clock, tell your IT "
    "support."
)
TRY_AGAIN = "Try again now"


def show_saving(saving: Saving, mark: SavedMark, strip: Banner) -> None:
    """Show how saving stands; "Saved" only ever with the time of a commit.

    What is told of the computer's clock stays until it is closed.
    """
    match saving.state:
        case SaveState.SAVED:
            if saving.at is not None:
                mark.saved(saving.at)
            if saving.jump is not None:
                strip.tell("note", saving.jump.words, NO_HARM)
            elif strip.property("card") != "note":
                strip.clear()
        case SaveState.SLOW:
            mark.saving()
        case SaveState.FAILED if saving.problem is not None:
            _show_failure(saving, saving.problem, mark, strip)
        case _:
            pass


def _show_failure(
    saving: Saving, problem: ProblemForPerson, mark: SavedMark, strip: Banner
) -> None:
    since = f"last saved {saving.at:%H:%M:%S}" if saving.at else "see the message"
    mark.not_saved(ProblemForPerson(since, "", problem.code))
    mark.what_to_do.hide()
    mark.words.setWordWrap(False)
    told = ProblemForPerson(problem.what, f"{problem.next_step} {KEEP_OPEN}", problem.code)
    if strip.isHidden() or strip.what.text() != problem.what:
        strip.show_problem(told, action=TRY_AGAIN, sticky=True)
