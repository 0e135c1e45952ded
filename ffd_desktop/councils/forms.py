"""A form as frozen values: sections of questions, each bound to a path of the one referral.

Part of ``pack.py``, which is where everyone imports these names from. Reads no file.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Protocol, TypeVar

import msgspec

from ffd_desktop.councils.conditions import Condition, holds
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from ffd_desktop.referral.people import Item


class FieldKind(StrEnum):
    """What kind of answer a question takes, and so which editor it gets."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    YES_NO = "yes_no"
    CODE = "code"
    CODES = "codes"
    NUMBER = "number"
    ADDRESS = "address"
    CHILD = "child"
    CHILDREN = "children"
    PERSON = "person"
    PEOPLE = "people"
    EVIDENCE = "evidence"
    LEVEL = "level"


class Grade(StrEnum):
    """How much an unanswered question matters when the referral is checked; never a gate."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of everything a pack holds."""


class Needed(Value, frozen=True):
    """That a question should not stay unanswered, why, and on whose word.

    Attributes:
        when: The condition under which it is needed; ``None`` for always.
        how: What to do, when it is more than answering the question.
        can_wait: Whether it may be told a day later where a child is in danger now.
    """

    grade: Grade
    why: str
    source: str
    when: Condition | None = None
    how: str = ""
    can_wait: bool = False


class Field(Value, frozen=True):
    """One question of a form, bound to the place of its answer in the referral.

    Attributes:
        key: Stable name, unique in the form.
        path: Where the answer lives; ``children[].upn`` in a section that repeats.
        hint: One short line that is always shown.
        help: Guidance in our own words, with its ``source``.
        guiding: Prompts: what to ask oneself while writing.
        codes: For CODE and CODES: the name of the code list.
        optional: Whether the label says "(optional)".
        not_known: Whether "Not known" is offered beside it.
        private: Whether it is left out of a copy for the family.
        minimum: For NUMBER: the lowest value.
        maximum: For NUMBER: the highest value.
        spelled: For TEXT and LONG_TEXT, where it is not as its kind has it (``is_spelled``).
    """

    key: str
    path: str
    kind: FieldKind
    label: str
    hint: str = ""
    help: str = ""
    guiding: tuple[str, ...] = ()
    source: str = ""
    codes: str = ""
    optional: bool = False
    needed: Needed | None = None
    shown_when: Condition | None = None
    not_known: bool = True
    private: bool = False
    minimum: int | None = None
    maximum: int | None = None
    spelled: bool | None = None

    @property
    def attribute(self) -> str:
        """The path below the item, for a question that is asked of each; else the whole path."""
        return self.path.rpartition("[].")[2]

    @property
    def can_be_blank(self) -> bool:
        """Whether an answer can be taken away again; a plain yes or no stands from the start."""
        return self.not_known or self.kind is not FieldKind.YES_NO

    @property
    def is_spelled(self) -> bool:
        """Whether its words can be misspelled: long text, unless it is somebody's exact words.

        One line mostly holds a name or a number, so it says so where it holds words instead.
        """
        asked = self.kind is FieldKind.LONG_TEXT if self.spelled is None else self.spelled
        return asked and self.kind in {FieldKind.TEXT, FieldKind.LONG_TEXT}

    @property
    def says_whom(self) -> bool:
        """Whether it asks which children an entry concerns, so that blank says all of them.

        What blank means belongs to the model (``referral/concerned.py``); no pack changes it.
        """
        return self.kind is FieldKind.CHILDREN and self.attribute == "children"


class Section(Value, frozen=True):
    """A group of questions on one page, asked once or of each item of a list.

    Attributes:
        repeats: Path of the list, such as ``children`` or ``consent.conversations``; or empty.
        where: Which items of the list stand here; paths relative to the item.
        new_item: Attributes that an item added here starts with.
        item_name: What one item is called, such as "child".
        group: Heading that it stands under in the list of sections.
        on_paper: The title for whoever reads it on paper; empty when the title serves both.
    """

    key: str
    title: str
    intro: str
    fields: tuple[Field, ...]
    source: str = ""
    repeats: str = ""
    where: Condition | None = None
    new_item: dict[str, bool | int | str] = msgspec.field(default_factory=dict)
    item_name: str = ""
    group: str = ""
    on_paper: str = ""

    def of(self, referral: Referral) -> tuple[Item, ...]:
        """Give the items that this section shows; none for a section that does not repeat."""
        if not self.repeats:
            return ()
        found = read(referral, self.repeats)
        items = found if isinstance(found, tuple) else ()
        if self.where is None:
            return items
        return tuple(item for item in items if holds(self.where, referral, item))


class Form(Value, frozen=True):
    """One form of a council.

    Attributes:
        route: Where it leads: ``csc`` (children's social care), ``family_help``, ``marf`` (both).
        front_page: Keys of the fields that the reader should meet first, in order.
    """

    key: str
    title: str
    short_title: str
    route: str
    intro: str
    source: str
    sections: tuple[Section, ...]
    front_page: tuple[str, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """Give every question in the order of the form."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, key: str) -> Field:
        """Find a question by its key.

        Raises:
            KeyError: When the form has no such question.
        """
        return named(key, self.fields())

    def section(self, key: str) -> Section:
        """Find a section by its key.

        Raises:
            KeyError: When the form has no such section.
        """
        return named(key, self.sections)

    def section_of(self, path: str) -> Section | None:
        """Find the first section that asks for a path, written with or without ids."""
        plain = without_ids(path)
        for section in self.sections:
            if any(field.path == plain for field in section.fields):
                return section
        return None


class Keyed(Protocol):
    """Anything that has a stable name."""

    @property
    def key(self) -> str:
        """The stable name."""


K = TypeVar("K", bound=Keyed)
_IDS = re.compile(r"\[[^\]]*\]")


def named(key: str, among: tuple[K, ...]) -> K:
    """Find one by its key.

    Raises:
        KeyError: When none has it.
    """
    for one in among:
        if one.key == key:
            return one
    raise KeyError(key)


def without_ids(path: str) -> str:
    """Write a path as a form does: with every list id taken out, a mapping's key left in."""
    return path if path.startswith("local[") else _IDS.sub("[]", path)
