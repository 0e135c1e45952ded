"""Whole referrals as PDF: one front page, sound tags, honest pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pypdfium2
import pytest

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import Document
from ffd_desktop.referral.consent import Consent
from ffd_desktop.referral.model import Referral, Visiting
from tests.builders.referrals import bare, largest, small, typical
from tests.integration.pdf.reading import by_poppler
from tests.integration.pdf.validator import faults

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def paper(referral: Referral) -> Document:
    pack = bundled_pack(referral.council)
    form = pack.form(referral.form)
    findings = check(referral, form, pack, today=NOW.date())
    return compose(referral, form, pack=pack, findings=findings, now=NOW)


def grave() -> Referral:
    """A referral with every warning that the front page can hold."""
    whole = typical()
    return msgspec.structs.replace(
        whole,
        concern=msgspec.structs.replace(
            whole.concern, immediate_danger=True, danger_done="Kept in the office. " * 12
        ),
        consent=Consent(
            decision="not_sought",
            ground="risk_of_harm",
            reason="Asking would warn him. " * 40,
            keep_from="He must not learn where the grandmother lives.",
        ),
        visiting=Visiting(known_risk=True, details="A dog, loose in the yard."),
        judgement=msgspec.structs.replace(whole.judgement, reason="It gets worse. " * 60),
    )


def guarded() -> Referral:
    """A grave referral whose warnings take half of the page, for twelve children's words."""
    whole = grave()
    warning = "He must not learn of this, nor where she is. " * 7
    children = tuple(
        msgspec.structs.replace(one, where_now="In school, with a teacher, until somebody comes.")
        for one in whole.children
    )
    return msgspec.structs.replace(
        whole,
        children=children,
        consent=msgspec.structs.replace(whole.consent, keep_from=warning),
        visiting=Visiting(known_risk=True, details=warning, advice="Never alone. " * 8),
        wanted=msgspec.structs.replace(whole.wanted, asked="A visit today. " * 40),
    )


@pytest.mark.parametrize("build", [small, typical, largest, grave, guarded])
def test_the_front_page_is_one_page(build: Callable[[], Referral]) -> None:
    document = pypdfium2.PdfDocument(write_pdf(paper(build())).data)
    try:
        first, second = (document[number].get_textpage().get_text_bounded() for number in (0, 1))
    finally:
        document.close()
    assert "At the end of today" in first
    assert "At the end of today" not in second
    assert "Did you phone the Family Front Door" in " ".join(second.split())


@pytest.mark.parametrize(
    ("moment", "in_pdf"),
    [
        (NOW, "D:20261121140300+00'00'"),
        (datetime(2026, 6, 2, 9, 5, 7, tzinfo=SCHOOL_ZONE), "D:20260602090507+01'00'"),
        (NOW.astimezone(timezone(-timedelta(hours=3, minutes=30))), "D:20261121103300-03'30'"),
    ],
)
def test_the_file_says_when_it_was_made_and_the_same_outline_gives_the_same_bytes(
    moment: datetime, in_pdf: str
) -> None:
    assert paper(small()).moment == NOW
    made = msgspec.structs.replace(paper(small()), moment=moment)
    first = write_pdf(made).data
    assert first == write_pdf(made).data
    document = pypdfium2.PdfDocument(first)
    try:
        told = document.get_metadata_dict()
    finally:
        document.close()
    assert told["CreationDate"] == told["ModDate"] == in_pdf
    assert f"<xmp:CreateDate>{moment.isoformat()}</xmp:CreateDate>".encode() in first


def test_a_document_without_a_moment_makes_no_date_up() -> None:
    bare = msgspec.structs.replace(paper(small()), moment=None)
    assert b"CreationDate" not in write_pdf(bare).data
    assert b"CreateDate" not in write_pdf(bare).data


def test_no_warning_is_shortened_to_fit_the_front_page() -> None:
    document = pypdfium2.PdfDocument(write_pdf(paper(guarded())).data)
    try:
        first = " ".join(document[0].get_textpage().get_text_bounded().split())
    finally:
        document.close()
    assert first.count("He must not learn of this, nor where she is.") == 14
    assert first.count("Never alone.") == 8
    assert first.count("A visit today.") < 40


@pytest.mark.parametrize("build", [bare, small, typical, grave, guarded])
def test_a_whole_referral_is_tagged_as_the_standard_asks(build: Callable[[], Referral]) -> None:
    assert faults(write_pdf(paper(build())).data) == []


def test_each_page_of_an_unfinished_referral_says_draft() -> None:
    result = write_pdf(paper(bare()))
    assert by_poppler(result.data).count("DRAFT: not finished") == result.pages


def test_the_names_of_a_family_have_no_missing_letters() -> None:
    assert write_pdf(paper(largest())).missing_characters == ()
