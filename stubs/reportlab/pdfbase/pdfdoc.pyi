from collections.abc import Iterable, Mapping
from typing import Any

class PDFObject: ...

class PDFObjectReference(PDFObject):
    def format(self, document: PDFDocument) -> bytes: ...

class PDFDictionary(PDFObject):
    def __init__(self, dict: Mapping[str, object]) -> None: ...
    def __setitem__(self, name: str, value: object) -> None: ...
    def __getitem__(self, name: str) -> Any: ...
    def __contains__(self, name: str) -> bool: ...
    def format(self, document: PDFDocument) -> bytes: ...

class PDFArray(PDFObject):
    def __init__(self, sequence: Iterable[object]) -> None: ...
    def format(self, document: PDFDocument) -> bytes: ...

class PDFString(PDFObject):
    def __init__(self, s: str) -> None: ...
    def format(self, document: PDFDocument) -> bytes: ...

class PDFStream(PDFObject):
    dictionary: PDFDictionary
    def __init__(
        self, dictionary: PDFDictionary, content: bytes, filters: list[object]
    ) -> None: ...

def PDFName(data: str) -> str: ...

PDFZCompress: object

class PDFInfo(PDFObject):
    title: str
    author: str
    creator: str
    subject: str
    producer: str
    def __init__(self) -> None: ...
    def format(self, document: PDFDocument) -> bytes: ...
    def digest(self, signature: object) -> None: ...

class PDFCatalog(PDFObject):
    Metadata: object
    MarkInfo: object
    ViewerPreferences: object
    StructTreeRoot: object
    Outlines: object
    PageMode: object

class PDFDocument:
    Catalog: PDFCatalog
    Pages: PDFObject
    Outlines: object
    info: PDFInfo
    signature: object
    def __init__(
        self,
        *,
        invariant: int = ...,
        compression: int = ...,
        lang: str | None = ...,
        pdfVersion: tuple[int, int] = ...,
    ) -> None: ...
    def Reference(self, object: object, name: str | None = ...) -> PDFObjectReference: ...
    def addPage(self, page: PDFObject) -> None: ...
    def format(self) -> bytes | str: ...
