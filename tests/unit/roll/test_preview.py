"""The preview: what would change, and what a person should know before they say yes."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ffd_desktop.roll.preview import MOST_LISTED, Expected, RollPreview, Tally, about_source
from ffd_desktop.roll.pupil import Contact, Pupil, RollSource, Unreadable
from tests.builders.roll import SOURCE, found_of, row_of, upn

TODAY = date(2026, 11, 21)
OWN = Expected(school="8850000", today=TODAY)
MUM = (Contact(order=1, forename="Ada", surname="Fenwick", relationship="PAM"),)


def pupil(serial: int, forename: str = "Ola") -> Pupil:
    return Pupil(upn=upn(serial), forename=forename, surname="Fenwick", contacts=MUM)


def preview(
    *found: Pupil | Unreadable, old: tuple[Pupil, ...] = (), source: RollSource = SOURCE
) -> RollPreview:
    tally = Tally({row.key: row.fingerprint for row in map(row_of, old)})
    for number, one in enumerate(found, start=1):
        seen = one if isinstance(one, Unreadable) else found_of(one)
        tally.take(seen, row=number, file_name="roll.xml")
    return tally.preview(source, OWN)


def test_new_changed_and_gone_are_counted_apart() -> None:
    old = (pupil(1), pupil(2), pupil(3), *(pupil(n) for n in range(10, 20)))
    new = (pupil(1), pupil(2, "Aleksandra"), pupil(4), *(pupil(n) for n in range(10, 20)))
    found = preview(*new, old=old)
    assert (found.pupils, found.new, found.changed, found.unchanged, found.gone) == (
        13,
        1,
        1,
        11,
        1,
    )
    assert found.gone_keys == (upn(3),)
    assert found.warnings == ()


def test_an_unreadable_row_is_listed_with_its_reason() -> None:
    bad = Unreadable(row=2, reason="There is no name.")
    found = preview(pupil(1), bad)
    assert found.unreadable == (bad,)
    assert found.pupils == 1
    assert any("1 row could not be read" in one for one in found.warnings)


def test_a_repeated_upn_keeps_the_first_record_and_is_listed() -> None:
    tally = Tally({})
    first = tally.take(found_of(pupil(1)), row=1, file_name="a.xml")
    second = tally.take(found_of(pupil(1, "Other")), row=7, file_name="b.xml")
    assert first is not None
    assert second is None
    (repeat,) = tally.preview(SOURCE, OWN).repeated
    assert (repeat.row, repeat.file_name, repeat.upn) == (7, "b.xml", upn(1))


def test_temporary_missing_and_wrong_upns_are_counted_and_kept() -> None:
    found = preview(
        pupil(1),
        replace(pupil(2), upn=upn(2, temporary="T")),
        replace(pupil(3), upn=""),
        replace(pupil(4), upn="Z801200001001"),
    )
    assert found.pupils == 4
    assert found.temporary_count == 1
    assert found.without_upn_count == 1
    assert found.doubtful == ("Z801200001001",)
    assert len(found.warnings) == 3


def test_a_date_of_birth_that_is_none_is_listed_with_its_row_and_the_pupil_kept() -> None:
    odd = replace(pupil(2), born_as_written="2015-02-31")
    found = preview(pupil(1), odd, replace(pupil(3), date_of_birth=TODAY))
    assert found.pupils == 3
    (row,) = found.undated
    assert (row.row, row.upn, row.file_name) == (2, upn(2), "roll.xml")
    assert "2015-02-31" in row.reason
    assert row in found.to_look_at
    assert any("1 date of birth" in one for one in found.warnings)


def test_lists_stay_short_and_counts_stay_true() -> None:
    rows = [Unreadable(row=n, reason="There is no name.") for n in range(2_000)]
    odd = [replace(pupil(n), born_as_written="31 February") for n in range(MOST_LISTED + 1)]
    found = preview(*odd, *rows)
    assert found.unreadable_count == 2_000
    assert len(found.undated) == MOST_LISTED
    assert any(f"{MOST_LISTED + 1} dates of birth" in one for one in found.warnings)
    assert len(found.unreadable) == MOST_LISTED


def test_a_roll_without_contacts_is_told() -> None:
    assert any("No pupil has a contact" in one for one in preview(Pupil(surname="F")).warnings)


def test_many_leavers_at_once_are_told() -> None:
    old = tuple(pupil(n) for n in range(10))
    assert any("whole school" in one for one in preview(pupil(1), old=old).warnings)


def test_letters_that_had_to_be_repaired_are_told() -> None:
    tally = Tally({})
    tally.take(found_of(pupil(1)), row=1, file_name="")
    tally.repaired = True
    assert any("Windows letters" in one for one in tally.preview(SOURCE, OWN).warnings)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"la": "335"}, "another school"),
        ({"estab": "0001"}, "another school"),
        ({"destination": "8850001"}, "hand pupils on"),
        ({"ctf_version": "24.0"}, "older than last"),
        ({"ctf_version": "9.0"}, "older than last"),
        ({"qualifier": "partial"}, "partial"),
        ({"exported_at": ""}, "when it was made"),
    ],
)
def test_what_is_unusual_about_a_file_is_said(changes: dict[str, str], word: str) -> None:
    (warning,) = about_source(replace(SOURCE, **changes), OWN)
    assert word in warning


@pytest.mark.parametrize("version", ["25.0", "26.0", "27.0", "", "odd"])
def test_this_and_last_years_version_are_as_expected(version: str) -> None:
    assert list(about_source(replace(SOURCE, ctf_version=version), OWN)) == []


def test_the_version_turns_on_the_first_of_august() -> None:
    source = replace(SOURCE, ctf_version="24.0")
    assert list(about_source(source, Expected(school="", today=date(2026, 7, 31)))) == []
    assert list(about_source(source, Expected(school="", today=date(2026, 8, 1)))) != []


def test_a_school_that_is_not_known_is_not_compared() -> None:
    assert list(about_source(SOURCE, Expected(school="", today=TODAY))) == []


def test_a_roll_of_another_school_than_the_one_in_use_is_told() -> None:
    nobody = Expected(school="", today=TODAY, present_school="8850001")
    (warning,) = about_source(SOURCE, nobody)
    assert "another school than the roll in use" in warning
    assert "(8850000), not 8850001" in warning
    assert list(about_source(SOURCE, replace(nobody, present_school="8850000"))) == []


def test_the_own_school_s_roll_may_take_the_place_of_another_s() -> None:
    assert list(about_source(SOURCE, replace(OWN, present_school="8850001"))) == []


def test_half_a_school_s_number_is_not_compared() -> None:
    assert list(about_source(SOURCE, Expected(school="885", today=TODAY))) == []


def test_the_digest_changes_with_anything_in_the_roll() -> None:
    digests = {
        preview(pupil(1), pupil(2)).digest,
        preview(pupil(2), pupil(1)).digest,
        preview(pupil(1)).digest,
        preview(pupil(1), pupil(2, "Other")).digest,
        preview(pupil(1), pupil(2), Unreadable(row=3, reason="")).digest,
    }
    assert len(digests) == 5
    assert preview(pupil(1)).digest == preview(pupil(1), old=(pupil(9),)).digest
