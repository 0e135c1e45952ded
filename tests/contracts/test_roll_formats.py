"""What every roll format promises: known by its bytes, read whole, stopped at once, never fatal."""

from __future__ import annotations

import builtins
import io
import os
import tempfile
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffd_desktop.app.formats import formats, proposed
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.ctf import never
from ffd_desktop.roll.formats import RollFormat, format_of
from ffd_desktop.roll.importing import Reading
from ffd_desktop.roll.pupil import Pupil, Unreadable
from tests.builders.dialects import DIALECTS, Dialect, made_pupil
from tests.builders.roll import ctf_text, pupils_in

FORMATS = formats(proposed)
CTF = Dialect(
    "CTF",
    lambda pupils: ctf_text(*pupils).encode(),
    lambda pupil: pupil,
    "8850000_CTF_XXXXXXX_001.xml",
)
EVERY = (CTF, *DIALECTS)
each_dialect = pytest.mark.parametrize("dialect", EVERY, ids=lambda one: one.name)


def begun(data: bytes, dialect: Dialect, stop: Callable[[], bool] = never) -> Reading:
    stream = io.BytesIO(data)
    return format_of(stream, FORMATS).read(stream, file_name=dialect.file_name, stop=stop)


def told(dialect: Dialect, pupils: Sequence[Pupil]) -> list[Pupil | Unreadable]:
    return list(pupils_in(begun(dialect.write(pupils), dialect)))


@given(st.lists(st.tuples(st.integers(0, 4_999), st.integers(0, 2)), min_size=1, max_size=12))
@settings(max_examples=15, deadline=None)
@each_dialect
def test_a_roll_comes_back_as_far_as_its_format_can_say_it(
    dialect: Dialect, drawn: list[tuple[int, int]]
) -> None:
    unlike = dict(drawn)
    pupils = [made_pupil(serial, contacts=contacts) for serial, contacts in unlike.items()]
    if dialect is CTF:  # it has no admission number
        assert len(told(dialect, pupils)) == len(pupils)
    else:
        assert told(dialect, pupils) == [dialect.carries(one) for one in pupils]


@each_dialect
def test_each_file_is_claimed_by_one_format_before_the_one_that_takes_anything(
    dialect: Dialect,
) -> None:
    data = dialect.write([made_pupil(1), made_pupil(2)])
    stream = io.BytesIO(data)
    claims = [one for one in FORMATS[:-1] if one.claims(data[:65536], stream)]
    assert len(claims) == (0 if dialect is CTF else 1)


@each_dialect
def test_stopping_stops(dialect: Dialect) -> None:
    data = dialect.write([made_pupil(serial) for serial in range(700)])
    with pytest.raises(ProblemForPerson) as caught:
        list(begun(data, dialect, stop=lambda: True))
    assert caught.value.code == "stopped"


@each_dialect
def test_the_source_is_known_at_the_first_pupil_and_names_the_file(dialect: Dialect) -> None:
    reading = begun(dialect.write([made_pupil(1), made_pupil(2)]), dialect)
    for _ in reading:
        assert reading.source.document
        break
    assert reading.source.file_name == dialect.file_name


@each_dialect
def test_progress_never_passes_the_size_of_the_file(dialect: Dialect) -> None:
    data = dialect.write([made_pupil(serial) for serial in range(300)])
    reading = begun(data, dialect)
    for _ in reading:
        assert 0 <= reading.read_bytes <= len(data)


@each_dialect
def test_nothing_is_written_to_the_disk(dialect: Dialect, monkeypatch: pytest.MonkeyPatch) -> None:
    data = dialect.write([made_pupil(serial) for serial in range(50)])
    told(dialect, [made_pupil(1)])  # whatever is loaded late is loaded now

    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("the disk was touched")

    for where, name in ((builtins, "open"), (os, "open"), (os, "mkdir"), (tempfile, "mkstemp")):
        monkeypatch.setattr(where, name, refuse)
    assert len(list(begun(data, dialect))) == 50


@each_dialect
def test_a_file_cut_off_anywhere_gives_pupils_or_words(dialect: Dialect) -> None:
    data = dialect.write([made_pupil(serial) for serial in range(6)])
    for at in range(0, len(data), max(1, len(data) // 60)):
        assert_harmless(data[:at], dialect)


@given(st.binary(max_size=60), st.integers(0, 10_000), st.integers(0, 60))
@settings(max_examples=40, deadline=None)
@each_dialect
def test_no_damage_makes_anything_but_pupils_or_words(
    dialect: Dialect, junk: bytes, at: int, gone: int
) -> None:
    data = dialect.write([made_pupil(serial) for serial in range(4)])
    place = at % len(data)
    assert_harmless(data[:place] + junk + data[place + gone :], dialect)


def assert_harmless(data: bytes, dialect: Dialect) -> None:
    try:
        rows = list(pupils_in(begun(data, dialect)))
    except ProblemForPerson:
        return
    assert all(isinstance(row, Pupil | Unreadable) for row in rows)


def test_every_format_is_behind_the_port() -> None:
    known: tuple[RollFormat, ...] = FORMATS
    assert len(known) == 4
    assert known[-1].claims(b"", io.BytesIO())
