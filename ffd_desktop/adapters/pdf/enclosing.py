"""Files inside a PDF: attached to the whole document, each with a neutral name and its title.

ISO 32000-1, 7.11.4; ISO 32000-2, 14.13 (associated files); ISO 14289-1, 7.11 (both names given).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.characters import shown

_ASSOCIATED: Final = "AF"
_NAMES: Final = "Names"
_KNOWN: Final = "__NoDefault__"


def enclose(pdf: PDFDocument, files: Sequence[Embedded]) -> None:
    """Put files into a PDF; their names are in order, as a name tree wants them."""
    if not files:
        return
    told = [(one.name, _told(pdf, one)) for one in sorted(files, key=lambda one: one.name)]
    leaves = [leaf for name, at in told for leaf in (PDFString(name), at)]
    names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(leaves)})})
    _say_in(pdf.Catalog, _NAMES, names)
    _say_in(pdf.Catalog, _ASSOCIATED, PDFArray([at for _, at in told]))


def _say_in(catalog: object, key: str, value: object) -> None:
    """Put an entry into the catalogue, which writes only those that it knows by name."""
    setattr(catalog, _KNOWN, sorted({*getattr(catalog, _KNOWN), key}))
    setattr(catalog, key, value)


def _name_of(media_type: str) -> str:
    """Write a type as a name of PDF, in which a stroke has to stand as its code."""
    first, _, second = media_type.partition("/")
    return f"{PDFName(first)}#2F{PDFName(second)[1:]}"


def _told(pdf: PDFDocument, one: Embedded) -> PDFObjectReference:
    kind = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": _name_of(one.media_type),
        "Params": PDFDictionary({"Size": len(one.data)}),
    }
    stream = pdf.Reference(PDFStream(PDFDictionary(kind), one.data, []))
    name = PDFString(one.name)
    return pdf.Reference(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": name,
                "UF": name,
                "Desc": PDFString(shown(one.title)),
                "EF": PDFDictionary({"F": stream, "UF": stream}),
                "AFRelationship": PDFName("Supplement"),
            }
        )
    )
