import msgspec

from ffd_desktop.drafting.taking_out import taking_out
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals


def gone(referral, items, item_id):
    return replay(referral, taking_out(referral, items, item_id).edits)


def test_a_child_goes_with_its_relationships_and_is_named_nowhere_else():
    before = referrals.typical()
    after = gone(before, "children", "c1")
    assert b'"c1"' not in msgspec.json.encode(after)
    assert len(after.events) == len(before.events)
    assert len(after.injuries) == len(before.injuries)


def test_a_person_goes_and_is_named_nowhere_else():
    for person in ("p1", "p2", "p3"):
        after = gone(referrals.typical(), "people", person)
        assert f'"{person}"'.encode() not in msgspec.json.encode(after)


def test_a_couple_goes_with_either_of_the_two_and_a_pair_of_children_too():
    before = referrals.typical()
    assert [one.id for one in gone(before, "people", "p3").partnerships] == ["u2"]
    assert [one.id for one in gone(before, "people", "p1").partnerships] == []
    assert gone(before, "children", "c2").sibling_ties == ()
    assert gone(before, "children", "c3").sibling_ties == before.sibling_ties


def test_an_address_goes_and_nobody_lives_there_any_more():
    after = gone(referrals.typical(), "addresses", "a1")
    assert all(one.home != "a1" for one in (*after.children, *after.people))


def test_an_answer_that_only_one_council_asks_forgets_the_child_too():
    referral = msgspec.structs.replace(
        referrals.typical(), local={"who": ("c1", "c2"), "other": "kept"}
    )
    after = gone(referral, "children", "c1")
    assert after.local == {"who": ("c2",), "other": "kept"}


def test_an_event_goes_alone():
    going = taking_out(referrals.typical(), "events", "e1")
    assert len(going.edits) == 1
    assert (going.relationships, going.mentions) == (0, 0)


def test_how_much_goes_along_is_counted():
    before = referrals.typical()
    ties = sum(one.child == "c1" for one in before.relationships) + len(before.sibling_ties)
    assert taking_out(before, "children", "c1").relationships == ties


def test_words_that_somebody_wrote_are_never_among_what_goes_along():
    def written(referral):
        return [one.what for one in referral.events] + [one.text for one in referral.statements]

    before = referrals.typical()
    assert written(gone(before, "children", "c1")) == written(before)


def test_an_occasion_goes_and_its_marks_stay_with_its_child_day_and_witness():
    before = referrals.typical()
    bare = replay(before, [put("injuries[i1].seen_on", None), put("injuries[i1].child", None)])
    after = gone(bare, "examinations", "x1")
    assert [one.id for one in after.examinations] == ["x2"]
    assert b'"x1"' not in msgspec.json.encode(after)
    kept, seen = after.injuries[0], before.examinations[0]
    assert (kept.child, kept.seen_on) == (seen.child, seen.when)
    assert kept.seen_by == before.injuries[0].seen_by


def test_what_was_said_of_one_child_alone_is_not_said_of_all_once_that_child_is_gone():
    before = replay(referrals.typical(), [put("events[e1].children", ["c3"])])
    assert gone(before, "children", "c3").events[0].children == ()


def test_whoever_is_taken_out_is_no_longer_named_as_not_to_learn_an_address():
    first, second = referrals.typical().addresses
    places = (
        msgspec.structs.replace(first, kept_from_people=("p3", "p2")),
        msgspec.structs.replace(second, kept_from_children=("c3",)),
    )
    told = msgspec.structs.replace(referrals.typical(), addresses=places)
    assert gone(told, "people", "p3").addresses[0].kept_from_people == ("p2",)
    assert gone(told, "children", "c3").addresses[1].kept_from_children is None


def test_a_talk_about_one_child_alone_is_about_nobody_once_that_child_is_gone():
    before = replay(referrals.typical(), [put("consent.conversations[t1].children", ["c3"])])
    assert gone(before, "children", "c3").consent.conversations[0].children == ()
