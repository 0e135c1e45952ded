"""Rolls as tables on the command line: the mapping printed, written, changed, used."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from tests.builders.dialects import arbor, made_pupil, oneroster, sims, table
from tests.builders.roll import upn
from tests.builders.vaults import CHEAP, PASSPHRASE
from tests.integration.test_cli import FULL, PROFILE, Shell

PUPILS = [made_pupil(serial) for serial in range(1, 8)]


def made(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    folder = tmp_path / "vault"
    desk, _ = Program(folder=folder).create(SetUp(PASSPHRASE, PROFILE, params=CHEAP))
    desk.close()
    return Shell(folder, capsys)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    rows = [["UPN", "Clan", "First"], [upn(1), "Fenwick", "Ola"]]
    return made(tmp_path, "odd.csv", table(rows))


def test_a_table_is_taken_and_its_mapping_is_printed(shell: Shell, tmp_path: Path) -> None:
    said = shell.lines("roll", "import", made(tmp_path, "sims.csv", sims(PUPILS)))
    assert "Pupils 7: new 7" in said
    assert "Legal Surname: Pupil: Surname" in shell.err
    assert "Reg: left out" in shell.err
    shown = shell.json("roll", "show", PUPILS[0].upn)
    assert [one["relationship"] for one in shown["contacts"]] == ["PAM", "PAF"]


def test_a_workbook_a_oneroster_file_and_a_folder_are_taken(shell: Shell, tmp_path: Path) -> None:
    shell.lines("roll", "import", made(tmp_path, "Students.xlsx", arbor(PUPILS)))
    packed = made(tmp_path, "roll.zip", oneroster(PUPILS))
    said = shell.json("roll", "import", packed)
    assert said["source"]["school_name"] == "Saltmarsh Green Primary (fictional)"
    folder = tmp_path / "oneroster"
    folder.mkdir()
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    again = shell.json("roll", "import", folder)
    assert (again["pupils"], again["unchanged"]) == (7, 7)


def test_missing_columns_are_refused_in_words(shell: Shell, odd: Path) -> None:
    code, _ = shell.run("roll", "import", odd)
    assert code == 1
    assert "the pupil’s surname" in shell.err
    assert shell.json("roll", "find", "Ola") == []


def test_a_mapping_is_written_changed_and_used(shell: Shell, odd: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    assert "Nothing was stored" in shell.lines("roll", "import", odd, "--write-mapping", mapping)
    text = mapping.read_text(encoding="utf-8")
    changed = text.replace('heading = "Clan"\nis = ""', 'heading = "Clan"\nis = "surname"')
    assert changed != text
    mapping.write_text(changed, encoding="utf-8")
    shell.lines("roll", "import", odd, "--mapping", mapping)
    assert [one["surname"] for one in shell.json("roll", "find", "Ola")] == ["Fenwick"]
    shell.lines("roll", "import", odd)  # the mapping is remembered for these headings


def test_a_mapping_file_is_never_written_over(shell: Shell, odd: Path, tmp_path: Path) -> None:
    mapping = made(tmp_path, "mapping.toml", b"mine")
    code, _ = shell.run("roll", "import", odd, "--write-mapping", mapping)
    assert code == 1
    assert mapping.read_bytes() == b"mine"


@pytest.mark.parametrize("option", ["--mapping", "--write-mapping"])
def test_a_mapping_is_only_for_tables(shell: Shell, option: str, tmp_path: Path) -> None:
    code, _ = shell.run("roll", "import", FULL, option, tmp_path / "mapping.toml")
    assert code == 1
    assert "no columns to map" in shell.err


def test_tables_with_different_headings_are_refused(
    shell: Shell, odd: Path, tmp_path: Path
) -> None:
    code, _ = shell.run("roll", "import", odd, made(tmp_path, "sims.csv", sims(PUPILS)))
    assert code == 1
    assert "same headings" in shell.err


def test_two_tables_with_the_same_headings_are_one_roll(shell: Shell, tmp_path: Path) -> None:
    first = made(tmp_path, "a.csv", sims(PUPILS[:4]))
    second = made(tmp_path, "b.csv", sims(PUPILS[4:]))
    assert shell.json("roll", "import", first, second)["pupils"] == 7


def test_one_whom_a_referral_names_stays_when_they_leave(shell: Shell, tmp_path: Path) -> None:
    shell.lines("roll", "import", made(tmp_path, "a.csv", sims(PUPILS)))
    gone = PUPILS[0]
    shell.json("referral", "new", "--form", "worcestershire/csc", "--upn", gone.upn)
    said = shell.lines("roll", "import", made(tmp_path, "b.csv", sims(PUPILS[1:])))
    assert "Kept although gone, because a referral names them: 1." in said
    assert "left the roll" in shell.lines("roll", "find", gone.upn)
