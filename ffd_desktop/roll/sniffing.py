"""What a chosen file is, told from its first bytes, so that 200 MB of something else is not read.

Lets only a Common Transfer File through; explains everything else. Parses nothing.
"""

from __future__ import annotations

import re

from ffd_desktop.roll import trouble

HEAD = 65536
_UNZIP = "Open the compressed file, take the CTF (.xml) out of it, and choose that."
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an older Excel or Word document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)
_COMPRESSED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh")
_OFFICE = (b"[Content_Types].xml", b"xl/", b"word/", b"mimetypeapplication/vnd.oasis")
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.\-]+:)?([A-Za-z_][\w.\-]*)")


def refuse_by_signature(head: bytes) -> None:
    """Refuse an empty file and well-known kinds of file that are no text.

    Args:
        head: The first bytes, up to ``HEAD``.

    Raises:
        NotARoll: With words for what it is.
    """
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise trouble.empty()
    for start, what in _SIGNATURES:
        if head.startswith(start):
            raise trouble.other_kind(what)
    if head.startswith(_COMPRESSED):
        if any(mark in head for mark in _OFFICE):
            raise trouble.other_kind("a spreadsheet or office document")
        raise trouble.other_kind("a compressed file", _UNZIP)


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
