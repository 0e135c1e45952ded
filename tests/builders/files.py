"""Files to attach, made here: nobody's real photograph or paper."""

import hashlib
import io
import zipfile
import zlib
from functools import cache

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from reportlab.pdfgen.canvas import Canvas

from ffd_desktop.attachments.facts import FileFacts, MediaType
from ffd_desktop.drafting.files import PIECE, FileStore, KeptFile
from tests.builders.vaults import by


def kept(data: bytes, file_id: str = "file-1", name: str = "Kit Larkrise bruise.jpg") -> KeptFile:
    """Give what is known of some bytes."""
    digest = hashlib.sha256(data).hexdigest()
    return KeptFile(file_id, FileFacts(name, MediaType.JPEG, len(data), digest))


def bring_in(
    store: FileStore, referral_id: str, data: bytes, file_id: str = "file-1", *, second: int = 30
) -> KeptFile:
    """Take bytes into a store, piece by piece."""
    file, coming = kept(data, file_id), store.begin(referral_id)
    for at in range(0, len(data), PIECE):
        store.add(coming, data[at : at + PIECE])
    store.finish(coming, referral_id, file, by=by(second))
    return file


SECRETS = (b"zzplacezz", b"zzwordszz", b"zzthumbzz", b"zztrailzz", b"Nokia", b"zzxmpzz")


def photo(*, turn: int = 1, width: int = 64, height: int = 32) -> bytes:
    """Make a photograph that tells everything a telephone tells: place, device, words, more."""
    picture = Image.new("RGB", (width, height), (200, 30, 40))
    picture.paste((20, 40, 200), (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Nokia", turn
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 11.0, 3.0), 29: "zzplacezz"})
    made = io.BytesIO()
    picture.save(
        made,
        "JPEG",
        quality=90,
        exif=exif,
        comment=b"zzwordszz",
        icc_profile=profile(),
    )
    data = made.getvalue()
    xmp = b"http://ns.adobe.com/xap/1.0/\x00<x GPSLatitude='zzxmpzz'/>"
    extra = segment(0xE1, xmp) + segment(0xED, b"Photoshop 3.0\x00zzwordszz")
    extra += segment(0xE2, b"MPF\x00zzthumbzz") + segment(0xE0, b"JFXX\x00\x10zzthumbzz")
    return data[:2] + extra + data[2:] + b"zztrailzz" * 9


@cache
def profile() -> bytes:
    """Give a profile of colours; made once, for it holds the second at which it was made."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def segment(marker: int, body: bytes) -> bytes:
    """Give a segment of a JPEG."""
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def picture(*, turn: int = 1, width: int = 64, height: int = 32, said: str = "zzwordszz") -> bytes:
    """Make a PNG that tells place, words and more."""
    image = Image.new("RGB", (width, height), (200, 30, 40))
    image.paste((20, 40, 200), (0, 0, width // 2, height // 2))
    told = PngInfo()
    told.add_text("Comment", said)
    told.add_itxt("XML:com.adobe.xmp", "<x GPSLatitude='zzxmpzz'/>")
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Nokia", turn
    exif.get_ifd(0x8825).update({1: "N", 29: "zzplacezz"})
    made = io.BytesIO()
    image.save(made, "PNG", pnginfo=told, exif=exif)
    data = made.getvalue()
    return data[:33] + chunk(b"prVt", b"zzthumbzz") + data[33:] + b"zztrailzz"


def chunk(name: bytes, body: bytes) -> bytes:
    """Give a chunk of a PNG."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def paper(*pages: str, password: str = "") -> bytes:
    """Make a PDF with a page for each text."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), encrypt=password or None, invariant=1)
    for words in pages or ("A letter of the fictional school",):
        canvas.setFont("Helvetica", 24)
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = (
    "<w:p><w:r><w:t>It began</w:t></w:r><w:r><w:tab/><w:t>on Monday.</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>When</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>What</w:t></w:r></w:p><w:p><w:r><w:t>happened</w:t></w:r></w:p></w:tc>"
    "</w:tr></w:tbl><w:p/><w:p><w:r><w:t>It ended.</w:t></w:r></w:p>"
)


def document(
    body: str = BODY, *, types: str = _TYPES, packed: bool = True, **more: bytes | str
) -> bytes:
    """Make a DOCX of a body; further members by their names."""
    made = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(made, "w", how) as package:
        package.writestr("[Content_Types].xml", f"<Types><Override ContentType='{types}'/></Types>")
        package.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{_W}'><w:body>{body}</w:body></w:document>",
        )
        for name, data in more.items():
            package.writestr(name, data)
    return made.getvalue()
