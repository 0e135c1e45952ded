"""Council packs from TOML: read strictly, and refused whole with every mistake named.

Takes the files' bytes from its caller; never touches disk itself. The files of a pack:

- ``pack.toml``: what the council is, ``[[contacts]]``, ``[[clocks]]``, ``[[stages]]``, ``[area]``,
  and ``[portal]`` where it takes referrals by the open protocol
- ``levels.toml``: ``[[levels]]`` and, where the council publishes them, ``[[indicators]]`` and the
  screening ``[[tools]]`` that go with them
- ``forms/<form>.toml``: the form, and the order of its sections
- ``forms/<form>/<section>.toml``: a section and its ``[[fields]]``
- ``sections/<section>.toml``: one that several forms of this council ask
  (a section that is in neither place is the one that all councils share)
- ``sheets/<form>.toml``: where it is known, the council's web form in its own order: ``[[pages]]``
  with their ``[[pages.questions]]``
- ``codes/<list>.toml``: code lists of its own; the shared ones need not be repeated
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from ffd_desktop.councils.grammar import WrongCondition, read_condition
from ffd_desktop.councils.pack import (
    Area,
    Clock,
    Code,
    CodeList,
    ConsentRule,
    ContactNumber,
    Field,
    Form,
    Indicator,
    Level,
    Needed,
    Opening,
    OtherArea,
    Pack,
    PortalTable,
    Section,
    Sheet,
    SheetPage,
    SheetQuestion,
    Stage,
    Tool,
)
from ffd_desktop.councils.proving import prove
from ffd_desktop.councils.tables import (
    Mistake,
    PackProblem,
    Place,
    Table,
    read_each,
    read_struct,
    read_toml,
    take_tables,
)

PackFiles = Mapping[str, bytes]
SHARED = "resources/sections/"
STAGES = "stages"


class Shared(NamedTuple):
    """What every council may use: the code lists, and the bytes of sections by their key."""

    code_lists: tuple[CodeList, ...]
    sections: PackFiles


def read_pack(files: PackFiles, shared: Shared) -> Pack:
    """Read a council pack.

    Args:
        files: Name within the pack's folder, with ``/`` between folders, to the file's bytes.
        shared: The code lists and sections that every council may use.

    Raises:
        PackProblem: When anything at all is wrong; names every mistake.
    """
    mistakes: list[Mistake] = []
    pack = _read(files, shared, mistakes)
    if pack is not None and not mistakes:
        reader = _Files(files, shared.sections, mistakes)
        prove(pack, lambda file: Place(reader.where(file), mistakes))
    if pack is None or mistakes:
        raise PackProblem(mistakes)
    return pack


def _read(files: PackFiles, shared: Shared, mistakes: list[Mistake]) -> Pack | None:
    reader = _Files(files, shared.sections, mistakes)
    top, place = reader.open("pack.toml")
    levels, levels_place = reader.open("levels.toml")
    own = tuple(
        read_code_list(PurePosixPath(name).stem, *reader.open(name))
        for name in reader.names("codes/*.toml")
    )
    forms = tuple(_form(name, reader) for name in reader.names("forms/*.toml"))
    if not forms:
        Place("forms", mistakes).wrong("", "holds no form")
    stages = read_each(take_tables(top, "stages", place), "stages", place, _stage)
    ready: dict[str, object] = {
        "contacts": read_each(take_tables(top, "contacts", place), "contacts", place, _contact),
        "clocks": read_each(take_tables(top, "clocks", place), "clocks", place, _clock),
        "stages": stages,
        **_levels(levels, levels_place),
        "area": _area(top, place),
        **_portal(top, place),
        "forms": tuple(form for form in forms if form is not None),
        "sheets": tuple(
            sheet
            for name in reader.names("sheets/*.toml")
            if (sheet := _sheet(name, *reader.open(name))) is not None
        ),
        "code_lists": (
            *(one for one in own if one is not None),
            *shared.code_lists,
            _as_codes(stages),
        ),
    }
    pack = read_struct(Pack, top, place, ready)
    reader.refuse_the_unread()
    return pack


class _Files:
    """The files of a pack, and which of them were read."""

    def __init__(self, files: PackFiles, sections: PackFiles, mistakes: list[Mistake]) -> None:
        self._files = files
        self._sections = sections
        self._mistakes = mistakes
        self._read: set[str] = set()

    def open(self, name: str) -> tuple[Table, Place]:
        place = Place(name, self._mistakes)
        self._read.add(name)
        if name not in self._files:
            place.wrong("", "is missing")
            return {}, place
        return read_toml(self._files[name], place), place

    def section(self, folder: str, key: str) -> tuple[Table, Place]:
        """Open a form's own section, the council's, or the one that all share."""
        name = self.where(f"{folder}/{key}.toml")
        if not name.startswith(SHARED):
            return self.open(name)
        place = Place(name, self._mistakes)
        return read_toml(self._sections[key], place), place

    def where(self, name: str) -> str:
        """Name the file that a form's section is read from; any other file stays itself."""
        path = PurePosixPath(name)
        if name in self._files or name.count("/") != 2:
            return name
        own = f"sections/{path.name}"
        if own in self._files:
            return own
        return f"{SHARED}{path.name}" if path.stem in self._sections else name

    def names(self, pattern: str) -> list[str]:
        depth = pattern.count("/")
        return sorted(
            name
            for name in self._files
            if name.count("/") == depth and PurePosixPath(name).match(pattern)
        )

    def refuse_the_unread(self) -> None:
        for name in sorted(self._files.keys() - self._read):
            if name.endswith(".toml"):
                Place(name, self._mistakes).wrong("", "does not belong to the pack")


