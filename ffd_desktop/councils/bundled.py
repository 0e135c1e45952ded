"""The council packs and code lists that come with the program, read once and kept.

Reads only the program's own resources; a pack from elsewhere comes through ``reading.py``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from ffd_desktop.councils.pack import CodeList, Form, Pack
from ffd_desktop.councils.reading import (
    PackFiles,
    Shared,
    read_code_list,
    read_pack,
    read_shared_form,
)
from ffd_desktop.councils.tables import Mistake, PackProblem, Place, read_toml

NOT_LISTS = ("la_codes", "ethnicity_extended")


@cache
def bundled_councils() -> tuple[str, ...]:
    """List the keys of the councils whose packs come with the program."""
    folders = (one.name for one in _folder("councils").iterdir() if one.is_dir())
    return tuple(sorted(name for name in folders if not name.startswith(("_", "."))))


@cache
def bundled_pack(key: str) -> Pack:
    """Read a council's pack.

    Raises:
        KeyError: When no pack of that council comes with the program.
        PackProblem: When the installed files are damaged.
    """
    if key not in bundled_councils():
        raise KeyError(key)
    return read_pack(bundled_files(key), shared())


@cache
def after_form() -> Form:
    """Read what is asked after sending, which is the same for every council.

    Raises:
        PackProblem: When the installed files are damaged.
    """
    data = _folder("following").joinpath("after.toml").read_bytes()
    return read_shared_form("after", data, shared())


def bundled_files(key: str) -> PackFiles:
    """Give the files of a bundled pack: names within its folder, and bytes."""
    return dict(_walk(_folder("councils").joinpath(key), ""))


@cache
def shared() -> Shared:
    """Read what every council may use.

    Raises:
        PackProblem: When the installed files are damaged.
    """
    sections = {PurePosixPath(name).stem: data for name, data in _walk(_folder("sections"), "")}
    return Shared(shared_code_lists(), sections)


@cache
def shared_code_lists() -> tuple[CodeList, ...]:
    """Read the code lists that every council uses.

    Raises:
        PackProblem: When the installed files are damaged.
    """
    mistakes: list[Mistake] = []
    lists = []
    for name, data in sorted(_walk(_folder("codes"), "codes/")):
        stem = PurePosixPath(name).stem
        if stem not in NOT_LISTS:
            place = Place(name, mistakes)
            lists.append(read_code_list(stem, read_toml(data, place), place))
    if mistakes:
        raise PackProblem(mistakes)
    return tuple(one for one in lists if one is not None)


def _folder(name: str) -> Traversable:
    return files("resources").joinpath(name)


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in folder.iterdir():
        if one.is_dir():
            found += _walk(one, f"{prefix}{one.name}/")
        elif one.name.endswith(".toml"):
            found.append((prefix + one.name, one.read_bytes()))
    return found
