"""What may not stand on paper as it is: control and direction characters, shown by their code.

Never drops a character: what is not shown as itself is shown as "[U+0007]".
"""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# SECURITY: direction overrides and isolates can make a line read as something that was never
# typed (Unicode Technical Report 36, 2.5), so they are shown and do not act.
_NOT_ON_PAPER = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)


def code_of(character: str) -> str:
    """Return the character's code as it is printed, such as ``[U+1F9FF]``."""
    return f"[U+{ord(character):04X}]"


def shown(text: str) -> str:
    """Return the text with every kind of line end as a newline and controls as their codes."""
    plain = _LINE_ENDS.sub("\n", text)
    return _NOT_ON_PAPER.sub(lambda match: code_of(match[0]), plain)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text as ``shown``; an empty text has one empty line."""
    return tuple(shown(text).split("\n"))
