"""What an editor may know of the draft around it: choices with their words, and the day.

Frozen values, but for who looks after spelling; the presenter makes a new one when a name or an
address changes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import msgspec

from ffd_desktop.councils.pack import CodeList, Level
from ffd_desktop.referral.private import Private

if TYPE_CHECKING:
    from ui.widgets.growing_text import GrowingText


class Choice(Private, frozen=True):
    """Something that can be chosen: what is stored, and what is shown.

    Attributes:
        short: The words where room is scarce; empty when they are short enough.
        care: What has to be taken care of, such as a number that is not safe to phone.
    """

    id: str
    words: str
    note: str = ""
    group: str = ""
    short: str = ""
    care: str = ""


class AddressChoice(Private, frozen=True):
    """An address that this referral already holds.

    Attributes:
        used_by: The names of those who live there, in words.
        kept: From whom it has to be kept, in words; empty for nobody.
    """

    id: str
    lines: str
    postcode: str = ""
    used_by: str = ""
    kept: str = ""

    @property
    def words(self) -> str:
        """The address on one line."""
        return ", ".join(part for part in (*self.lines.splitlines(), self.postcode) if part)

    @property
    def warned(self) -> str:
        """The address on one line, with the mark of whom it has to be kept from."""
        return f"{self.words}  {self.kept}" if self.kept else self.words


class AddressAnswer(Private, frozen=True):
    """What to write for an address: its item in the list, and its words.

    When no address has the id yet it is the context's spare one: add the item, then point to it.
    """

    id: str
    lines: str = ""
    postcode: str = ""


class Spelling(Protocol):
    """Looks after the spelling of boxes."""

    def watch(self, box: GrowingText) -> None:
        """Mark what is misspelled in a box, from now on."""
        ...


class EditorContext(Private, frozen=True):
    """What every editor of a section is given.

    Attributes:
        today: For reading "about 4 years old" and two-figure years.
        not_referred: The ids of children who stand here without being referred.
        spare_address: An id that no address has yet, for one that is typed in.
        spelling: Who looks after spelling; nobody where nothing is to be marked.
    """

    today: date
    code_lists: tuple[CodeList, ...] = ()
    children: tuple[Choice, ...] = ()
    not_referred: tuple[str, ...] = ()
    people: tuple[Choice, ...] = ()
    evidence: tuple[Choice, ...] = ()
    addresses: tuple[AddressChoice, ...] = ()
    levels: tuple[Level, ...] = ()
    spare_address: str = ""
    spelling: Spelling | None = None

    def codes(self, key: str) -> tuple[Choice, ...]:
        """Give the choices of a code list; none when the pack has no such list."""
        found = next((one for one in self.code_lists if one.key == key), None)
        if found is None:
            return ()
        return tuple(Choice(id=one.code, words=one.label, group=one.group) for one in found.codes)


Value = str | bool | int | tuple[str, ...] | AddressAnswer | msgspec.Struct | None
