"""A council's web form, as whoever types into it meets it: pages, questions, limits, choices.

Part of ``pack.py``, which is where everyone imports these names from. Where a pack holds none for a
form, the form's own order stands in (``sending/sheet.py``).
"""

from __future__ import annotations

import msgspec

from ffd_desktop.councils.forms import Value


class SheetQuestion(Value, frozen=True):
    """One box of a page.

    Attributes:
        asks: What the web form calls it.
        field: The key of the form's question that answers it.
        limit: How many characters the box takes; ``None`` for no limit that is known.
        choices: A code of the answer to the name that the web form gives it, where they differ.
    """

    asks: str
    field: str
    limit: int | None = None
    choices: dict[str, str] = msgspec.field(default_factory=dict)


class SheetPage(Value, frozen=True):
    """One page of the web form; filled in once for each item where its questions are of a list."""

    title: str
    questions: tuple[SheetQuestion, ...]


class Sheet(Value, frozen=True):
    """The web form behind one of the council's forms.

    Attributes:
        form: The key of the form.
        source: Where the order is from, and of when.
    """

    form: str
    title: str
    source: str
    pages: tuple[SheetPage, ...]
