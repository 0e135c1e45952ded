"""Being the only copy of the program for one vault. Imports no Qt: a second copy is soon done."""

from __future__ import annotations

from pathlib import Path

from ffd_desktop.adapters.afresh import Handover
from ffd_desktop.adapters.only_one import Answer, OnlyOne, place_for
from ffd_desktop.adapters.system import data_folder

END_OF_THE_OTHER_S = 10.0


def come_alone(folder: Path | None, handover: Handover | None) -> tuple[OnlyOne, Answer]:
    """Be the only copy for this vault, or have the first one come to the front.

    A process that follows another after a lock takes its place, and waits for its end if need be.
    ``GONE`` means that this copy is the only one. Started without a folder, the program is one
    for each person, whichever vault it then opens.
    """
    home = data_folder()
    only = OnlyOne(place_for(home, folder or home))
    if handover is None:
        is_alone = only.claim()
    else:
        is_alone = only.claim(inherited=handover.running, patience_s=END_OF_THE_OTHER_S)
    return only, Answer.GONE if is_alone else only.ask()
