"""The dictionary that comes with the program, read once and kept. Reads nothing else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ffd_desktop.spelling.dictionary import Dictionary


@cache
def british() -> Dictionary:
    """Read the British dictionary: 2 MB, about a twentieth of a second; not on the window's thread.

    ``resources/words/british/README.md`` says where it comes from, and its licence.
    """
    return Dictionary(
        listed=_text("british/words.txt"),
        usual=_text("usual.txt"),
        unsuggested=_text("british/unsuggested.txt"),
    )


def _text(name: str) -> str:
    found = files("resources").joinpath(f"words/{name}").read_bytes()
    return found.decode("utf-8").replace("\r\n", "\n")
