"""What every ReferralStore promises of a restricted referral: the vault's and the fake."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.ports import DraftState, Place, ReferralStore
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.vault.slots import Secret, Staff
from tests.builders import referrals as built
from tests.builders.sealed import sealed
from tests.builders.vaults import CHEAP, PASSPHRASE, by, new_vault, opened_patiently
from tests.fakes.referral_store import FakeReferralStore

SMALL = built.small()
OTHERS = "lantern gravel tulip"
THIRDS = "marble kite fern"


class People:
    """Three members of staff and a sheet, who look at one store in turn."""

    def __init__(self, ids: tuple[str, str, str], seen_by: Callable[[str], ReferralStore]) -> None:
        self.me, self.other, self.third = ids
        self.seen_by = seen_by


@pytest.fixture(params=["fake", "vault"])
def people(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[People]:
    if request.param == "fake":
        fake = FakeReferralStore()

        def looking(person: str) -> ReferralStore:
            fake.viewer = person
            return fake

        yield People(("me", "other", "third"), looking)
        return
    vault, code = new_vault(tmp_path / "v")
    me = vault.state.person
    other = vault.ways.add_passphrase(Staff("Idris Calloway"), OTHERS, cost=CHEAP).person
    third = vault.ways.add_passphrase(Staff("Wren Ashdown"), THIRDS, cost=CHEAP).person
    secrets: dict[str, Secret] = {me: PASSPHRASE, other: OTHERS, third: THIRDS, "": code}
    opened = [vault]

    def unlocking(person: str) -> ReferralStore:
        opened[-1].lock()
        opened.append(opened_patiently(tmp_path / "v", secrets[person]))
        assert opened[-1].state.person == person
        return opened[-1].referrals

    yield People((me, other, third), unlocking)
    assert opened[-1].verify().faults == ()
    opened[-1].lock()


def refused(use: Callable[[], object]) -> bool:
    try:
        use()
    except ProblemForPerson as problem:
        return problem.code == "referral_restricted"
    return False


def restricted_by_me(people: People, *readers: str) -> None:
    mine = people.seen_by(people.me)
    mine.create(SMALL, by=by())
    edit = put("concern.what_happened", "She keeps the violin.")
    mine.append(SMALL.id, [edit], replay(SMALL, [edit]), by=by(1))
    mine.restrict(SMALL.id, readers or (people.me,), by=by(2))


def test_others_see_that_it_exists_and_not_a_word(people: People) -> None:
    restricted_by_me(people)
    (row,) = people.seen_by(people.other).shelf()
    assert (row.reference, row.readers) == (SMALL.reference, (people.me,))
    assert row.is_hidden
    assert (row.children, row.form, row.council) == ((), "", "")


def test_no_search_of_others_finds_it(people: People) -> None:
    restricted_by_me(people)
    theirs = people.seen_by(people.other)
    assert theirs.search("violin") == ()
    assert theirs.search(SMALL.reference) == ()
    assert people.seen_by(people.me).search("violin") == (SMALL.id,)


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.load(SMALL.id),
        lambda store: store.first(SMALL.id),
        lambda store: store.history(SMALL.id),
        lambda store: store.state_before(SMALL.id),
        lambda store: store.sealed.of(SMALL.id),
        lambda store: store.sealed.seal(sealed(SMALL), by=by()),
        lambda store: store.append(SMALL.id, [], SMALL, by=by()),
        lambda store: store.set_state(SMALL.id, DraftState.ARCHIVED, by=by()),
        lambda store: store.place(SMALL.id),
        lambda store: store.remember_place(SMALL.id, Place("concern")),
        lambda store: store.destroy(SMALL.id, reason="x", by=by()),
        lambda store: store.restrict(SMALL.id, (), by=by()),
        lambda store: store.readers(SMALL.id),
        lambda store: shelf.copy(store, SMALL.id, by=by()),
    ],
)
def test_others_are_refused_whatever_they_do(
    people: People, use: Callable[[ReferralStore], object]
) -> None:
    restricted_by_me(people)
    theirs = people.seen_by(people.other)
    assert refused(lambda: use(theirs))
    assert people.seen_by(people.me).readers(SMALL.id) == (people.me,)


def test_what_was_sealed_is_kept_from_others_too(people: People) -> None:
    restricted_by_me(people)
    mine = people.seen_by(people.me)
    made = sealed(mine.load(SMALL.id))
    mine.sealed.seal(made, by=by(9))
    theirs = people.seen_by(people.other)
    assert refused(lambda: theirs.sealed.whole(made.id))
    assert refused(lambda: theirs.sealed.copy(made.id, "a1"))
    assert people.seen_by("").sealed.whole(made.id) == made


def test_whoever_is_named_reads_and_writes_as_before(people: People) -> None:
    restricted_by_me(people, people.other)
    theirs = people.seen_by(people.other)
    assert theirs.readers(SMALL.id) == tuple(sorted((people.me, people.other)))
    edit = put("concern.what_happened", "She keeps the kettle.")
    after = replay(theirs.load(SMALL.id), [edit])
    theirs.append(SMALL.id, [edit], after, by=by(3))
    assert theirs.load(SMALL.id) == after
    assert theirs.search("kettle") == (SMALL.id,)
    assert not theirs.shelf()[0].is_hidden


def test_whoever_restricts_it_stays_among_its_readers(people: People) -> None:
    restricted_by_me(people, people.other, people.third)
    theirs = people.seen_by(people.other)
    theirs.restrict(SMALL.id, (people.me,), by=by(4))
    assert theirs.readers(SMALL.id) == tuple(sorted((people.me, people.other)))
    assert refused(lambda: people.seen_by(people.third).load(SMALL.id))


def test_lifting_it_lets_everybody_read_again(people: People) -> None:
    restricted_by_me(people)
    people.seen_by(people.me).restrict(SMALL.id, (), by=by(5))
    theirs = people.seen_by(people.other)
    assert theirs.readers(SMALL.id) == ()
    assert theirs.search("violin") == (SMALL.id,)
    assert theirs.shelf()[0].children == tuple(
        child.name for child in SMALL.referred_children() if child.name
    )


def test_the_recovery_code_sees_everything_and_can_lift_it(people: People) -> None:
    restricted_by_me(people)
    sheet = people.seen_by("")
    assert not sheet.shelf()[0].is_hidden
    assert sheet.search("violin") == (SMALL.id,)
    sheet.restrict(SMALL.id, (people.other,), by=by(6))
    assert sheet.readers(SMALL.id) == (people.other,)
    assert people.seen_by(people.other).search("violin") == (SMALL.id,)
    assert refused(lambda: people.seen_by(people.me).load(SMALL.id))


def test_a_copy_is_restricted_as_the_first_was(people: People) -> None:
    restricted_by_me(people)
    made = shelf.copy(people.seen_by(people.me), SMALL.id, by=by(7))
    theirs = people.seen_by(people.other)
    assert [row.is_hidden for row in theirs.shelf()] == [True, True]
    assert refused(lambda: theirs.load(made.id))


def test_what_would_be_left_without_a_reader_is_told(people: People) -> None:
    restricted_by_me(people, people.other)
    mine = people.seen_by(people.me)
    assert mine.unreadable_to((people.me, people.third)) == ()
    assert mine.unreadable_to((people.third,)) == (SMALL.reference,)
    mine.destroy(SMALL.id, reason="written about the wrong child", by=by(8))
    assert mine.unreadable_to(()) == ()


def test_other_referrals_stay_for_everybody(people: People) -> None:
    restricted_by_me(people)
    people.seen_by(people.me).create(built.bare(), by=by(9))
    theirs = people.seen_by(people.other)
    assert theirs.load(built.bare().id) == built.bare()
