"""What the guidance says beside a judgement: never a verdict, always with a source, answerable."""

from __future__ import annotations

import msgspec
import pytest

from ffd_desktop.checking import guidance
from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import IndicatorMark, Reply
from tests.builders.items import TODAY
from tests.builders.referrals import small

PACK = bundled_pack("walsall")
FORM = PACK.form("marf")
RULES = [rule for rule in vars(guidance).values() if isinstance(rule, guidance.Rule)]


def marked(*codes: str, level: str = "4", **more: object) -> Referral:
    base = msgspec.structs.replace(small(), council="walsall", form="marf")
    judged = msgspec.structs.replace(base.judgement, level=level)
    marks = tuple(
        IndicatorMark(id=f"m{n}", code=code, note="Seen by the class teacher.")
        for n, code in enumerate(codes)
    )
    children = tuple(msgspec.structs.replace(one, level=None) for one in base.children)
    changes = {"judgement": judged, "indicators": marks, "children": children, **more}
    return msgspec.structs.replace(base, **changes)


def said(referral: Referral) -> dict[str, str]:
    found = check(referral, FORM, PACK, today=TODAY)
    return {one.rule: one.what for one in found if one.rule.startswith("guidance.")}


def test_things_of_a_higher_level_are_told_beside_a_lower_judgement_without_a_verdict() -> None:
    words = said(marked("4c-health-9", "4c-social-6", "2c-health-4", level="3"))
    told = words["guidance.marked_higher"]
    assert "marked 2 things that the guidance lists at level 4" in told
    assert "your judgement is level 3" in told
    assert said(marked("4c-health-9", level="4")).keys() <= {"guidance.tool"}


def test_one_child_with_a_level_of_their_own_is_told_apart() -> None:
    referral = marked("4c-health-9", level="4")
    child = msgspec.structs.replace(referral.children[0], level="2", level_reason="Lives away.")
    told = said(msgspec.structs.replace(referral, children=(child,)))
    assert told["guidance.marked_higher"].startswith(str(child.first_names))
    mark = msgspec.structs.replace(referral.indicators[0], children=("somebody-else",))
    elsewhere = msgspec.structs.replace(referral, children=(child,), indicators=(mark,))
    assert "guidance.marked_higher" not in said(elsewhere)


def test_the_highest_level_with_nothing_that_speaks_of_harm_is_asked_about() -> None:
    quiet = marked("2c-health-4", injuries=())
    bare = msgspec.structs.replace(
        quiet,
        header=msgspec.structs.replace(quiet.header, reasons=("child_in_need",)),
        concern=msgspec.structs.replace(quiet.concern, immediate_danger=False),
        children=tuple(
            msgspec.structs.replace(one, abuse_categories=None) for one in quiet.children
        ),
    )
    assert "guidance.level_not_shown" in said(bare)
    shown = msgspec.structs.replace(
        bare, indicators=(IndicatorMark(id="m", code="4c-health-1", note="Told the teacher."),)
    )
    assert "guidance.level_not_shown" not in said(shown)
    for harm in (
        {"header": msgspec.structs.replace(bare.header, reasons=("significant_harm",))},
        {"concern": msgspec.structs.replace(bare.concern, immediate_danger=True)},
    ):
        assert "guidance.level_not_shown" not in said(msgspec.structs.replace(bare, **harm))


def test_small_things_over_a_long_time_ask_for_the_history_as_a_whole() -> None:
    codes = ("2c-health-4", "2c-learning-1", "2c-learning-9")
    referral = marked(*codes, level="2")

    def since(*when: str) -> Referral:
        marks = tuple(
            msgspec.structs.replace(one, since=read_date(text, today=TODAY))
            for one, text in zip(referral.indicators, when, strict=True)
        )
        return msgspec.structs.replace(referral, indicators=marks)

    assert "guidance.built_up" not in said(referral)
    assert "guidance.built_up" not in said(since("May 2026", "June 2026", "July 2026"))
    assert "guidance.built_up" not in said(since("May 2025", "soon", "2031"))
    told = said(since("May 2025", "June 2026", "July 2026"))["guidance.built_up"]
    assert told.startswith("3 things of level 2 since May 2025:")


def test_a_mark_that_nothing_shows_and_a_tool_that_is_not_named_are_mentioned() -> None:
    referral = marked("4c-social-5")
    bare = msgspec.structs.replace(
        referral,
        indicators=(IndicatorMark(id="m", code="4c-social-5"),),
        judgement=msgspec.structs.replace(referral.judgement, tools=None),
    )
    words = said(bare)
    assert "nothing is named that shows it" in words["guidance.no_evidence"]
    assert words["guidance.tool"].startswith("CSE risk assessment tool")


@pytest.mark.parametrize(
    ("harm", "asks"),
    [(("neglect",), True), (("physical", "neglect"), True), (None, True), (("sexual",), False)],
)
def test_a_tool_for_neglect_is_not_asked_for_where_it_is_another_harm(
    harm: tuple[str, ...] | None, asks: bool
) -> None:
    referral = marked("4f-relationships-6")
    children = tuple(
        msgspec.structs.replace(one, abuse_categories=harm) for one in referral.children
    )
    judgement = msgspec.structs.replace(referral.judgement, tools=None)
    words = said(msgspec.structs.replace(referral, children=children, judgement=judgement))
    assert ("guidance.tool" in words) is asks


def test_no_kind_of_harm_is_nothing_that_speaks_of_harm() -> None:
    referral = marked(injuries=())
    children = tuple(
        msgspec.structs.replace(one, abuse_categories=("none_of_these",))
        for one in referral.children
    )
    assert "guidance.level_not_shown" in said(msgspec.structs.replace(referral, children=children))


def test_marks_of_another_councils_guidance_are_kept_and_said_to_be_strangers() -> None:
    assert "another council’s guidance" in said(marked("zz-1"))["guidance.unknown"]


@pytest.mark.parametrize("reason", ["The police have looked into both.", ""])
def test_a_reason_answers_a_sentence_until_the_sentence_changes(reason: str) -> None:
    referral = marked("4c-health-9", level="3")
    sentence = said(referral)["guidance.marked_higher"]
    reply = Reply(
        id="r1",
        rule="guidance.marked_higher",
        path="judgement.reason",
        said=sentence,
        reason=reason or None,
    )
    answered = msgspec.structs.replace(referral, replies=(reply,))
    assert ("guidance.marked_higher" in said(answered)) is not bool(reason)
    more = msgspec.structs.replace(
        answered,
        indicators=(*answered.indicators, IndicatorMark(id="x", code="4c-social-6", note="n")),
    )
    assert "guidance.marked_higher" in said(more)


def test_a_council_without_indicators_is_told_nothing() -> None:
    pack = bundled_pack("worcestershire")
    referral = msgspec.structs.replace(
        marked("4c-health-9", level="2"), council="worcestershire", form="csc"
    )
    found = check(referral, pack.form("csc"), pack, today=TODAY)
    assert not any(one.rule.startswith("guidance.") for one in found)


def test_no_sentence_is_a_gate_and_each_says_on_whose_word() -> None:
    assert {rule.grade.value for rule in RULES} <= {"should", "could"}
    assert all(rule.source for rule in RULES)
