"""Closes a PDF: structure, bookmarks, language, title and what the file says of itself."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.blocks import Landmark
from ffd_desktop.adapters.pdf.tags import Element, Mark, Tree
from ffd_desktop.exporting.characters import shown
from ffd_desktop.exporting.outline import Document

_PROGRAM: Final = "FFD Desktop"
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{made}<xmp:CreatorTool>{program}</xmp:CreatorTool>
{record}<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class _Info(PDFInfo):
    """What the file says of itself; gives the moment it was told, or no date at all."""

    def __init__(self, moment: datetime | None, record: str) -> None:
        super().__init__()
        self._moment = moment
        self.keywords = record

    def format(self, document: PDFDocument) -> bytes:
        """Write the dictionary (ISO 32000-1, 14.3.3)."""
        said = {
            "Title": PDFString(self.title),
            "Author": PDFString(self.author),
            "Creator": PDFString(self.creator),
            "Producer": PDFString(self.producer),
        }
        if self.keywords:
            said["Keywords"] = PDFString(self.keywords)
        if self._moment is not None:
            said["CreationDate"] = said["ModDate"] = PDFString(_pdf_date(self._moment))
        return PDFDictionary(said).format(document)


def _pdf_date(moment: datetime) -> str:
    """Write a moment as PDF does (ISO 32000-1, 7.9.4): ``D:20261121140300+00'00'``."""
    zone = f"{moment:%z}"
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def metadata(pdf: PDFDocument, document: Document) -> None:
    """Say the neutral title, the language, the record and the digest; name nobody.

    Record and digest stand at the foot of each page, which is not read out; here they can be.
    """
    title = shown(document.title)
    words = shown("; ".join(filter(None, (document.record, document.fingerprint))))
    pdf.info = _Info(document.moment, words)
    pdf.info.title = title
    pdf.info.author = pdf.info.creator = _PROGRAM
    moment = document.moment
    made = f"<xmp:CreateDate>{moment.isoformat()}</xmp:CreateDate>\n" if moment else ""
    packet = _XMP.format(
        title=escape(title),
        language=escape(document.language),
        made=made,
        record=f"<pdf:Keywords>{escape(words)}</pdf:Keywords>\n" if words else "",
        program=_PROGRAM,
        producer=escape(pdf.info.producer),
    )
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    stream = PDFStream(PDFDictionary(kind), packet.encode("utf-8"), [])
    pdf.Catalog.Metadata = pdf.Reference(stream)
    pdf.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    pdf.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})


def close(
    pdf: PDFDocument, tree: Tree, landmarks: list[Landmark], pages: list[PDFObjectReference]
) -> bytes:
    """Write the tree and the bookmarks, and return the file."""
    pdf.Catalog.StructTreeRoot = tree.write(pdf, pages)
    pdf.Outlines = pdf.Catalog.Outlines = _bookmarks(pdf, landmarks, pages)
    if landmarks:
        pdf.Catalog.PageMode = PDFName("UseOutlines")
    pdf.info.digest(pdf.signature)
    data = pdf.format()
    return data if isinstance(data, bytes) else bytes(data, "latin-1")


def _bookmarks(
    pdf: PDFDocument, landmarks: list[Landmark], pages: list[PDFObjectReference]
) -> PDFObjectReference | None:
    """Write the headings as nested bookmarks (ISO 32000-1, 12.3.3)."""
    if not landmarks:
        return None
    root = PDFDictionary({"Type": PDFName("Outlines")})
    at = pdf.Reference(root)
    open_ones: list[tuple[int, PDFDictionary, PDFObjectReference]] = [(0, root, at)]
    lasts: dict[int, tuple[PDFDictionary, PDFObjectReference]] = {}
    for landmark in landmarks:
        while open_ones[-1][0] >= landmark.level:
            open_ones.pop()
        _, parent, parent_at = open_ones[-1]
        entry = PDFDictionary(
            {
                "Title": PDFString(shown(landmark.text)),
                "Parent": parent_at,
                "Dest": PDFArray(
                    [
                        pages[_page(landmark.element)],
                        PDFName("XYZ"),
                        "null",
                        look.PAGE_HEIGHT,
                        "null",
                    ]
                ),
            }
        )
        entry_at = pdf.Reference(entry)
        if id(parent) in lasts:
            previous, previous_at = lasts[id(parent)]
            previous["Next"], entry["Prev"] = entry_at, previous_at
        else:
            parent["First"] = entry_at
        parent["Last"] = entry_at
        lasts[id(parent)] = (entry, entry_at)
        for _, above, _at in open_ones:
            above["Count"] = above["Count"] + 1 if "Count" in above else 1
        open_ones.append((landmark.level, entry, entry_at))
    return at


def _page(element: Element) -> int:
    for kid in element.kids:
        if isinstance(kid, Mark):
            return kid.page
    return 0
