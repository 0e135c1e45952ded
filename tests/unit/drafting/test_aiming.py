import msgspec
import pytest

from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.drafting.aiming import Unasked, aiming, told_another, unasked
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.edits import apply, replay
from ffd_desktop.referral.model import FirstCall
from ffd_desktop.referral.statements import IndicatorMark
from tests.builders.referrals import bare, largest, small, typical

PACKS = [bundled_pack(key) for key in bundled_councils()]
FORMS = [form for pack in PACKS for form in pack.forms]
AIMS = [Aim(pack.key, form.key, pack.version) for pack in PACKS for form in pack.forms]
EARLY_HELP = bundled_pack("worcestershire").form("eh")
MARF = bundled_pack("walsall").form("marf")


@pytest.mark.parametrize("there", AIMS, ids=lambda aim: aim.form)
@pytest.mark.parametrize("make", [bare, small, typical, largest])
def test_aiming_elsewhere_and_back_leaves_every_answer_as_it_was(make, there):
    before = make()
    home = Aim(before.council, before.form, before.pack_version)
    away = replay(before, aiming(before, there))
    assert (away.council, away.form) == (there.council, there.form)
    assert away.children == before.children
    assert replay(away, aiming(away, home)) == before


def test_a_form_that_it_is_aimed_at_already_needs_no_edit():
    before = small()
    assert aiming(before, Aim(before.council, before.form, before.pack_version)) == ()


def test_aiming_can_be_taken_back_like_any_other_edit():
    before = small()
    referral, inverses = before, []
    for edit in aiming(before, AIMS[0]):
        applied = apply(referral, edit)
        referral = applied.referral
        inverses.append(applied.inverse)
    assert replay(referral, reversed(inverses)) == before


def test_what_the_other_form_does_not_ask_is_named_with_how_much_it_is():
    found = {one.section: one.answers for one in unasked(typical(), EARLY_HELP, FORMS)}
    assert found["Injuries and marks"] > 1
    assert "What happened" in found
    assert "Chronology" not in found


def test_a_mark_that_says_nothing_more_is_named_as_well():
    csc = bundled_pack("worcestershire").form("csc")
    marks = (
        IndicatorMark(id="m1", code="4p-care-6"),
        IndicatorMark(id="m2", code="4p-care-1", note="Seen twice."),
    )
    marked = msgspec.structs.replace(typical(), indicators=marks)
    assert [one.words for one in unasked(marked, csc, FORMS)] == [
        "What the guidance lists: 2 answers"
    ]


def test_another_council_was_told_only_where_a_call_is_noted():
    phoned = msgspec.structs.replace(small(), first_call=FirstCall(phoned=True))
    assert told_another(phoned, "walsall")
    assert not told_another(phoned, "worcestershire")
    assert not told_another(small(), "walsall")


def test_a_form_that_asks_everything_leaves_nothing_to_name():
    csc = bundled_pack("worcestershire").form("csc")
    assert unasked(typical(), csc, FORMS) == ()
    assert unasked(typical(), MARF, FORMS) == ()
    assert unasked(bare(), EARLY_HELP, FORMS) == ()


def test_how_much_is_said_in_words():
    assert Unasked("Chronology", 1).words == "Chronology: 1 answer"
    assert Unasked("Chronology", 12).words == "Chronology: 12 answers"
