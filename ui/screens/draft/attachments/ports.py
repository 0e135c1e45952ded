"""What the shell lends a draft for its files. Holds no code of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage

from ffd_desktop.app.attaching import Looked
from ffd_desktop.attachments.pictures import Cleaned
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.referral.statements import Attachment


class Arriving(Protocol):
    """One file on its way into the vault; made anywhere, used on the vault lane."""

    @property
    def file(self) -> KeptFile:
        """What it will be in the vault."""
        ...

    @property
    def total(self) -> int:
        """How many bytes there are."""
        ...

    def step(self) -> int:
        """Take the next piece in; give how many bytes are in, ``total`` once it counts."""
        ...

    def give_up(self) -> bool:
        """Clear away some of what came in; say whether there is more to clear."""
        ...


class Files(Protocol):
    """What can be done with files; ``arrival`` and ``read`` belong to the vault, all else to work.

    Each raises ``ProblemForPerson`` with what to do.
    """

    def look(self, path: Path) -> Looked:
        """Read a chosen file and look whether it may come in."""
        ...

    def look_at(self, name: str, data: bytes) -> Looked:
        """Look whether bytes, such as a pasted picture, may come in."""
        ...

    def arrival(self, referral_id: str, looked: Looked) -> Arriving:
        """Begin to take a file into the vault."""
        ...

    def read(self, referral_id: str, attachment: Attachment) -> bytes:
        """Give a file as it came."""
        ...

    def page(self, media_type: str, data: bytes, number: int, width: int) -> QImage:
        """Draw a page of a PDF, or a picture, so many pixels wide or as wide as is bearable."""
        ...

    def words(self, data: bytes) -> str:
        """Give the words of a document."""
        ...

    def leaving(self, media_type: str, data: bytes) -> Cleaned:
        """Give the copy that leaves."""
        ...

    def write(self, target: Path, data: bytes) -> None:
        """Write a copy where a person chose, over another file if there is one."""
        ...
