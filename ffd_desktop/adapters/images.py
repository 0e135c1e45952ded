"""Pictures of somebody else's making, by Pillow: whether they are whole, and turned upright.

SECURITY: only two formats are ever tried, and only after their size was read and found bearable
(``MOST_PIXELS``), so nothing is unpacked that would fill the memory; and what is given here was
cleaned before, so that Pillow reads no block of Exif, XMP or the like.
"""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageFile, JpegImagePlugin

from ffd_desktop.attachments import trouble
from ffd_desktop.attachments.facts import MediaType

_SMALLER: Final = 8
_BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    ArithmeticError,
    MemoryError,
    Image.DecompressionBombError,
)
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def demand_whole_jpeg(data: bytes) -> None:
    """Unpack a photograph at an eighth of its size, which reads every byte of it.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    try:
        with _opened(data, MediaType.JPEG) as picture:
            picture.draft("RGB", (picture.width // _SMALLER, picture.height // _SMALLER))
            picture.load()
    except _BROKEN:
        raise trouble.broken("picture") from None


def turned(data: bytes, media_type: MediaType, turn: int) -> bytes:
    """Give a picture that stands upright by itself; Exif's ``turn`` says how it lies.

    A PNG loses nothing. A JPEG is packed again with the tables of the first, so that the least is
    lost that can be.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    if turn not in _UPRIGHT:
        return data
    made = io.BytesIO()
    try:
        with _opened(data, media_type) as picture:
            upright = picture.transpose(_UPRIGHT[turn])
            profile = picture.info.get("icc_profile")
            if media_type is MediaType.JPEG:
                upright.save(
                    made,
                    "JPEG",
                    qtables=getattr(picture, "quantization", None),
                    subsampling=_sampling(picture),
                    icc_profile=profile,
                )
            else:
                upright.save(made, "PNG", icc_profile=profile)
    except _BROKEN:
        raise trouble.broken("picture") from None
    return made.getvalue()


def _sampling(picture: ImageFile.ImageFile) -> int:
    found = JpegImagePlugin.get_sampling(picture)
    return found if found >= 0 else 0


def _opened(data: bytes, media_type: MediaType) -> ImageFile.ImageFile:
    name = "JPEG" if media_type is MediaType.JPEG else "PNG"
    return Image.open(io.BytesIO(data), formats=(name,))
