"""What every ReferralStore promises: the vault's, the vault's after a restart, and the fake."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.ports import DraftState, Place, ReferralStore, SettingsStore
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.commenting import commenting, replying
from ffd_desktop.referral.comments import Author
from ffd_desktop.referral.edits import Edit, put, replay, take_out
from ffd_desktop.referral.model import Referral
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, reopened
from tests.fakes.referral_store import FakeReferralStore, FakeSettingsStore

Reopen = Callable[[], ReferralStore]


@pytest.fixture(params=["fake", "vault", "vault settled", "vault reopened"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reopen]:
    """Give the store again, after whatever the subject does between two steps of a test."""
    if request.param == "fake":
        fake = FakeReferralStore()
        yield lambda: fake
        return
    vaults = [new_vault(tmp_path / "vault")[0]]

    def again() -> ReferralStore:
        if request.param == "vault settled":
            vaults[-1].settle()
        if request.param == "vault reopened":
            vaults[-1].lock()
            vaults.append(reopened(tmp_path / "vault"))
        return vaults[-1].referrals

    yield again
    vaults[-1].lock()


def blank(key: str = "r1", number: int = 1) -> Referral:
    reference = f"FFD-2026-{number:04}"
    return Referral(id=key, reference=reference, council="worcestershire", form="csc")


def happened(text: str) -> Edit:
    return put("concern.what_happened", text)


def write(store: ReferralStore, referral: Referral, *edits: Edit, second: int = 0) -> Referral:
    after = replay(referral, edits)
    store.append(referral.id, edits, after, by=by(second))
    return after


@pytest.mark.parametrize("make", [built.bare, built.small, built.typical, built.largest])
def test_what_is_created_loads_exactly(reopen: Reopen, make: Callable[[], Referral]) -> None:
    referral = make()
    reopen().create(referral, by=by())
    assert reopen().load(referral.id) == referral
    assert reopen().first(referral.id) == referral


def test_after_each_append_the_referral_is_the_one_after_it(reopen: Reopen) -> None:
    here = blank()
    reopen().create(here, by=by())
    for number in range(12):
        child = built.child(number, home="a1")
        edits = [happened(f"It was said {number} times."), put(f"children[{child.id}]", child)]
        if number % 3 == 2:
            edits.append(take_out(f"children[{child.id}]"))
        here = write(reopen(), here, *edits, second=number)
        assert reopen().load("r1") == here
    assert reopen().first("r1") == blank()
    assert replay(blank(), [one.edit for one in reopen().history("r1")]) == here


def test_history_keeps_order_who_where_and_when(reopen: Reopen) -> None:
    here = blank()
    created = reopen().create(here, by=by(0))
    later, earlier = by(50, "draft"), by(10, "cli")
    first, second = happened("One."), happened("Two.")
    seq = reopen().append("r1", [first], replay(here, [first]), by=later)
    last = reopen().append("r1", [second], replay(here, [first, second]), by=earlier)
    history = reopen().history("r1")
    assert created < seq < last
    assert [(one.seq, one.by, one.edit) for one in history] == [
        (seq, later, first),
        (last, earlier, second),
    ]


def test_sequence_numbers_grow_over_all_referrals(reopen: Reopen) -> None:
    here, there = blank("r1", 1), blank("r2", 2)
    seqs = [reopen().create(here, by=by()), reopen().create(there, by=by())]
    for number in range(4):
        one, edit = (here, there)[number % 2], happened(f"{number}")
        seqs.append(reopen().append(one.id, [edit], replay(one, [edit]), by=by()))
    assert seqs == sorted(set(seqs))
    assert [stored.edit.value for stored in reopen().history("r2")] == ["1", "3"]


def test_the_shelf_lists_the_last_changed_first(reopen: Reopen) -> None:
    for number in range(3):
        reopen().create(blank(f"r{number}", number), by=by(number))
    write(reopen(), blank("r0", 0), put("children[c1]", built.child(1, home="a1")), second=30)
    rows = reopen().shelf()
    assert [row.id for row in rows] == ["r0", "r2", "r1"]
    assert rows[0].changed_at == by(30).at
    assert rows[0].created_at == by(0).at
    assert rows[0].children == (built.child(1, home="a1").name,)
    assert {row.state for row in rows} == {DraftState.DRAFT}
    assert (rows[0].council, rows[0].form) == ("worcestershire", "csc")


def test_a_state_moves_and_the_content_stays(reopen: Reopen) -> None:
    reopen().create(built.small(), by=by())
    reopen().set_state("r-small", DraftState.ARCHIVED, by=by(5))
    assert reopen().shelf()[0].state is DraftState.ARCHIVED
    assert reopen().load("r-small") == built.small()
    assert reopen().history("r-small") == ()


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("He fell off the garage roof", "garage"),
        ("He fell off the garage roof", "gar roo"),
        ("Mrs O’Brannagh rang", "obrannagh"),
        ("Mrs O'Brannagh rang", "O’Brannagh"),
        ("Ms Žukauskas", "zukauskas"),
        ("Pani Wiśniewska z Łodzi", "wisniewska lodzi"),
        ("Ulice STRASSE Straße", "strasse"),
        ("mother of 王小明 came", "小明"),
        ("أحمد was tired", "أحمد"),
        ("বাংলা is spoken", "বাং"),
        ("a 😀 in the text", "😀 text"),
        ('She said "stop" AND left', 'and "stop"'),
        ("NEAR(the, school)", "near the"),
        ("100% sure*", "100% sure*"),
    ],
)
def test_words_are_found_however_they_are_typed(
    reopen: Reopen, written: str, looked_for: str
) -> None:
    reopen().create(blank(), by=by())
    reopen().create(blank("r2", 2), by=by())
    write(reopen(), blank(), happened(written))
    assert reopen().search(looked_for) == ("r1",)


@pytest.mark.parametrize("nothing", ["", "   ", '"', "*", "😀", "garage zebra", "arage", "' OR 1"])
def test_what_is_not_there_is_not_found(reopen: Reopen, nothing: str) -> None:
    reopen().create(blank(), by=by())
    write(reopen(), blank(), happened("He fell off the garage roof"))
    assert reopen().search(nothing) == ()


def test_words_taken_out_are_no_longer_found(reopen: Reopen) -> None:
    reopen().create(blank(), by=by())
    here = write(reopen(), blank(), happened("a violin"))
    assert reopen().search("violin") == ("r1",)
    write(reopen(), here, happened("a kettle"))
    assert reopen().search("violin") == ()
    assert reopen().search("kettle") == ("r1",)


def test_comments_are_kept_found_by_their_words_and_not_copied(reopen: Reopen) -> None:
    here = blank()
    reopen().create(here, by=by())
    author = Author("Anna Birchwood", "p1", "2026-11-20T09:00:00.000+00:00")
    here = write(reopen(), here, commenting(here, "", "Who saw the kestrel?", author))
    here = write(reopen(), here, replying(here.comments[0], "Not a buzzard?", author), second=1)
    assert reopen().load("r1") == here
    assert reopen().search("kestrel") == reopen().search("buzzard") == ("r1",)
    assert reopen().search("Birchwood") == ()
    made = shelf.copy(reopen(), "r1", by=by(2))
    assert (made.comments, reopen().load(made.id).comments) == ((), ())


def test_a_name_or_reference_counts_more_than_a_word(reopen: Reopen) -> None:
    child = msgspec.structs.replace(built.child(1, home="a1"), first_names="Kestrel")
    reopen().create(blank("named", 7), by=by(0))
    reopen().create(blank("told", 8), by=by(1))
    write(reopen(), blank("named", 7), put("children[c1]", child), second=2)
    write(reopen(), blank("told", 8), happened("saw a kestrel; see FFD-2026-0007"), second=3)
    assert reopen().search("kestrel") == ("named", "told")
    assert reopen().search("FFD-2026-0007") == ("named", "told")
    assert reopen().search("0008") == ("told",)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_no_search_crashes(reopen: Reopen, words: str) -> None:
    assert reopen().search(words) in ((), ("r1",))


def test_references_of_a_year_are_never_given_twice(reopen: Reopen) -> None:
    given_out = [reopen().next_reference(year) for year in (2026, 2026, 2027, 2026)]
    assert given_out == ["FFD-2026-0001", "FFD-2026-0002", "FFD-2027-0001", "FFD-2026-0003"]


def test_the_place_is_remembered(reopen: Reopen) -> None:
    reopen().create(blank(), by=by())
    assert reopen().place("r1") == Place()
    reopen().remember_place("r1", Place("concern", "concern.what_happened", 17))
    reopen().remember_place("r1", Place("concern", "concern.what_happened", 18))
    assert reopen().place("r1") == Place("concern", "concern.what_happened", 18)


def test_one_row_is_the_row_of_the_shelf(reopen: Reopen) -> None:
    for referral in (built.small(), built.typical()):
        reopen().create(referral, by=by())
    for row in reopen().shelf():
        assert reopen().row(row.id) == row
    with pytest.raises(ProblemForPerson) as missing:
        reopen().row("nobody")
    assert missing.value.code == "referral_missing"


def test_what_is_destroyed_is_gone_and_leaves_a_tombstone(reopen: Reopen) -> None:
    reopen().create(built.small(), by=by())
    reopen().create(blank("kept", 9), by=by())
    write(reopen(), built.small(), happened("a violin"))
    reopen().remember_place("r-small", Place("concern"))
    reopen().destroy("r-small", reason="written about the wrong child", by=by(9))
    assert [row.id for row in reopen().shelf()] == ["kept"]
    assert reopen().search("violin") == ()
    (grave,) = reopen().tombstones()
    assert (grave.id, grave.reference) == ("r-small", built.small().reference)
    assert (grave.reason, grave.by) == ("written about the wrong child", by(9))
    assert write(reopen(), blank("kept", 9), happened("a kettle")) == reopen().load("kept")


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.load("nobody"),
        lambda store: store.first("nobody"),
        lambda store: store.history("nobody"),
        lambda store: store.append("nobody", [], blank("nobody"), by=by()),
        lambda store: store.set_state("nobody", DraftState.SENT, by=by()),
        lambda store: store.place("nobody"),
        lambda store: store.remember_place("nobody", Place()),
        lambda store: store.destroy("nobody", reason="x", by=by()),
    ],
)
def test_an_unknown_referral_is_said_to_be_missing(
    reopen: Reopen, use: Callable[[ReferralStore], object]
) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        use(reopen())
    assert caught.value.code == "referral_missing"


@pytest.fixture(params=["fake", "vault"])
def settings_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SettingsStore]:
    if request.param == "fake":
        yield FakeSettingsStore()
        return
    vault = new_vault(tmp_path / "vault")[0]
    yield vault.settings
    vault.lock()


def test_settings_come_back_as_they_were_put(settings_store: SettingsStore) -> None:
    assert settings_store.get("school") is None
    for value in ({"name": "Larkrise", "counts": [1, 2.5, None, True]}, "words", 0, [], None):
        settings_store.put("school", value)
        assert settings_store.get("school") == value
    assert settings_store.get("other") is None
