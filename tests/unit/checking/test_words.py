"""The rules about words: what each speaks of and, as much, what an experienced reader would not."""

from __future__ import annotations

import msgspec
import pytest

from ffd_desktop.checking import abbreviations, days_ahead, opinion, pasted
from ffd_desktop.checking.findings import Finding, Rule, check
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import TODAY, largest, small

PACK = bundled_pack("worcestershire")
WHAT = "concern.what_happened"
WORRY = "statements[s1].text"
LONG = "Comes to school hungry and asks other children for food every single morning of a week."
Edits = tuple[tuple[str, object], ...]


def found(*edits: tuple[str, object], start: Referral | None = None) -> tuple[Finding, ...]:
    changed = replay(start or small(), [Edit(path, value) for path, value in edits])
    return check(changed, PACK.form(changed.form), PACK, today=TODAY)


def seen(text: str) -> Edits:
    """A worry that somebody saw, so that nothing says whose opinion it is."""
    return ((WORRY, text), ("statements[s1].certainty", "seen"))


SPEAKS: list[tuple[Rule, str, str, Edits]] = [
    (opinion.AS_FACT, WORRY, "“is lazy”", seen("Mum is lazy, and nobody cooks; Dad said nothing.")),
    (
        abbreviations.ABBREVIATION,
        "judgement.tools",
        "“CSE”",
        (("judgement.tools", "CSE risk assessment tool, by the police"),),
    ),
    (opinion.AS_FACT, WORRY, "“is clearly an alcoholic”", seen("He is clearly an alcoholic.")),
    (opinion.AS_FACT, WORRY, "“doesn’t care”", seen("Mum doesn’t care.")),
    (opinion.AS_FACT, WORRY, "“is neglectful”", seen("Mum is neglectful.")),
    (opinion.AS_FACT, WORRY, "“He’s an alcoholic”", seen("Late again. He’s an alcoholic.")),
    (opinion.AS_FACT, WORRY, "“is in denial”", seen("She says it is fine. Mum is in denial.")),
    (opinion.AS_FACT, WHAT, "“Bad parenting”", ((WHAT, "Bad parenting as usual."),)),
    (
        opinion.AS_FACT,
        "events[e1].what",
        "“are manipulative”",
        (("events[e1].what", "The parents are manipulative."),),
    ),
    (
        abbreviations.ABBREVIATION,
        WHAT,
        "“EHA” is not spelled out.",
        ((WHAT, "The EHA was closed in June."),),
    ),
    (abbreviations.ABBREVIATION, WHAT, "“SW”", ((WHAT, "Two SWs came to the house."),)),
    (
        abbreviations.ABBREVIATION,
        "children[c1].concern",
        "“CAMHS”",
        (("children[c1].concern", "Waits for CAMHS since May."),),
    ),
    (days_ahead.AHEAD, WHAT, "“14 March 2027”", ((WHAT, "On 14 March 2027 he came in hungry."),)),
    (days_ahead.AHEAD, WORRY, "“3/12/2026”", ((WORRY, "Seen on 3/12/2026 with a bruise."),)),
    (days_ahead.AHEAD, WORRY, "“March 2062”", ((WORRY, "Since March 2062 he comes hungry."),)),
    (pasted.PASTED, WORRY, "“comes to school hungry and asks …”", ((WHAT, LONG), (WORRY, LONG))),
    (
        pasted.PASTED,
        "children[c9].concern",
        "“The concern for each child: The concern for this child”",
        (
            ("children[c9]", {"first_names": "Wen", "concern": f"New.\n\n{LONG.upper()}"}),
            ("children[c1].concern", f"{LONG}\nMore of it."),
        ),
    ),
]

