"""Words to paste: they say what is waited for and name no child."""

from __future__ import annotations

import msgspec

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.following.chasing import case_text, chase_text
from ffd_desktop.following.due import all_due
from ffd_desktop.referral.after import After, Challenge, Chase
from ffd_desktop.referral.model import Referral
from tests.builders import referrals
from tests.unit.following.test_due import day

PACK = bundled_pack("worcestershire")


def sent(after: After) -> Referral:
    return msgspec.structs.replace(referrals.typical(), after=after)


AFTER = After(
    sent_on=day("4 January 2027"),
    council_reference="MZ-4471",
    chases=(Chase("k", when=day("6 January 2027 10:15"), who="Duty desk", what="No answer yet"),),
)


def test_a_chase_says_what_is_due_since_when_and_on_whose_word() -> None:
    referral = sent(AFTER)
    [due] = [one for one in all_due(referral, PACK, is_sealed=True) if one.event == "decision"]
    text = chase_text(referral, due, PACK)
    for words in ("4 January 2027", "MZ-4471", referral.reference, "Tuesday 5 January 2027",
                  "one working day", "6 January 2027 at 10:15"):  # fmt: skip
        assert words in text
    _names_nobody(text, referral)


def test_a_case_puts_both_levels_and_both_reasons_side_by_side() -> None:
    after = msgspec.structs.replace(
        AFTER,
        outcome="no_action",
        decided_level="2",
        rationale="Early help is enough",
        challenges=(Challenge("c", stage="1", raised_on=day("8 January 2027"), case="It grew"),),
    )
    referral = sent(after)
    level = PACK.levels[-1].code
    judged = msgspec.structs.replace(referral.judgement, level=level, reason="He is not safe")
    text = case_text(msgspec.structs.replace(referral, judgement=judged), PACK)
    for words in ("level 4", "He is not safe", "Early help is enough", "It grew", "No answer yet",
                  "Speak with the worker, 8 January 2027"):  # fmt: skip
        assert words in text
    _names_nobody(text, referral)


def _names_nobody(text: str, referral: Referral) -> None:
    for child in referral.children:
        for name in (child.first_names, child.family_name):
            assert not isinstance(name, str) or name not in text
