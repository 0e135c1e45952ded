"""The section of attachments: bringing in, looking at, saving a copy, all without a temp file."""

from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.drafting.files import PIECE
from ffd_desktop.drafting.ports import DraftState
from tests.builders import referrals
from tests.builders.files import SECRETS, bring_in, document, paper, photo, picture
from tests.ui.draft_kit import show_screen
from ui.files import DeskFiles
from ui.screens.draft.attachments.page import AttachmentsPage

BARE = msgspec.structs.replace(referrals.small(), attachments=())


@pytest.fixture
def screen(qtbot):
    return show_screen(qtbot, BARE, section="attachments")


def page_of(screen) -> AttachmentsPage:
    page = screen.middle.page
    assert isinstance(page, AttachmentsPage)
    return page


def chosen(screen, *paths: Path) -> None:
    page = page_of(screen)
    page.choose.click()
    page.dialog.filesSelected.emit([str(path) for path in paths])
    page.dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen, 5000)


def added(screen, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    chosen(screen, path)
    screen.lane.run()
    QApplication.processEvents()


def strip_of(screen):
    page = page_of(screen)
    return page._strips[page.open_item()]


def looked_at(screen):
    strip_of(screen).look.click()
    screen.lane.run()
    QApplication.processEvents()
    return page_of(screen).viewer


def test_a_chosen_file_is_in_the_vault_and_named_in_the_draft(screen, tmp_path) -> None:
    added(screen, tmp_path, "Letter of the nurse.pdf", paper("one", "two"))
    (made,) = screen.presenter.referral.attachments
    assert (made.title, made.pages, made.media_type) == (
        "Letter of the nurse",
        2,
        "application/pdf",
    )
    pieces = screen.desk.files.pieces(BARE.id, made.file)
    assert b"".join(pieces) == paper("one", "two")
    assert screen.desk.kept.attachments == (made,)
    assert "PDF · 1 kB · 2 pages" in page_of(screen).cards[made.id].head.summary.note
    assert strip_of(screen).about.text().startswith("PDF")
    assert page_of(screen).working.isHidden()


def test_what_cannot_come_in_is_told_on_the_page_and_the_others_come_in(screen, tmp_path) -> None:
    paths = [tmp_path / name for name in ("a.jpg", "b.jpg", "c.jpg")]
    for path, data in zip(paths, (b"\0\0\0\x18ftypheic", photo(), b"GIF89a"), strict=True):
        path.write_bytes(data)
    chosen(screen, *paths)
    screen.lane.run()
    assert [one.title for one in screen.presenter.referral.attachments] == ["b"]
    said = page_of(screen).problem.spoken()
    assert "Apple" in said
    assert "GIF" in said


def test_undo_takes_an_attachment_out_and_redo_brings_it_back_with_its_file(
    screen, tmp_path
) -> None:
    added(screen, tmp_path, "x.png", picture())
    (made,) = screen.presenter.referral.attachments
    screen.presenter.undo()
    assert screen.presenter.referral.attachments == ()
    screen.presenter.redo()
    assert screen.presenter.referral.attachments == (made,)
    assert looked_at(screen).isVisible()


def test_a_save_waits_for_one_piece_and_not_for_the_file(screen, tmp_path) -> None:
    path = tmp_path / "big.png"
    path.write_bytes(picture(width=900, height=700).replace(b"zztrailzz", bytes(PIECE * 5)))
    chosen(screen, path)
    lane, order = screen.lane, []
    job, done, _ = lane.jobs.pop(0)
    done(job())
    screen.presenter.edited("concern.what_happened", "A word that must not wait.")
    screen.presenter.saver.save_now()
    while lane.jobs:
        job, done, _ = lane.jobs.pop(0)
        order.append(len(screen.desk.batches))
        done(job())
    assert order[1:3] == [0, 1]
    assert len(order) > 5


def test_stopping_leaves_nothing_of_the_file(screen, tmp_path) -> None:
    path = tmp_path / "big.png"
    path.write_bytes(picture() + bytes(PIECE * 5))
    chosen(screen, path)
    for _ in range(3):
        job, done, _ = screen.lane.jobs.pop(0)
        done(job())
    page_of(screen).working.stop.click()
    screen.lane.run()
    assert screen.presenter.referral.attachments == ()
    assert screen.desk.files.of(BARE.id) == ()
    assert page_of(screen).working.isHidden()


def test_leaving_stops_a_file_and_loses_no_word(screen, tmp_path) -> None:
    path = tmp_path / "big.png"
    path.write_bytes(picture() + bytes(PIECE * 5))
    chosen(screen, path)
    screen.presenter.edited("concern.what_happened", "Said at the gate.")
    left: list[bool] = []
    screen.leave(lambda: left.append(True))
    screen.lane.run()
    assert left
    assert screen.desk.kept.concern.what_happened == "Said at the gate."
    assert screen.desk.files.of(BARE.id) == ()


def test_what_a_lock_stopped_is_said_after_it(qtbot, screen, tmp_path) -> None:
    path = tmp_path / "big.png"
    path.write_bytes(picture() + bytes(PIECE * 5))
    chosen(screen, path)
    assert screen.half_typed() == {}
    screen.leave(lambda: None)
    kept = screen.half_typed()
    screen.lane.run()
    again = show_screen(qtbot, BARE, section="attachments")
    again.put_back(kept)
    assert "Add the file again" in page_of(again).problem.spoken()


def test_a_file_goes_on_coming_in_while_another_section_is_shown(screen, tmp_path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(picture())
    chosen(screen, path)
    screen.show_section(screen.presenter.form.sections[0].key)
    screen.lane.run()
    assert len(screen.presenter.referral.attachments) == 1


def test_a_pasted_picture_comes_in_as_png(screen) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    page_of(screen).paste.click()
    screen.lane.run()
    (made,) = screen.presenter.referral.attachments
    assert (made.media_type, made.width, made.height) == ("image/png", 40, 30)


def test_nothing_to_paste_is_said(screen) -> None:
    QGuiApplication.clipboard().setText("only words")
    page = page_of(screen)
    page.choose.setFocus()
    QTest.keyClick(page.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "no picture" in page.problem.spoken()


def test_dropped_files_come_in_and_other_things_are_not_taken(screen, tmp_path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(picture())
    page, mime, words = page_of(screen), QMimeData(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    words.setText("only words")
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for held, taken in ((mime, True), (words, False)):
        enters = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, held, buttons, none)
        enters.ignore()
        page.dragEnterEvent(enters)
        assert enters.isAccepted() is taken
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, none))
    screen.lane.run()
    assert len(screen.presenter.referral.attachments) == 1


def test_a_pdf_is_looked_at_page_by_page_by_keyboard(screen, tmp_path) -> None:
    added(screen, tmp_path, "x.pdf", paper("one", "two"))
    viewer = looked_at(screen)
    assert viewer.view.hasFocus()
    assert viewer.at.text() == "Page 1 of 2"
    first = viewer.sheet.pixmap().toImage()
    QTest.keyClick(viewer.view, Qt.Key.Key_PageDown)
    screen.lane.run()
    assert viewer.at.text() == "Page 2 of 2"
    assert viewer.sheet.pixmap().toImage() != first
    width = viewer.sheet.pixmap().width()
    QTest.keyClick(viewer.view, Qt.Key.Key_Plus)
    screen.lane.run()
    assert viewer.sheet.pixmap().width() > width
    QTest.keyClick(viewer.view, Qt.Key.Key_Escape)
    assert viewer.isHidden()
    assert viewer._data == b""
    assert viewer.sheet.pixmap().isNull()
    assert strip_of(screen).look.hasFocus()


def test_the_words_of_a_document_are_shown_and_that_they_are_the_words_only(
    screen, tmp_path
) -> None:
    added(screen, tmp_path, "x.docx", document())
    viewer = looked_at(screen)
    assert viewer.text.toPlainText() == "It began\ton Monday.\nWhen | What happened\n\nIt ended."
    assert viewer.text.isReadOnly()
    assert viewer.hint.text().startswith("The words only")


def test_a_document_that_asks_for_something_from_elsewhere_is_told_of(screen, tmp_path) -> None:
    ties = "<R><Relationship Type='x/image' Target='http://x' TargetMode='External'/></R>"
    more = {"word/_rels/document.xml.rels": ties}
    added(screen, tmp_path, "x.docx", document(**more))
    assert "asks for something from elsewhere" in screen.done.heading.text()


def test_a_file_of_the_vault_that_was_spoilt_is_not_shown(screen, tmp_path) -> None:
    added(screen, tmp_path, "x.png", picture())
    (made,) = screen.presenter.referral.attachments
    screen.presenter.edited(f"attachments[{made.id}].digest", "0" * 64)
    viewer = looked_at(screen)
    assert viewer.isHidden()
    assert "not what came in" in page_of(screen).problem.spoken()


def test_a_saved_copy_tells_nothing_and_says_what_was_taken_out(screen, tmp_path) -> None:
    added(screen, tmp_path, "Kit at the gate.jpg", photo())
    strip_of(screen).save.click()
    page = page_of(screen)
    (name,) = page.dialog.selectedFiles()
    assert Path(name).name == f"{BARE.reference}-attachment-1.jpg"
    page.dialog.fileSelected.emit(str(tmp_path / "copy.jpg"))
    page.dialog.close()
    screen.lane.run()
    assert not any(secret in (tmp_path / "copy.jpg").read_bytes() for secret in SECRETS)
    assert "Taken out of the copy: place" in page.problem.spoken()


def test_a_saved_pdf_is_said_to_be_as_it_came(screen, tmp_path) -> None:
    added(screen, tmp_path, "x.pdf", paper())
    strip_of(screen).save.click()
    page = page_of(screen)
    page.dialog.fileSelected.emit(str(tmp_path / "copy.pdf"))
    page.dialog.close()
    screen.lane.run()
    assert (tmp_path / "copy.pdf").read_bytes() == paper()
    assert "as it came" in page.problem.spoken()


def test_a_file_is_added_to_what_was_only_named(screen, tmp_path) -> None:
    page = page_of(screen)
    page.add.click()
    (named,) = screen.presenter.referral.attachments
    assert strip_of(screen).about.text().startswith("Named only")
    screen.presenter.edited(f"attachments[{named.id}].title", "The health plan")
    strip_of(screen).choose.click()
    (tmp_path / "plan.pdf").write_bytes(paper())
    page.dialog.filesSelected.emit([str(tmp_path / "plan.pdf")])
    page.dialog.close()
    screen.lane.run()
    (made,) = screen.presenter.referral.attachments
    assert (made.id, made.title, made.pages) == (named.id, "The health plan", 1)
    assert strip_of(screen).about.text().startswith("PDF")
    screen.presenter.undo()
    assert strip_of(screen).about.text().startswith("Named only")


def test_an_attachment_that_is_taken_out_is_looked_at_no_more(screen, tmp_path) -> None:
    added(screen, tmp_path, "x.png", picture())
    viewer = looked_at(screen)
    screen.presenter.undo()
    assert viewer.isHidden()
    assert viewer._data == b""


def test_a_file_that_a_kill_left_without_a_name_is_named_at_the_next_opening(qtbot) -> None:
    screen = show_screen(qtbot, BARE, section="attachments")
    file = bring_in(screen.desk.files, BARE.id, photo(), "f1")
    assert screen.desk.files.unnamed(BARE.id) == (file,)
    again = show_screen(qtbot, BARE, section="attachments", unnamed=(file,))
    assert [one.file for one in again.presenter.referral.attachments] == ["f1"]


def test_a_sealed_referral_takes_no_file_and_shows_those_it_has(qtbot, tmp_path) -> None:
    screen = show_screen(qtbot, BARE, section="attachments")
    added(screen, tmp_path, "x.png", picture())
    sealed = show_screen(qtbot, screen.desk.kept, section="attachments", state=DraftState.SEALED)
    page = page_of(sealed)
    assert page.drop.isHidden()
    assert not page.acceptDrops()
    assert strip_of(sealed).look.isVisible()


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["image/jpeg", "image/png"])
def test_a_picture_is_shown_as_it_is_to_be_looked_at(kind, turn, tmp_path) -> None:
    data = photo(turn=turn) if kind == "image/jpeg" else picture(turn=turn)
    shown = DeskFiles(None).page(kind, data, 0, 999)
    wanted = ImageOps.exif_transpose(Image.open(_stream(picture(turn=turn))))
    assert (shown.width(), shown.height()) == wanted.size
    for x, y in ((4, 4), (wanted.width - 4, 4), (4, wanted.height - 4)):
        red, _, blue = wanted.convert("RGB").getpixel((x, y))
        seen = shown.pixelColor(x, y)
        assert (seen.red() > seen.blue()) is (red > blue), (x, y)


def test_a_wide_picture_is_unpacked_no_wider_than_it_is_shown() -> None:
    data = picture(width=2000, height=100)
    assert DeskFiles(None).page("image/png", data, 0, 400).width() == 400


def _stream(data: bytes):
    import io

    return io.BytesIO(data)
