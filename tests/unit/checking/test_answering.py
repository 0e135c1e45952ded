"""A reason answers a finding as it stands: kept with its sentence, taken back, never for a must."""

from __future__ import annotations

import pytest

from ffd_desktop.checking import findings as families
from ffd_desktop.checking.answering import answering, reply_to, taking_back
from ffd_desktop.checking.finding import Finding, Grade
from ffd_desktop.checking.findings import Looked, look_over
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.indicators import replies
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import TODAY, bare, small

PACK = bundled_pack("worcestershire")
WHAT = "concern.what_happened"
WORDS = "The EHA was closed."


def look(referral: Referral) -> Looked:
    return look_over(referral, PACK.form("csc"), PACK, today=TODAY)


def the_finding(referral: Referral) -> Finding:
    (one,) = (one for one in look(referral).findings if one.rule == "clarity.abbreviation")
    return one


@pytest.fixture
def written() -> Referral:
    return replay(small(), [Edit(WHAT, WORDS)])


@pytest.fixture
def answered(written: Referral) -> Referral:
    return replay(written, [answering(the_finding(written), "It is known here.", ())])


def test_an_answered_finding_is_said_no_more_and_kept_with_its_reason(answered: Referral) -> None:
    looked = look(answered)
    assert "clarity.abbreviation" not in {one.rule for one in looked.findings}
    (one,) = looked.answered
    assert (one.finding.rule, one.reply.reason) == ("clarity.abbreviation", "It is known here.")
    assert one.reply.said == one.finding.what


def test_a_sentence_that_changes_speaks_again(answered: Referral) -> None:
    moved = replay(answered, [Edit(WHAT, "A TAF met.")])
    assert look(moved).answered == ()
    assert the_finding(moved).about == "TAF"
    assert look(replay(moved, [Edit(WHAT, WORDS)])).answered != ()


def test_a_reason_taken_back_lets_it_speak_again(written: Referral, answered: Referral) -> None:
    (one,) = look(answered).answered
    assert replay(answered, [taking_back(one.reply)]) == written


def test_a_second_reason_takes_the_place_of_the_first(
    written: Referral, answered: Referral
) -> None:
    finding = the_finding(written)
    again = replay(answered, [answering(finding, "Better.", answered.replies)])
    assert [one.reason for one in again.replies] == ["Better."]
    assert reply_to(finding, again.replies) == again.replies[0]


def test_only_what_is_marked_as_printed_is_printed_or_sent(answered: Referral) -> None:
    spoken = {"rule": "guidance.built_up", "said": "It grew.", "reason": "It did."}
    both = replay(answered, [Edit("replies[g]", spoken)])
    printed = list(replies(Wording(both, PACK, TODAY)))
    assert [one.label for one in printed if hasattr(one, "label")] == ["It grew."]
    assert [one.reason for one in as_sent(both).replies] == ["It did."]


def test_no_reason_makes_a_must_or_a_plain_gap_of_an_answer_go_away() -> None:
    found = [*look(bare()).findings, *look(small()).findings]
    assert found
    assert families.FAMILIES
    for one in found:
        if one.grade is Grade.MUST or one.rule.startswith("needed."):
            assert not one.answerable, one.rule


def test_a_reply_to_a_finding_that_takes_none_changes_nothing() -> None:
    must = next(one for one in look(bare()).findings if one.grade is Grade.MUST)
    forced = replay(bare(), [answering(must, "Because.", ())])
    assert must in look(forced).findings
    assert look(forced).answered == ()
