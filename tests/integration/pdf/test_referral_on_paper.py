"""Whole referrals as PDF: one front page, sound tags, honest pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pypdfium2
import pytest

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
