"""The people of a vault on the command line: list, add, remove, rename, and --as."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher import vault as sql_vault
from ffd_desktop.cli import main
from ffd_desktop.vault import calibrate, keys
from tests.builders import referrals as built
from tests.builders.vaults import CHEAP, PASSPHRASE, STAFF, by, new_vault, opened_patiently

HIS = "lantern gravel tulip"
HIM = "Idris Calloway"
SMALL = built.small()
Run = Callable[..., tuple[int, object]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(SMALL, by=by())
    vault.lock()
    (tmp_path / "mine").write_text(f"{PASSPHRASE}\n")
    (tmp_path / "his").write_text(f"{HIS}\n")
    return tmp_path / "v"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb with somebody's passphrase; give its exit code and its JSON."""
    monkeypatch.setattr(calibrate, "choose", lambda *_, **__: CHEAP)
    monkeypatch.setattr(calibrate, "next_up", lambda cost, _: cost)
    sql_vault.calibrated.cache_clear()

    def run(*words: object, who: str = "mine") -> tuple[int, object]:
        secret = str(folder.parent / who)
        common = ("--vault", str(folder), "--passphrase-file", secret, "--json")
        code = main([*map(str, words), *common])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def both(run: Run, folder: Path) -> Run:
    his = folder.parent / "his"
    added = run("vault", "staff", "add", HIM, "--role", "deputy", "--new-passphrase-file", his)
    assert added == (0, {"added": HIM})
    return run


def restricted(folder: Path) -> None:
    """Let only Idris read the one referral."""
    vault = opened_patiently(folder, HIS)
    vault.referrals.restrict(SMALL.id, (vault.state.person,), by=by())
    vault.lock()


def test_whoever_was_added_is_listed_and_opens_it(both: Run) -> None:
    code, listed = both("vault", "staff", "list", who="his")
    assert code == 0
    assert isinstance(listed, list)
    assert [(one["name"], one["role"], one["you"]) for one in listed] == [
        (STAFF.name, STAFF.role, False),
        (HIM, "deputy", True),
    ]


def test_as_tries_that_persons_way_in_alone(both: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    real = keys.argon2id
    monkeypatch.setattr(keys, "argon2id", lambda *a, **k: tried.append(1) or real(*a, **k))
    assert both("vault", "staff", "list", "--as", HIM.upper(), who="his")[0] == 0
    assert len(tried) == 1
    code, problem = both("vault", "staff", "list", "--as", HIM)
    assert (code, problem["code"]) == (1, "wrong_passphrase")


def test_as_nobody_tries_nothing(both: Run) -> None:
    code, problem = both("referral", "list", "--as", "Nobody Here")
    assert (code, problem["code"]) == (1, "staff_unknown")


def test_whoever_was_removed_opens_nothing(both: Run) -> None:
    code, done = both("vault", "staff", "remove", HIM.lower())
    assert (code, done["recovery_sheet_works"]) == (0, True)
    code, problem = both("vault", "verify", who="his")
    assert (code, problem["code"]) == (1, "wrong_passphrase")


def test_nobody_removes_somebody_unknown(both: Run) -> None:
    code, problem = both("vault", "staff", "remove", "Nobody Here")
    assert (code, problem["code"]) == (1, "staff_unknown")


def test_nobody_removes_themselves_and_is_told_who_can(both: Run) -> None:
    code, problem = both("vault", "staff", "remove", HIM, who="his")
    assert isinstance(problem, dict)
    assert (code, problem["code"]) == (1, "staff_oneself")
    assert both("vault", "staff", "list", who="his")[0] == 0


def test_what_only_they_may_read_must_be_left_knowingly(both: Run, folder: Path) -> None:
    restricted(folder)
    code, problem = both("vault", "staff", "remove", HIM)
    assert (code, problem["code"]) == (1, "drafts_left_unread")
    assert SMALL.reference in problem["what"]
    code, done = both("vault", "staff", "remove", HIM, "--leaving-restricted")
    assert (code, done["left_restricted"]) == (0, [SMALL.reference])


def test_a_new_name_is_the_one_that_opens(both: Run) -> None:
    assert both("vault", "staff", "rename", "Rhiannon Calloway") == (
        0,
        {"name": "Rhiannon Calloway", "role": STAFF.role},
    )
    assert both("vault", "staff", "list", "--as", "Rhiannon Calloway")[0] == 0


@pytest.mark.parametrize(
    "verb",
    [
        ("show", SMALL.id),
        ("history", SMALL.id),
        ("check", SMALL.id),
        ("set", SMALL.id, "concern.what_happened", '"words"'),
        ("add", SMALL.id, "statements", '{"text": "words"}'),
        ("export", SMALL.id, "--text", "never.txt"),
    ],
)
def test_no_verb_gives_a_word_of_what_is_restricted(
    both: Run, folder: Path, verb: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    restricted(folder)
    code, problem = both("referral", *verb)
    assert (code, problem["code"]) == (1, "referral_restricted")
    assert not Path("never.txt").exists()


def test_the_list_says_that_it_exists_and_whom_to_ask(
    both: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    restricted(folder)
    secret = str(folder.parent / "mine")
    words = ["referral", "list", "--vault", str(folder), "--passphrase-file", secret]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert SMALL.reference in told
    assert f"Restricted: ask {HIM}" in told
    assert not any(name in told for name in (one.name for one in SMALL.children) if name)
