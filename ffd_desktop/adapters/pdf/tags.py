"""The structure that assistive technology reads: a tree of elements over marks on pages.

Follows ISO 32000-1, 14.7 and 14.8. Knows nothing of what the elements say.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from ffd_desktop.exporting.characters import shown

_KEPT: Final = ("TR", "TH", "TD")  # an empty cell still holds its place
Attributes = dict[str, dict[str, object]]


class Mark(NamedTuple):
    """A stretch of one page's content; ``number`` is its marked-content identifier there."""

    page: int
    number: int


class Element:
    """A node of the tree; its kids are elements and marks in reading order."""

    def __init__(self, kind: str, *, alternative: str = "", title: str = "") -> None:
        self.kind = kind
        self.alternative = alternative
        self.title = title
        self.attributes: Attributes = {}
        self.kids: list[Element | Mark] = []

    def add(self, kind: str, *, alternative: str = "", title: str = "") -> Element:
        """Append a new element and return it."""
        child = Element(kind, alternative=alternative, title=title)
        self.kids.append(child)
        return child

    def is_empty(self) -> bool:
        """Tell whether nothing on any page belongs to it."""
        return self.kind not in _KEPT and all(
            isinstance(kid, Element) and kid.is_empty() for kid in self.kids
        )


class Tree:
    """The element tree of one document and the marks that its pages hold."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._owners: list[list[Element]] = []

    def mark(self, page: int, element: Element) -> int:
        """Give the element the next stretch of the page; return the number to mark it by."""
        while len(self._owners) <= page:
            self._owners.append([])
        number = len(self._owners[page])
        self._owners[page].append(element)
        element.kids.append(Mark(page, number))
        return number

    def write(self, document: PDFDocument, pages: list[PDFObjectReference]) -> PDFObjectReference:
        """Write the tree and return a reference to its root; page n has StructParents n."""
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        at = document.Reference(root)
        references: dict[int, PDFObjectReference] = {}
        root["K"] = _write(self.root, at, document, pages, references)
        parents: list[object] = []
        for page, owners in enumerate(self._owners):
            parents += [page, PDFArray([references[id(owner)] for owner in owners])]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(parents)}))
        root["ParentTreeNextKey"] = len(self._owners)
        root["RoleMap"] = PDFDictionary({})
        return at


def _write(
    element: Element,
    parent: PDFObjectReference,
    document: PDFDocument,
    pages: list[PDFObjectReference],
    references: dict[int, PDFObjectReference],
) -> PDFObjectReference:
    body = _Raw()
    at = references[id(element)] = document.Reference(body)
    kids = [
        _mark(kid, document, pages)
        if isinstance(kid, Mark)
        else _write(kid, at, document, pages, references).format(document)
        for kid in element.kids
        if isinstance(kid, Mark) or not kid.is_empty()
    ]
    entries = [
        b"/Type /StructElem /S /" + element.kind.encode("ascii"),
        b"/P " + parent.format(document),
        b"/K [" + b" ".join(kids) + b"]",
    ]
    if element.alternative:
        entries.append(b"/Alt " + PDFString(shown(element.alternative)).format(document))
    if element.title:
        entries.append(b"/T " + PDFString(shown(element.title)).format(document))
    if element.attributes:
        entries.append(b"/A " + _attributes(element.attributes, document))
    body.content = b"<< " + b"\n".join(entries) + b" >>"
    return at


def _mark(mark: Mark, document: PDFDocument, pages: list[PDFObjectReference]) -> bytes:
    page = pages[mark.page].format(document)
    return b"<< /Type /MCR /Pg " + page + b" /MCID %d >>" % mark.number


def _attributes(attributes: Attributes, document: PDFDocument) -> bytes:
    each = [PDFDictionary({"O": PDFName(owner), **held}) for owner, held in attributes.items()]
    return PDFArray(each).format(document)


class _Raw(PDFObject):
    """An object whose bytes are already made; far quicker than a dictionary of objects."""

    content: bytes = b""

    def format(self, _document: PDFDocument) -> bytes:
        return self.content


SCOPE_COLUMN: Final[Attributes] = {"Table": {"Scope": PDFName("Column")}}
SCOPE_ROW: Final[Attributes] = {"Table": {"Scope": PDFName("Row")}}
