"""What a chosen file is, told from its first bytes, so that 200 MB of something else is not read.

Lets only a Common Transfer File through; explains everything else. Parses nothing.
"""

from __future__ import annotations

import re

from ffd_desktop.roll import trouble
from ffd_desktop.tables import signatures

_UNZIP = "Open the compressed file, take the CTF (.xml) out of it, and choose that."
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.\-]+:)?([A-Za-z_][\w.\-]*)")


def refuse_by_signature(head: bytes) -> None:
    """Refuse an empty file and well-known kinds of file that are no text.

    Args:
        head: The first bytes, up to ``HEAD``.

    Raises:
        NotARoll: With words for what it is.
    """
    if signatures.is_empty(head):
        raise trouble.empty()
    kind = signatures.kind_of(head)
    if kind:
        next_step = _UNZIP if kind == signatures.COMPRESSED else trouble.EXPORT
        raise trouble.other_kind(kind, next_step)


def refuse_unless_ctf(text: str) -> None:
    """Refuse a text whose root is not that of a Common Transfer File.

    Args:
        text: The beginning of the file, decoded.

    Raises:
        NotARoll: With words for what it is.
    """
    at = 0
    while match := _BEFORE_ROOT.match(text, at):
        at = match.end()
    if text[at : at + 14].lower() == "<!doctype html":
        raise trouble.other_kind("a web page")
    # SECURITY: a DOCTYPE is the door to entity bombs and to reading other files. It can stand
    # only here, before the root, so refusing it here refuses it for the whole file.
    if text.startswith("<!", at) and not text.startswith("<!--", at):
        raise trouble.REFUSALS.unsafe("a document type definition")
    root = _ROOT.match(text, at)
    if root is None:
        raise trouble.other_kind(_kind_of_text(text[at : at + 4096]))
    _refuse_other_root(root[1].lower())


def _kind_of_text(text: str) -> str:
    if text[:1] in ("{", "["):
        return "a JSON file"
    first_line = text.partition("\n")[0]
    if any(first_line.count(mark) >= 2 for mark in ",;\t") and "\0" not in text:
        return "a table (CSV)"
    return "something else"


def _refuse_other_root(root: str) -> None:
    if root == "ctfile":
        return
    if root == "atfile":
        raise trouble.admissions()
    if root.startswith(("cme", "cml", "cmj")) or "missing" in root:
        raise trouble.missing_education()
    if root in ("html", "head", "body"):
        raise trouble.other_kind("a web page")
    raise trouble.other_kind("another kind of XML file")
