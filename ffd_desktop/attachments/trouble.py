"""Why a file does not come in, and what to do instead. Names no file: its name may name a child."""

from __future__ import annotations

from typing import Final

from ffd_desktop.problems import ProblemForPerson

MOST_BYTES: Final = 25_000_000
MOST_PIXELS: Final = 60_000_000
_NOT_ADDED: Final = "It was not added."
_AS_PDF: Final = (
    "Save it as PDF (in most programs: Print, then \u201cSave as PDF\u201d) and add that."
)
_AS_JPEG: Final = "Save it as JPEG or PNG and add that."

OTHERS: Final[dict[str, tuple[str, str]]] = {
    "heic": (
        "This is a photograph in Apple\u2019s format (HEIC), which many programs cannot open.",
        (
            "On the phone, send it again as \u201cMost compatible\u201d, or save it as JPEG, "
            "and add that."
        ),
    ),
    "avif": ("This is a picture in the format AVIF, which few programs open.", _AS_JPEG),
    "webp": ("This is a picture in the format WebP, which is made for web pages.", _AS_JPEG),
    "gif": ("This is a picture in the format GIF.", _AS_JPEG),
    "tiff": ("This is a picture in the format TIFF.", _AS_JPEG),
    "bmp": ("This is a picture in the format BMP.", _AS_JPEG),
    "svg": ("This is a drawing in the format SVG.", _AS_PDF),
    "office": (
        "This is a document of an older Office, or one that is locked by a password.",
        "Open it, take the password off if it has one, save it as DOCX or PDF, and add that.",
    ),
    "sheet": ("This is a spreadsheet.", _AS_PDF),
    "slides": ("This is a presentation.", _AS_PDF),
    "opendocument": ("This is a document in the format OpenDocument.", _AS_PDF),
    "rtf": ("This is a document in the format RTF.", _AS_PDF),
    "zip": (
        "This is a packed folder (ZIP).",
        "Unpack it and add the documents and pictures that are in it one by one.",
    ),
    "film": (
        "This is a film or a sound recording, and those do not fit into a referral.",
        "Keep it where the school keeps its records, and name it here without its file.",
    ),
    "program": ("This is a program, not a document.", "Delete it unless you know what it is."),
    "mail": ("This is an e-mail.", _AS_PDF),
    "text": ("This is plain text.", "Paste its words into the referral, or save it as PDF."),
    "unknown": (
        "This is not a document or picture that this program knows.",
        "PDF, DOCX, JPEG and PNG can be added. " + _AS_PDF,
    ),
}


def another_kind(kind: str) -> ProblemForPerson:
    """It is something else than what comes in; ``kind`` is a key of ``OTHERS``."""
    what, next_step = OTHERS[kind]
    return ProblemForPerson(f"{what} {_NOT_ADDED}", next_step, f"file_kind_{kind}")


def too_big() -> ProblemForPerson:
    """More bytes than one file may have."""
    return ProblemForPerson(
        f"The file is larger than {MOST_BYTES // 1_000_000} MB. {_NOT_ADDED}",
        "Send a smaller copy: fewer pages, or a photograph at a smaller size. Or name it here "
        "without its file and say how it will be sent.",
        "file_too_big",
    )


def empty() -> ProblemForPerson:
    """No byte in it."""
    return ProblemForPerson(
        f"The file is empty. {_NOT_ADDED}",
        "Look whether it was saved or downloaded to its end, and add it again.",
        "file_empty",
    )


def too_many_pixels(width: int, height: int) -> ProblemForPerson:
    """A picture that would fill the memory."""
    return ProblemForPerson(
        f"The picture says that it is {width:,} by {height:,} pixels, which is more than this "
        f"program opens ({MOST_PIXELS // 1_000_000} million altogether). {_NOT_ADDED}",
        "Save it at a smaller size and add that.",
        "file_too_many_pixels",
    )


def broken(what: str) -> ProblemForPerson:
    """It begins as it should and then does not go on so; ``what`` is "PDF", "picture" ..."""
    return ProblemForPerson(
        f"The {what} is broken: it cannot be read to its end. {_NOT_ADDED}",
        "Look whether it opens elsewhere; save or download it once more, and add that.",
        "file_broken",
    )


def pdf_locked() -> ProblemForPerson:
    """A PDF that asks for a password."""
    return ProblemForPerson(
        f"The PDF is locked by a password. {_NOT_ADDED}",
        "Open it with its password, print it to a new PDF, and add that.",
        "file_locked",
    )


def macros() -> ProblemForPerson:
    """A document with programs in it."""
    return ProblemForPerson(
        f"The document holds macros, which are small programs. {_NOT_ADDED}",
        "Save it as PDF, or as DOCX (without macros), and add that.",
        "file_macros",
    )


def hostile() -> ProblemForPerson:
    """A document that is packed as no program would pack one."""
    return ProblemForPerson(
        f"The document is packed in a way that could harm whoever opens it. {_NOT_ADDED}",
        "Do not open it elsewhere. Ask whoever sent it for a PDF.",
        "file_hostile",
    )


def too_much_inside(most: int) -> ProblemForPerson:
    """More than one PDF should hold."""
    return ProblemForPerson(
        f"The files that are to go inside the PDF come to more than {most // 1_000_000} MB, which "
        "many mailboxes and portals refuse. Nothing was written.",
        "Answer \u201cPut a copy inside the PDF?\u201d with No for some of them, and send those "
        "on their own.",
        "too_much_inside",
    )


def not_shown() -> ProblemForPerson:
    """It came in and cannot be drawn all the same."""
    return ProblemForPerson(
        "This page cannot be shown here. The file is in the vault as it came.",
        "Save a copy of it and open that with another program.",
        "file_not_shown",
    )
