"""A family with many children on paper: whom each entry concerns, and who is who."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from ffd_desktop.checking import evidence
from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import Answer, Heading, Table, walk
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import SiblingTie
from tests.builders.families import five, twelve
from tests.builders.referrals import small

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
WHOM = "Which children it concerns"


def words(referral: Referral) -> str:
    return write_text(compose(referral, FORM, pack=PACK, findings=(), now=NOW))


def saying(referral: Referral, children: tuple[str, ...] | None) -> Referral:
    entry = msgspec.structs.replace(five().statements[0], children=children)
    return msgspec.structs.replace(referral, statements=(entry,))


def test_an_entry_about_all_the_children_says_how_many_they_are() -> None:
    said = words(five())
    assert f"{WHOM}: All 4 children referred" in said
    assert f"{WHOM}: Khadija Kaya, Piotr Tanglewood" in said


def test_a_couple_and_a_pair_of_children_are_headed_by_their_names() -> None:
    tie = SiblingTie(id="s1", first="c1", second="c4", kind="step")
    said = " ".join(words(msgspec.structs.replace(five(), sibling_ties=(tie,))).split())
    assert "Grażyna Wiśniewska and Tadhg Llewellyn: What they are to each other: Divorced" in said
    assert "Lowri Llewellyn and Piotr Tanglewood: How they are related" in said
    assert "One of them:" not in said
    assert "The other:" not in said


def test_a_couple_of_whom_one_is_not_named_stays_as_it_was_asked() -> None:
    half = msgspec.structs.replace(five().partnerships[0], second=NotKnown())
    said = words(msgspec.structs.replace(five(), partnerships=(half,)))
    assert "One of them: Grażyna Wiśniewska" in said


def test_a_couple_of_whom_nothing_more_is_said_is_still_on_paper() -> None:
    bare = msgspec.structs.replace(five().partnerships[0], kind=None, until=None)
    said = " ".join(words(msgspec.structs.replace(five(), partnerships=(bare,))).split())
    assert "One of them: Grażyna Wiśniewska · The other: Tadhg Llewellyn" in said


def test_where_there_is_one_child_nobody_says_that_it_concerns_all() -> None:
    assert "All" not in words(saying(small(), None)).partition(WHOM)[2][:20]
    assert f"{WHOM}:" not in words(saying(small(), None))


def test_an_entry_about_nobody_yet_is_left_out_and_counted() -> None:
    said = words(saying(five(), ()))
    assert f"{WHOM}:" not in said
    assert WHOM in said[said.index("What is not here") :]


def test_all_the_children_is_an_answer_and_nobody_yet_is_asked_about() -> None:
    def asked(referral: Referral) -> bool:
        found = check(referral, FORM, PACK, today=NOW.date())
        return any(one.rule == evidence.WHOM.name for one in found)

    assert not asked(five())
    assert asked(saying(five(), ()))


def test_what_was_written_about_a_child_no_longer_referred_is_kept_and_counted() -> None:
    secret = "Only Dafydd sleeps on the landing."
    told = replay(
        five(), (put("children[c2].concern", secret), put("children[c2].referred", value=False))
    )
    said = words(told)
    assert secret not in said
    kept = said[said.index("Written about children who are not referred") :]
    assert "Dafydd Llewellyn, " in kept
    assert secret in words(replay(told, (put("children[c2].referred", value=True),)))


def test_a_baby_not_yet_born_is_not_called_by_a_family_name_alone() -> None:
    assert "The baby (Tanglewood)" in words(twelve())


def test_the_children_stand_by_their_parents_and_how_they_are_related_is_said() -> None:
    said = words(five())
    related = said[said.index("How the children are related") :]
    assert "The children by their parents" in related
    assert "Half brothers and sisters through Grażyna Wiśniewska" in " ".join(related.split())
    assert "Nothing was entered under" not in related or (
        "How the children are related" not in related[related.index("Nothing was entered") :]
    )


def test_a_parent_who_is_not_said_is_said_to_be_not_said() -> None:
    ties = tuple(one for one in five().relationships if one.person != "p3")
    said = words(msgspec.structs.replace(five(), relationships=ties))
    assert "Not said: father" in said
    assert "Not said: who else is a parent of Khadija." in " ".join(said.split())


def test_what_a_writer_states_of_two_children_stands_as_stated() -> None:
    tie = SiblingTie(id="s1", first="c1", second="c3", kind="adoptive")
    said = " ".join(words(msgspec.structs.replace(five(), sibling_ties=(tie,))).split())
    assert "Lowri and Khadija: related by adoption, as stated." in said


def test_the_front_page_names_who_is_not_referred() -> None:
    said = " ".join(words(five()).split())
    assert "Also in the family, not referred: Lowri Llewellyn (age 14)." in said
    assert "not referred:" not in words(small())


def test_columns_of_children_begin_with_those_referred_and_mark_the_others() -> None:
    document = compose(five(), FORM, pack=PACK, findings=(), now=NOW)
    heads = [
        block.columns[1:]
        for block in walk(document.blocks)
        if isinstance(block, Table) and block.columns[0] in ("Question", "Person")
    ]
    children = [one for group in heads for one in group if "Llewellyn" in one and "Siob" not in one]
    assert children[0] == "Dafydd Llewellyn"
    assert "Lowri Llewellyn (not referred)" in children
    assert "Lowri Llewellyn" not in children


def test_consent_that_differs_for_one_child_stands_on_the_front_page_and_under_the_child() -> None:
    refused = (
        put("children[c3].consent_decision", "refused"),
        put("children[c3].consent_note", "Her father said no on the telephone."),
        put("children[c4].consent_decision", five().consent.decision),
    )
    told = replay(five(), refused)
    said = " ".join(words(told).split())
    front = said[: said.index("Immediate danger")]
    assert "Otherwise for Khadija Kaya: " in front
    assert "Piotr" not in front[front.index("Otherwise for") : front.index("Phone the school")]
    assert "Her father said no on the telephone." in said
    assert "Her father said no" not in write_text(
        compose(told, FORM, pack=PACK, findings=(), now=NOW, reader=Reader.FAMILY)
    )


def test_a_conversation_says_which_children_it_was_about() -> None:
    talk = replay(five(), (put("consent.conversations[t1].children", ("c3",)),))
    assert "Which children it was about: Khadija Kaya" in " ".join(words(talk).split())


def test_all_about_one_child_who_is_referred_stands_together_under_the_childs_name() -> None:
    told = replay(five(), (put("children[c3].consent_note", "Her father said no."),))
    document = compose(told, FORM, pack=PACK, findings=(), now=NOW)
    blocks = list(walk(document.blocks))
    names = [
        (at, one.text)
        for at, one in enumerate(blocks)
        if isinstance(one, Heading) and one.level == 3 and one.text in REFERRED
    ]
    assert tuple(name for _, name in names) == REFERRED
    start, end = names[1][0], names[2][0]
    labels = [one.label for one in blocks[start:end] if isinstance(one, Answer)]
    assert labels[0] == "Who decided for this child, and why it differs"
    assert {"The concern for this child", "What the child says", "Level for this child"} < {*labels}


def test_what_is_not_said_of_a_child_is_counted_under_the_section_that_asks() -> None:
    blank = replay(five(), (put("children[c3].views", None),))
    said = " ".join(words(blank).split())
    left_out = said[said.index("What is not here") :]
    assert "Voice of the child: What the child says (1 of 4)" in left_out


REFERRED = ("Dafydd Llewellyn", "Khadija Kaya", "Piotr Tanglewood", "Órla Tanglewood")