KEEPS_QUIET: list[tuple[Rule, Edits]] = [
    (opinion.AS_FACT, seen("Mum is not neglectful.")),
    (opinion.AS_FACT, seen("Gran says he is an alcoholic.")),
    (opinion.AS_FACT, seen("“Mum doesn’t care,” he said.")),
    (opinion.AS_FACT, seen("We worry that he is an addict.")),
    (opinion.AS_FACT, seen("He drank an alcoholic drink at the gate.")),
    (opinion.AS_FACT, seen("Dad is a recovering alcoholic.")),
    (opinion.AS_FACT, seen("She has a lazy eye; Wen’s lazy eye is patched.")),
    (opinion.AS_FACT, seen("Mum does not care for the baby at night; Gran does.")),
    (opinion.AS_FACT, ((WORRY, "He is an alcoholic."), ("statements[s1].certainty", "opinion"))),
    (opinion.AS_FACT, (("concern.child_words", "Dad is an alcoholic"),)),
    (opinion.AS_FACT, (("statements[s1].exact_words", "Mum doesn’t care"),)),
    (opinion.AS_FACT, (("children[c1].views", "Mum doesn’t care about us."),)),
    (opinion.AS_FACT, (("judgement.reason", "The care at home is neglectful."),)),
    (
        opinion.AS_FACT,
        (("events[e1].what", "Mum is lazy."), ("events[e1].in_referral", False)),
    ),
    (abbreviations.ABBREVIATION, ((WHAT, "The GP, the NHS and the UPN on TV, by PE."),)),
    (abbreviations.ABBREVIATION, ((WHAT, "An Early Help Assessment (EHA). The EHA ended."),)),
    (
        abbreviations.ABBREVIATION,  # spelled out in another answer
        ((WHAT, "A team around the family (TAF) met."), (WORRY, "Told the TAF.")),
    ),
    (abbreviations.ABBREVIATION, ((WHAT, "He said: “My SW came.”"),)),
    (abbreviations.ABBREVIATION, (("concern.child_words", "The SW came"),)),
    (abbreviations.ABBREVIATION, ((WHAT, "They moved to SW1 4AA, and to DA14 6BD before."),)),
    (abbreviations.ABBREVIATION, ((WHAT, "THE CP AND THE SW WERE LATE AGAIN, AS EVER, TODAY."),)),
    (
        abbreviations.ABBREVIATION,  # a child’s initials
        (
            (WHAT, "CP hit his brother."),
            ("children[c1].first_names", "Cai"),
            ("children[c1].family_name", "Pryce"),
        ),
    ),
    (days_ahead.AHEAD, ((WHAT, "On 14 March 2026 he came in hungry."),)),
    (days_ahead.AHEAD, ((WHAT, "A hearing is set for 14 March 2027."),)),
    (days_ahead.AHEAD, ((WHAT, "Her aunt flies with her on 19 December 2026."),)),
    (opinion.AS_FACT, seen("He is an alcoholic, as his sister says.")),
    (opinion.AS_FACT, seen("Mum is an alcoholic in recovery.")),
    (opinion.AS_FACT, seen("He is an alcoholic, according to Mum.")),
    (opinion.AS_FACT, seen("Mum is in denial (told by Gran).")),
    (opinion.AS_FACT, seen("“He is a liar”, she said; Dad is a liar, Wen said.")),
    (days_ahead.AHEAD, ((WHAT, "The baby is due on 14 March 2027."),)),
    (days_ahead.AHEAD, ((WHAT, "Ratio 14/33/2027, and 31/2/2027."),)),
    (days_ahead.AHEAD, (("wanted.school_will", "Review on 14 March 2027."),)),
    (days_ahead.AHEAD, (("statements[s3].text", "A plan by 14 March 2027."),)),
    (days_ahead.AHEAD, ((WHAT, "He said: “I go to Spain on 14 March 2027.”"),)),
    (pasted.PASTED, ((WHAT, "Came without a coat."), (WORRY, "Came without a coat."))),
    (pasted.PASTED, (("concern.child_words", LONG), ("statements[s1].exact_words", LONG))),
    (
        pasted.PASTED,
        (
            ("children[c9]", {"first_names": "Wen", "where_now": LONG}),
            ("children[c1].where_now", LONG),
        ),
    ),
    (
        pasted.PASTED,  # kept on file only
        (("events[e1].what", LONG), ("events[e1].in_referral", False), (WHAT, LONG)),
    ),
]


@pytest.mark.parametrize(("rule", "path", "words", "edits"), SPEAKS)
def test_the_rule_speaks(rule: Rule, path: str, words: str, edits: Edits) -> None:
    said = [one for one in found(*edits) if one.rule == rule.name]
    assert [one.path for one in said] == [path]
    assert words in said[0].what
    assert (said[0].grade, said[0].why, said[0].source) == (rule.grade, rule.why, rule.source)


@pytest.mark.parametrize(("rule", "edits"), KEEPS_QUIET)
def test_the_rule_keeps_quiet(rule: Rule, edits: Edits) -> None:
    assert [one.what for one in found(*edits) if one.rule == rule.name] == []


def test_each_abbreviation_is_told_once_where_it_first_stands() -> None:
    text = "The EHA and the TAF."
    said = found((WHAT, text), (WORRY, text), ("events[e1].what", text))
    told = [(one.path, one.about) for one in said if one.rule == "clarity.abbreviation"]
    assert told == [(WHAT, "EHA"), (WHAT, "TAF")]
    assert len({one.id for one in said}) == len(said)


def test_a_sweeping_word_within_an_opinion_is_not_told_twice() -> None:
    said = {one.rule for one in found(*seen("He is clearly an alcoholic."))}
    assert "evidence.opinion_as_fact" in said
    assert "clarity.sweeping" not in said


def test_each_abbreviation_has_words_that_can_be_written() -> None:
    known = abbreviations.known_abbreviations()
    assert known
    assert all(long and all(words.strip() for words in long) for long in known.values())
    assert list(known) == sorted(known)


def test_what_is_remembered_says_the_same_as_looking_afresh() -> None:
    memory, referral = Memory(), largest()
    form = PACK.form("csc")
    for text in ("The EHA ended.", "He is clearly an alcoholic.", LONG, ""):
        event = msgspec.structs.replace(referral.events[250], what=text)
        events = (*referral.events[:250], event, *referral.events[251:])
        concern = msgspec.structs.replace(referral.concern, what_happened=text)
        referral = msgspec.structs.replace(referral, events=events, concern=concern)
        kept = check(referral, form, PACK, today=TODAY, memory=memory)
        assert kept == check(referral, form, PACK, today=TODAY)


def test_a_memory_of_one_form_is_not_used_for_another() -> None:
    form, memory = PACK.form("csc"), Memory()
    referral = replay(small(), [Edit(WHAT, LONG), Edit(WORRY, LONG)])
    renamed = tuple(msgspec.structs.replace(one, title="Renamed") for one in form.sections)
    other = msgspec.structs.replace(form, sections=renamed)
    for each in (form, other, form):
        kept = check(referral, each, PACK, today=TODAY, memory=memory)
        assert kept == check(referral, each, PACK, today=TODAY)
