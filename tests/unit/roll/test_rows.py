"""A row of the roll: all that a referral may need, nothing else, and found by a part of it."""

from __future__ import annotations

from zlib import crc32

from ffd_desktop.roll.ctf import read_ctf
from ffd_desktop.roll.ctf_names import NAMES, NUMBERS
from ffd_desktop.roll.keys import family_keys, search_key, sort_key
from ffd_desktop.roll.pupil import Found, Pupil
from ffd_desktop.roll.rows import key_of, pupil_of
from tests.builders.roll import ctf_stream, found_of, many_pupils


def test_the_part_of_a_pupil_has_the_keys_of_the_whole() -> None:
    for pupil in (*many_pupils(60), Pupil(forename="Bea", surname="Fenwick")):
        found = found_of(pupil)
        whole = pupil_of(found.body)
        assert whole == pupil
        for key in (key_of, search_key, sort_key, family_keys):
            assert key(found.known) == key(whole)


def test_what_nobody_reads_is_not_kept() -> None:
    text = (
        "<Pupil><Surname>Fenwick</Surname><Secret>xx-secret</Secret><BasicDetails><Photo>"
        "xx-photo</Photo></BasicDetails><Exclusions><Exclusion><Reason>xx-reason</Reason>"
        "</Exclusion></Exclusions><StageAssessments><Result>xx-result</Result></StageAssessments>"
        "</Pupil>"
    )
    (found,) = read_ctf(ctf_stream(text))
    assert isinstance(found, Found)
    assert b"Fenwick" in found.body
    assert b"xx-" not in found.body


def test_rows_of_vaults_can_be_read_because_the_names_keep_their_numbers() -> None:
    released = " ".join(NAMES[number] for number in range(1, 110))
    assert crc32(released.encode()) == 0x828A247F
    assert sorted(NUMBERS.values()) == list(range(1, len(NUMBERS) + 1))
