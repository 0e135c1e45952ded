"""A sealed paper bears its seal and says DRAFT nowhere; an addendum names what it belongs to."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.addendum_paper import addendum_paper
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import bare, largest, typical
from tests.integration.pdf.reading import by_page

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
DIGEST = "0123456789abcdef" * 4
SEAL = Seal(by="Rhiannon Tanglewood", at=NOW, digest=DIGEST)
WHOLE = " ".join(["0123 4567 89ab cdef"] * 4)
OTHER = Seal(by="Idris Calloway", at=NOW, digest="f" * 64)


def paper(referral: Referral, seal: Seal | None = SEAL, **more: object) -> Document:
    found = check(referral, FORM, PACK, today=NOW.date())
    return compose(referral, FORM, pack=PACK, findings=found, now=NOW, seal=seal, **more)


def test_an_unfinished_referral_is_no_draft_once_it_is_sealed() -> None:
    assert paper(bare(), None).draft
    assert not paper(bare()).draft
    assert "DRAFT" not in write_text(paper(bare()))


def test_the_digest_stands_whole_on_the_front_page_and_begins_on_every_page() -> None:
    pages = by_page(write_pdf(paper(largest())).data)
    assert len(pages) > 100
    front = " ".join(pages[0].split())
    assert WHOLE in front
    assert "Sealed by Rhiannon Tanglewood on 21 November 2026 at 14:03." in front
    for page in pages:
        words = " ".join(page.split())
        assert "SHA-256 0123 4567 89ab cdef" in words
        assert "Sealed on 21 November 2026 at 14:03." in words


def test_a_draft_bears_no_digest() -> None:
    assert "SHA-256 0123" not in write_text(paper(typical(), None))
    assert paper(typical(), None).fingerprint == ""


def test_the_digest_can_be_read_out_from_the_files_properties() -> None:
    with pikepdf.open(BytesIO(write_pdf(paper(bare())).data)) as pdf:
        assert "SHA-256 0123 4567 89ab cdef" in str(pdf.docinfo["/Keywords"])


def test_copies_that_go_with_it_are_named_with_their_own_digest() -> None:
    item = {"id": "t1", "title": "A drawing", "file": "f1", "media_type": "image/png"}
    told = replay(bare(), [put("attachments[t1]", {**item, "digest": "a" * 64})])
    words = " ".join(write_text(paper(told, beside={"t1": "b" * 64})).split())
    assert "Goes with this paper, as" in words.replace("- ", "-") or "Goes with" in words
    assert "bbbb bbbb bbbb" in words
    assert "aaaa aaaa aaaa" not in words


def test_an_addendum_says_what_it_belongs_to_and_its_own_words() -> None:
    shaped = addendum_paper(
        typical(), "It was Tuesday.", place=2, pack=PACK, seal=OTHER, corrects=SEAL
    )
    words = " ".join(by_page(write_pdf(shaped).data)[0].split())
    assert "It was Tuesday." in words
    assert WHOLE in words
    assert "SHA-256 ffff ffff ffff ffff" in words
    assert typical().referred_children()[0].name in words
    assert typical().referred_children()[0].name not in shaped.title
    assert shaped.reference == f"{typical().reference}, addendum 2"
    assert not shaped.draft


def test_an_addendum_of_many_pages_bears_its_digest_on_each() -> None:
    text = "A sentence that was forgotten. " * 2000
    shaped = addendum_paper(typical(), text, place=1, pack=PACK, seal=OTHER, corrects=SEAL)
    pages = by_page(write_pdf(shaped).data)
    assert len(pages) > 5
    assert all("SHA-256 ffff ffff ffff ffff" in page for page in pages)
