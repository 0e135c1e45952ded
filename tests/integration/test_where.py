"""Where the vault is: never made silently in a bad place; IT support's wishes; ``vault where``."""

import json
from pathlib import Path

import pytest

from ffd_desktop.adapters.machine_config import Found
from ffd_desktop.app import upkeep, where
from ffd_desktop.app.arranged import Arrangements
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.app.where import Why
from ffd_desktop.cli import main
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import calibrate
from tests.builders.vaults import CHEAP, PASSPHRASE

PROFILE = SchoolProfile(
    school_name="Larkrise School", council="worcestershire", staff_name="Rhiannon Tanglewood"
)
NOTHING = Arrangements()


def wishes(*agreed_to: str) -> SetUp:
    return SetUp(PASSPHRASE, PROFILE, params=CHEAP, agreed_to=agreed_to)


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """A folder inside Nextcloud."""
    (tmp_path / "School").mkdir()
    (tmp_path / "School" / ".nextcloudsync.log").touch()
    return tmp_path / "School" / "vault"


def told(program: Program) -> str:
    """Open the vault and give what is said of it."""
    desk = program.unlock(PASSPHRASE)
    try:
        return " ".join(upkeep.begin_backups(program, desk)())
    finally:
        desk.close()


def test_a_vault_is_never_made_silently_where_something_speaks_against_it(synced: Path) -> None:
    program = Program(folder=synced, arranged=NOTHING)
    with pytest.raises(ProblemForPerson, match="is inside Nextcloud") as caught:
        program.create(wishes())
    assert caught.value.code == "place_cloud"
    assert not synced.exists()
    program.create(wishes("place_cloud"))[0].close()
    assert program.has_vault()


def test_what_was_agreed_to_is_not_said_at_each_opening(synced: Path) -> None:
    program = Program(folder=synced, arranged=NOTHING)
    program.create(wishes("place_cloud"))[0].close()
    assert "Nextcloud" not in told(program)
    program.keep_look(program.look().__class__())
    assert "is inside Nextcloud" in told(program)


def test_a_vault_that_is_opened_in_a_bad_place_is_explained(synced: Path, home: Path) -> None:
    Program(folder=synced, arranged=NOTHING).create(wishes("place_cloud"))[0].close()
    program = Program(arranged=NOTHING)
    assert [one.code for one in where.doubts(synced)] == ["place_cloud"]
    with pytest.raises(ProblemForPerson, match="vault_missing"):
        where.doubts(home)
    program.use_folder(synced)
    assert "is inside Nextcloud" in told(program)
    program.use_folder(synced, agreed_to=("place_cloud",))
    assert "Nextcloud" not in told(program)
    assert Program(arranged=NOTHING).where.why is Why.KEPT


def test_another_folder_can_be_chosen_and_is_found_again(tmp_path: Path) -> None:
    program = Program(arranged=NOTHING)
    assert program.where.why is Why.USUAL
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    program.settle_in(where.room_in(tmp_path / "full"))
    assert program.folder == tmp_path / "full" / "FFD Desktop vault"
    program.create(wishes())[0].close()
    assert Program(arranged=NOTHING).folder == program.folder
    program.settle_in(program.usual_folder)
    assert program.where.why is Why.USUAL
    (tmp_path / "empty").mkdir()
    assert where.room_in(tmp_path / "empty") == tmp_path / "empty"


def test_it_support_sets_the_folder_and_the_backups(tmp_path: Path) -> None:
    arranged = Arrangements(
        tmp_path / "config.toml",
        vault_folder=tmp_path / "set" / "vault",
        backup_folder=tmp_path / "share" / "dsl",
    )
    program = Program(arranged=arranged)
    assert (program.folder, program.where.why) == (tmp_path / "set" / "vault", Why.ARRANGED)
    assert where.place(program).is_arranged
    program.create(wishes())[0].close()
    assert "no backup" not in told(program)
    made = program.backups.after_lock()
    assert made is not None
    assert made.path.parent == tmp_path / "share" / "dsl"


def test_a_vault_from_before_stays_in_use_and_it_is_said(tmp_path: Path) -> None:
    Program(arranged=NOTHING).create(wishes())[0].close()
    program = Program(arranged=Arrangements(tmp_path / "c", vault_folder=tmp_path / "set"))
    assert program.where.why is Why.STAYED
    assert "Your IT support set another folder" in told(program)


def test_a_mistake_in_the_file_is_told_and_never_keeps_the_vault_shut(tmp_path: Path) -> None:
    Program(arranged=NOTHING).create(wishes())[0].close()
    found = Found(tmp_path / "config.toml", b"[vault]\nfolder = 'here'\n[nonsense]\nx = 1\n")
    program = Program(arranged=where.arrangements(found, lambda _: True))
    said = told(program)
    assert f"Tell your IT support: {found.path}: vault.folder must be a whole path" in said
    assert "there is no setting nonsense.x" in said


def test_a_file_that_does_not_count_is_told_and_arranges_nothing(tmp_path: Path) -> None:
    found = Found(tmp_path / "config.toml", fault="it cannot be read.")
    arranged = where.arrangements(found, lambda _: True)
    assert list(arranged.lines()) == []
    assert arranged.faults == (f"{found.path}: it cannot be read.",)
    assert where.arrangements(None, lambda _: True) == NOTHING


def test_quick_unlock_is_allowed_unless_it_support_forbids_it() -> None:
    for said, allowed in ((None, True), (True, True), (False, False)):
        assert Program(arranged=Arrangements(quick_unlock=said)).allows_quick_unlock is allowed


def create(synced: Path, *more: str) -> int:
    (synced.parent.parent / "pass").write_text(f"{PASSPHRASE}\n")
    words = ["vault", "create", "--council", "worcestershire", "--school-name", "Larkrise"]
    words += ["--staff-name", "Rhiannon", "--recovery-file", str(synced.parent.parent / "code")]
    words += ["--vault", str(synced), "--passphrase-file", str(synced.parent.parent / "pass")]
    return main([*words, "--json", *more])


def test_the_command_line_explains_and_wants_it_said_once_more(
    synced: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calibrate, "choose", lambda *_, **__: CHEAP)
    assert create(synced) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["code"] == "place_cloud"
    assert "--even-here" in said["next_step"]
    assert not (synced.parent.parent / "code").exists()
    assert create(synced, "--even-here") == 0
    assert "is inside Nextcloud" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "exit_code"), [("yes", 0), ("no", 1), ("", 1)])
def test_at_a_terminal_the_person_is_asked(
    synced: Path, monkeypatch: pytest.MonkeyPatch, answer: str, exit_code: int
) -> None:
    monkeypatch.setattr(calibrate, "choose", lambda *_, **__: CHEAP)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert create(synced) == exit_code


def test_where_says_the_folder_why_and_what_speaks_against_it(
    synced: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vault", "where", "--vault", str(synced), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["folder"], said["why"], said["has_vault"]) == (str(synced), "named", False)
    assert [one["code"] for one in said["concerns"]] == ["place_cloud"]
    assert main(["vault", "where"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        str(home / ".local/share/ffd-desktop/vault"),
        "It is the usual place on this computer.",
        "There is no vault there yet.",
        "Nothing speaks against this folder.",
    ]
