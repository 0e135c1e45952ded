"""What IT support arranges for a computer: what is good counts, what is wrong is told."""

from pathlib import Path, PureWindowsPath

import pytest

from ffd_desktop.app.arranged import Arrangements, read_arranged

FILE = Path("/etc/xdg/ffd-desktop/config.toml")
EXAMPLE = Path(__file__).parents[3] / "docs" / "config.toml"
LINUX = {"USER": "dsl", "LOCALAPPDATA": ""}
WINDOWS = {"LOCALAPPDATA": r"C:\Users\dsl\AppData\Local", "USERNAME": "dsl"}


def read(text: str | bytes, **more: str) -> Arrangements:
    data = text if isinstance(text, bytes) else text.encode()
    return read_arranged(
        data,
        FILE,
        environment={**LINUX, **more},
        home="/home/dsl",
        knows_council=lambda key: key == "worcestershire",
    )


def test_the_example_in_the_docs_is_read_whole() -> None:
    read_ = read_arranged(
        EXAMPLE.read_bytes(), FILE, environment=WINDOWS, home=r"C:\Users\dsl", is_windows=True
    )
    assert read_.faults == ()
    assert PureWindowsPath(str(read_.vault_folder)) == PureWindowsPath(
        r"C:\Users\dsl\AppData\Local\FFD Desktop\vault"
    )
    assert PureWindowsPath(str(read_.backup_folder)) == PureWindowsPath(
        r"\\school-server\safeguarding-backups\dsl"
    )
    assert read_.longest_idle_minutes == 10
    assert read_.quick_unlock is False
    assert read_.council == "worcestershire"
    assert len(list(read_.lines())) == 5


def test_an_empty_file_arranges_nothing_and_is_no_mistake() -> None:
    assert read("") == Arrangements(FILE)


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ("/srv/vaults/$USER", "/srv/vaults/dsl"),
        ("~/vault", "/home/dsl/vault"),
        ("$HOME/vault", "/home/dsl/vault"),
        ("/srv/a~b", "/srv/a~b"),
        ("/srv/50% more", "/srv/50% more"),
    ],
)
def test_the_listed_placeholders_are_filled_in(written: str, folder: str) -> None:
    found = read(f"[vault]\nfolder = '{written}'")
    assert found.faults == ()
    assert found.vault_folder == Path(folder)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[vault]\nfolder = 3", "vault.folder must be text in quotation marks."),
        ("[vault]\nfolder = 'vault'", "vault.folder must be a whole path"),
        ("[vault]\nfolder = ''", "vault.folder must be a whole path"),
        ("[vault]\nfolder = '/srv/%PATH%'", "vault.folder holds %PATH%; only"),
        ("[vault]\nfolder = '/srv/$SHELL'", "vault.folder holds $SHELL; only"),
        ("[vault]\nfolder = '/srv/${USER}'", "vault.folder holds ${USER}; only"),
        ("[vault]\nfolder = '%LOCALAPPDATA%/x'", "which is not known on this computer."),
        ('[vault]\nfolder = "/srv/\\u0000"', "holds a character that no folder has."),
        ("[vault]\nfolders = '/srv'", "there is no setting vault.folders."),
        ("[locking]\nlongest_idle_minutes = 0", "must be a whole number from 1 to 60."),
        ("[locking]\nlongest_idle_minutes = 61", "must be a whole number from 1 to 60."),
        ("[locking]\nlongest_idle_minutes = 5.5", "must be a whole number from 1 to 60."),
        ("[locking]\nlongest_idle_minutes = true", "must be a whole number from 1 to 60."),
        ("[school]\ncouncil = 'atlantis'", "school.council names no council"),
        ("council = 'worcestershire'", "council stands outside a table"),
        ("[vault\n", "the file is not TOML, so nothing of it was taken"),
        (b"\xff\xfe", "the file is not TOML, so nothing of it was taken"),
    ],
)
def test_each_mistake_is_told_with_file_and_key_and_costs_that_key_alone(
    text: str | bytes, told: str
) -> None:
    found = read(text)
    (fault,) = found.faults
    assert fault.startswith(f"{FILE}: ")
    assert told in fault
    assert list(found.lines()) == []
    if isinstance(text, str) and "not TOML" not in fault and "[locking]" not in text:
        more = read(f"{text}\n[locking]\nlongest_idle_minutes = 7")
        assert more.longest_idle_minutes == 7
        assert more.faults == found.faults


@pytest.mark.parametrize("value", ["'no'", "'false'", "0", "1", "'yes'", "[]"])
def test_what_is_unclear_about_the_keyring_forbids_it(value: str) -> None:
    found = read(f"[locking]\nquick_unlock = {value}")
    assert found.quick_unlock is False
    assert found.faults == (
        f"{FILE}: locking.quick_unlock must be true or false; until it is, false is taken.",
    )