def read_code_list(key: str, table: Table, place: Place) -> CodeList | None:
    """Read a code list; its key is its file's name."""
    codes = take_tables(table, "codes", place)
    read = read_each(codes, "codes", place, lambda one, at: read_struct(Code, one, at))
    return read_struct(CodeList, table, place, {"key": key, "codes": read})


def _levels(table: Table, place: Place) -> dict[str, object]:
    levels = read_each(take_tables(table, "levels", place), "levels", place, _level)
    indicators = read_each(take_tables(table, "indicators", place), "indicators", place, _indicator)
    tools = read_each(take_tables(table, "tools", place), "tools", place, _tool)
    for name in table:
        place.wrong(name, "is not a field of this table")
    return {"levels": levels, "indicators": indicators, "tools": tools}


def _area(top: Table, place: Place) -> Area | None:
    """Read the council's area; a pack without one says nothing of anybody's address."""
    table = top.pop("area", None)
    if table is None:
        return None
    if not isinstance(table, dict):
        place.wrong("area", "is a table, written [area]")
        return None
    at = place.inside("area")
    others = read_each(
        take_tables(table, "others", at),
        "others",
        at,
        lambda one, i: read_struct(OtherArea, one, i),
    )
    return read_struct(Area, table, at, {"others": others})


def _portal(top: Table, place: Place) -> dict[str, object]:
    if "portal" not in top:
        return {}
    raw = top.pop("portal")
    if not isinstance(raw, dict):
        place.wrong("portal", "is a table, written [portal]")
        return {}
    return {"portal": read_struct(PortalTable, raw, place.inside("portal"))}


def _level(table: Table, place: Place) -> Level | None:
    raw = table.pop("consent", None)
    if not isinstance(raw, dict):
        place.wrong("consent", "is a table, written [levels.consent]")
        return None
    rule = read_struct(ConsentRule, raw, place.inside("consent"))
    return None if rule is None else read_struct(Level, table, place, {"consent": rule})


def _indicator(table: Table, place: Place) -> Indicator | None:
    return read_struct(Indicator, table, place)


def _tool(table: Table, place: Place) -> Tool | None:
    return read_struct(Tool, table, place)


def _contact(table: Table, place: Place) -> ContactNumber | None:
    hours = read_each(take_tables(table, "hours", place), "hours", place, _opening)
    return read_struct(ContactNumber, table, place, {"hours": hours})


def _opening(table: Table, place: Place) -> Opening | None:
    return read_struct(Opening, table, place)


def _clock(table: Table, place: Place) -> Clock | None:
    return read_struct(Clock, table, place)


def _stage(table: Table, place: Place) -> Stage | None:
    return read_struct(Stage, table, place)


def _sheet(name: str, table: Table, place: Place) -> Sheet | None:
    pages = read_each(take_tables(table, "pages", place), "pages", place, _page)
    if not pages:
        place.wrong("pages", "are missing")
    return read_struct(Sheet, table, place, {"form": PurePosixPath(name).stem, "pages": pages})


def _page(table: Table, place: Place) -> SheetPage | None:
    questions = take_tables(table, "questions", place)
    read = read_each(questions, "questions", place, lambda a, at: read_struct(SheetQuestion, a, at))
    return read_struct(SheetPage, table, place, {"questions": read})


def _as_codes(stages: tuple[Stage, ...]) -> CodeList:
    """Give the stages of a disagreement as a code list, so that a question can offer them."""
    codes = tuple(Code(code=str(one.number), label=f"{one.number}: {one.name}") for one in stages)
    return CodeList(key=STAGES, title="Stage", source="The council’s own stages", codes=codes)


def read_shared_form(name: str, data: bytes, shared: Shared) -> Form:
    """Read a form that is no council's own: all its sections are shared ones.

    Raises:
        PackProblem: When anything at all is wrong; names every mistake.
    """
    mistakes: list[Mistake] = []
    form = _form(
        f"forms/{name}.toml", _Files({f"forms/{name}.toml": data}, shared.sections, mistakes)
    )
    if form is None or mistakes:
        raise PackProblem(mistakes)
    return form


def _form(name: str, reader: _Files) -> Form | None:
    table, place = reader.open(name)
    folder = name.removesuffix(".toml")
    keys = table.pop("sections", None)
    if not isinstance(keys, list) or not keys or not all(isinstance(one, str) for one in keys):
        place.wrong("sections", "is the list of the form’s sections, in their order")
        return None
    sections = tuple(_section(key, *reader.section(folder, key)) for key in keys)
    ready = {
        "key": PurePosixPath(name).stem,
        "sections": tuple(section for section in sections if section is not None),
    }
    return read_struct(Form, table, place, ready)


def _section(key: str, table: Table, place: Place) -> Section | None:
    if not table:
        return None
    fields = read_each(take_tables(table, "fields", place), "fields", place, _field)
    ready: dict[str, object] = {"key": key, "fields": fields}
    _take_condition(table, "where", place, ready)
    return read_struct(Section, table, place, ready)


def _field(table: Table, place: Place) -> Field | None:
    ready: dict[str, object] = {}
    _take_condition(table, "shown_when", place, ready)
    raw = table.pop("needed", None)
    if isinstance(raw, dict):
        ready["needed"] = _needed(raw, place.inside("needed"))
    elif raw is not None:
        place.wrong("needed", "is a table, written [fields.needed]")
    return read_struct(Field, table, place, ready)


def _needed(table: Table, place: Place) -> Needed | None:
    ready: dict[str, object] = {}
    _take_condition(table, "when", place, ready)
    return read_struct(Needed, table, place, ready)


def _take_condition(table: Table, name: str, place: Place, ready: dict[str, object]) -> None:
    if name not in table:
        return
    try:
        ready[name] = read_condition(table.pop(name))
    except WrongCondition as error:
        place.wrong(name, str(error))
