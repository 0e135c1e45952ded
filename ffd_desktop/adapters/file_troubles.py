"""What a disk's faults are called to a person. Names no path and no word of what was written."""

from __future__ import annotations

import errno
from typing import Final

from ffd_desktop.problems import ProblemForPerson

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def problem_of(error: OSError) -> ProblemForPerson:
    """Tell an error of the system in plain words; names neither file nor folder."""
    if error.errno in _FULL:
        return ProblemForPerson(
            "Nothing that was saved is lost, but the disk is full, so this was not written.",
            "Free some space, or choose another folder, and try again.",
            "disk_full",
        )
    if error.errno in _FORBIDDEN:
        return ProblemForPerson(
            "Nothing that was saved is lost, but you may not write in that folder, "
            "so this was not written.",
            "Choose another folder, or ask your IT support for the right to write there.",
            "folder_read_only",
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return ProblemForPerson(
            "Nothing that was saved is lost, but that folder is not there, "
            "so this was not written.",
            "Reconnect its drive or choose another folder.",
            "folder_missing",
        )
    return ProblemForPerson(
        "Nothing that was saved is lost, but the disk reported an error, so this was not written.",
        "Try again; if it happens again, choose another disk and tell your IT support.",
        "file_io",
    )


def unreadable() -> ProblemForPerson:
    """The bytes are there and cannot be had."""
    return ProblemForPerson(
        "Nothing is lost and nothing was changed, but a file could not be read.",
        "Check that you may read it and that its disk is well, then try again.",
        "file_unreadable",
    )


def file_exists() -> ProblemForPerson:
    """Nothing is ever written over what is there already."""
    return ProblemForPerson(
        "Nothing was written: there is already something of that name.",
        "Choose another name.",
        "file_exists",
    )


def not_a_folder() -> ProblemForPerson:
    """A folder of ours is never reached through a link."""
    return ProblemForPerson(
        "Nothing was written: what has that name is a link or a file, not a folder.",
        "Choose another folder.",
        "not_a_folder",
    )
