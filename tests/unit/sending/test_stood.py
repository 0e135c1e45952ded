"""What was found is kept with what was sealed: open, or answered with the reason."""

from datetime import date

from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.sending.stood import findings_as_they_stand
from tests.builders.referrals import bare
from tests.unit.checking.test_guidance import marked

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
WALSALL = bundled_pack("walsall")
MARF = WALSALL.form("marf")
DAY = date(2026, 11, 21)


def test_every_finding_is_kept_as_it_stands() -> None:
    found = check(bare(), FORM, PACK, today=DAY)
    stood = findings_as_they_stand(bare(), FORM, PACK, today=DAY)
    assert [(one.rule, one.grade, one.path, one.what) for one in stood] == [
        (one.rule, one.grade, one.path, one.what) for one in found
    ]
    assert not any(one.answered or one.reason for one in stood)


def test_one_that_was_answered_is_kept_with_its_reason() -> None:
    referral = marked("4c-health-9", "4c-social-6", level="3")
    speaks = next(one for one in check(referral, MARF, WALSALL, today=DAY) if one.answerable)
    reply = {"id": "y1", "rule": speaks.rule, "path": speaks.path, "said": speaks.what}
    answered = replay(referral, [put("replies[y1]", {**reply, "reason": "Seen, and weighed."})])
    stood = findings_as_they_stand(answered, MARF, WALSALL, today=DAY)
    (one,) = [one for one in stood if (one.rule, one.path) == (speaks.rule, speaks.path)]
    assert (one.answered, one.reason) == (True, "Seen, and weighed.")
    unheard = replay(answered, [put("replies[y1].said", "Something else.")])
    (one,) = [
        one
        for one in findings_as_they_stand(unheard, MARF, WALSALL, today=DAY)
        if (one.rule, one.path) == (speaks.rule, speaks.path)
    ]
    assert (one.answered, one.reason) == (False, "")
