"""A photograph from the school's phone: in by the keyboard, looked at, and inside the PDF."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ffd_desktop.app import fictional
from tests.builders.files import SECRETS, paper, photo
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker
from tests.tools import needs_tool


def add(walker: Walker, path: Path, data: bytes) -> None:
    """In the section: choose a file in the dialog."""
    path.write_bytes(data)
    walker.push("Choose files …")
    steps.choose_file(walker, path)


def test_a_photograph_is_added_looked_at_and_goes_inside_the_pdf(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "List attachments")
    add(walker, tmp_path / "Kit at the gate.jpg", photo(width=640, height=480))
    walker.reads("The file was added", "Photograph (JPEG)", "640 by 480 pixels")
    walker.push("Look at it").reads("Plus and minus").press(Key.Key_Plus)
    walker.press(Key.Key_Escape).stands_at("Look at it")
    walker.choose("Yes", about="Put a copy inside the PDF?")
    steps.is_saved(walker)
    add(walker, tmp_path / "Letter.pdf", paper("one", "two"))
    walker.reads("2 pages").push("Look at it").reads("Page 1 of 2").press(Key.Key_PageDown)
    walker.reads("Page 2 of 2").press(Key.Key_Escape)
    walker.push("Check").reads("Printing is never stopped")
    steps.save_pdf(walker, tmp_path / "made.pdf")
    tool = needs_tool("pdfdetach", package="poppler-utils")
    listed = subprocess.run([tool, "-list", tmp_path / "made.pdf"], capture_output=True, check=True)
    assert b"1 embedded files" in listed.stdout
    assert b"attachment-" in listed.stdout
    assert not any(secret in (tmp_path / "made.pdf").read_bytes() for secret in SECRETS)


def test_a_lock_closes_what_was_looked_at_and_keeps_it(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "List attachments")
    add(walker, tmp_path / "Kit.jpg", photo(width=640, height=480))
    add(walker, tmp_path / "Letter.pdf", paper("one", "two"))
    walker.reads("2 pages").push("Look at it").reads("Page 1 of 2")
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked").reads_no("Page 1 of 2")
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("It came as: Letter.pdf").reads_no("Page 1 of 2").stands_at("Look at it")
