"""A small check of PDF/UA-1 (ISO 14289-1): what it finds wrong, in words.

Reads the finished file with another library than the one that wrote it. Covers the conditions of
the Matterhorn Protocol that a text document of ours can meet or miss: 01 (content marked), 06
(metadata), 07 (title shown), 09 and 14 (structure), 13 (figures), 15 (tables), 16 (lists),
28 (tab order), 31 (fonts).
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pikepdf

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}
KINDS = {
    "/Document", "/Sect", "/Div", "/H1", "/H2", "/H3", "/P", "/BlockQuote", "/L", "/LI", "/Lbl",
    "/LBody", "/Table", "/Caption", "/TR", "/TH", "/TD", "/Figure",
}  # fmt: skip


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a PDF's tagging; nothing when all is well."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [*_file(pdf), *_fonts(pdf), *_Structure(pdf).faults()]


def _file(pdf: pikepdf.Pdf) -> list[str]:
    root, found = pdf.Root, []
    if str(root.get("/Lang", "")) != "en-GB":
        found.append("no language")
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        found.append("not marked as tagged")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        found.append("title not shown")
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            found.append("no pdfuaid")
        if metadata.get("dc:title") != str(pdf.docinfo.get("/Title", "")):
            found.append("two titles")
    for number, page in enumerate(pdf.pages):
        if page.get("/Tabs") != "/S":
            found.append(f"page {number}: tab order")
    return found


def _fonts(pdf: pikepdf.Pdf) -> list[str]:
    found = []
    for name, font in pdf.pages[0].Resources.get("/Font", {}).items():
        inner = font.DescendantFonts[0]
        if "/ToUnicode" not in font:
            found.append(f"{name}: no map to characters")
        if "/FontFile2" not in inner.FontDescriptor:
            found.append(f"{name}: not embedded")
        if inner.get("/CIDToGIDMap") is None:
            found.append(f"{name}: no glyph map")
    return found


class _Structure:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._found: list[str] = []
        self._in_tree: Counter[tuple[int, int]] = Counter()
        self._owners: dict[tuple[int, int], tuple[int, int]] = {}
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self._level = 0

    def faults(self) -> list[str]:
        top = self._pdf.Root.StructTreeRoot
        self._element(top.K, top)
        on_pages = [
            (number, mark) for number in range(len(self._pdf.pages)) for mark in self._page(number)
        ]
        if len(on_pages) != len(set(on_pages)):
            self._found.append("a mark is used twice on a page")
        if Counter(on_pages) != self._in_tree:
            self._found.append("marks on pages and in the tree differ")
        self._parents(top.ParentTree, set(on_pages))
        return self._found

    def _parents(self, tree: pikepdf.Object, on_pages: set[tuple[int, int]]) -> None:
        numbers = list(tree.Nums)
        held = {}
        for key, owners in zip(numbers[::2], numbers[1::2], strict=True):
            for mark, owner in enumerate(owners):
                held[int(key), mark] = owner.objgen
        by_page = {
            (number, mark): (int(self._pdf.pages[number].StructParents), mark)
            for number, mark in on_pages
        }
        if set(held) != set(by_page.values()):
            self._found.append("the parent tree does not hold each mark once")
        for place, key in by_page.items():
            if held.get(key) != self._owners.get(place):
                self._found.append(f"the parent tree names the wrong owner of {place}")

    def _element(self, element: pikepdf.Object, parent: pikepdf.Object) -> None:
        kind = str(element.S)
        if kind not in KINDS:
            self._found.append(f"{kind} is not a standard type")
        if element.P.objgen != parent.objgen:
            self._found.append(f"{kind} names another parent")
        kids = [kid for kid in element.K if kid.get("/Type") != "/MCR"]
        self._shape(kind, element, [str(kid.S) for kid in kids])
        for kid in element.K:
            if kid.get("/Type") == "/MCR":
                place = (self._pages[kid.Pg.objgen], int(kid.MCID))
                self._in_tree[place] += 1
                self._owners[place] = element.objgen
            else:
                self._element(kid, element)

    def _shape(self, kind: str, element: pikepdf.Object, kids: list[str]) -> None:
        rows = [kid for kid in element.K if kid.get("/S") == "/TR"]
        wrong = {
            "a figure has no words": kind == "/Figure" and not str(element.get("/Alt", "")),
            "a figure has no box": kind == "/Figure" and not _has(element, "/BBox"),
            "a header cell has no scope": kind == "/TH" and not _has(element, "/Scope"),
            "rows differ in length": kind == "/Table" and len({len(r.K) for r in rows}) > 1,
            "a table holds other than rows": kind == "/Table" and set(kids) - {"/Caption", "/TR"},
            "a row holds other than cells": kind == "/TR" and set(kids) - {"/TH", "/TD"},
            "a list holds other than items": kind == "/L" and set(kids) != {"/LI"},
            "an item is not label and body": kind == "/LI" and kids != ["/Lbl", "/LBody"],
        }
        self._found += [what for what, is_wrong in wrong.items() if is_wrong]
        if kind[:2] == "/H":
            level = int(kind[2:])
            if level > self._level + 1:
                self._found.append("a heading level is left out")
            self._level = level

    def _page(self, number: int) -> list[int]:
        marks: list[int] = []
        stack: list[str] = []
        in_text = False
        for operands, operator in pikepdf.parse_content_stream(self._pdf.pages[number]):
            name = str(operator)
            if name in ("BT", "ET"):
                in_text = name == "BT"
            if name == "BDC":
                marks += self._opened(operands, stack)
            elif name == "EMC":
                stack.pop()
            elif name in PAINTING and not stack:
                self._found.append(f"page {number}: {name} outside marked content")
            if name in ("BDC", "EMC") and in_text:
                self._found.append(f"page {number}: marked content across a text object")
        if stack:
            self._found.append(f"page {number}: marked content left open")
        return marks

    def _opened(self, operands: list[pikepdf.Object], stack: list[str]) -> list[int]:
        mark = operands[1].get("/MCID")
        if stack:
            self._found.append("marked content inside marked content")
        if mark is None and str(operands[0]) != "/Artifact":
            self._found.append("neither content nor artifact")
        stack.append(str(operands[0]))
        return [] if mark is None else [int(mark)]


def _has(element: pikepdf.Object, attribute: str) -> bool:
    return any(attribute in each for each in element.get("/A", []))
