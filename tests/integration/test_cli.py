"""The command line: every verb, in this process, on real vaults that are cheap to open."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest

from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.cli import main
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.referral import codec
from tests.builders.vaults import CHEAP, PASSPHRASE

ROOT = Path(__file__).parents[2]
CTF = ROOT / "tests/data/ctf"
FULL = CTF / "8850000_CTF_XXXXXXX_001.xml"
ALEKSANDRA, PIOTR = "T885000024001", "U885000022017"
PROFILE = SchoolProfile(
    school_name="Saltmarsh Green Primary (fictional)",
    la_code="885",
    estab_code="0000",
    council="worcestershire",
    staff_name="Rhiannon Tanglewood",
    staff_role="dsl",
)


class Shell:
    """Runs verbs on one vault and keeps what they said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.secret = folder.parent / "secret"
        self.secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        self.err = ""

    def bare(self, *words: str | Path) -> tuple[int, str]:
        """Run words as they are; give the exit code and what stdout got."""
        self.capsys.readouterr()
        code = main([str(word) for word in words])
        out, self.err = self.capsys.readouterr()
        return code, out

    def run(self, *words: str | Path) -> tuple[int, str]:
        """Run a verb on the vault."""
        return self.bare("--vault", self.folder, "--passphrase-file", self.secret, *words)

    def lines(self, *words: str | Path) -> str:
        """Run a verb that must succeed; give its lines."""
        code, out = self.run(*words)
        assert code == 0, (out, self.err)
        return out

    def json(self, *words: str | Path) -> object:
        """Run a verb that must succeed; give its one JSON value."""
        return json.loads(self.lines(*words, "--json"))

    def problem(self, *words: str | Path) -> str:
        """Run a verb that must fail; give the problem's code."""
        code, out = self.run(*words, "--json")
        assert code == 1
        told = json.loads(out)
        assert set(told) == {"code", "what", "next_step"}
        assert all(told.values())
        return str(told["code"])


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    folder = tmp_path / "vault"
    desk, _ = Program(folder=folder).create(SetUp(PASSPHRASE, PROFILE, params=CHEAP))
    desk.close()
    return Shell(folder, capsys)


@pytest.fixture
def with_roll(shell: Shell) -> Shell:
    shell.lines("roll", "import", FULL)
    return shell


def test_from_a_roll_to_a_paper_by_the_command_line_alone(shell: Shell, tmp_path: Path) -> None:
    preview = shell.json("roll", "import", FULL)
    assert isinstance(preview, dict)
    assert (preview["pupils"], preview["new"]) == (3, 3)
    made = shell.json("referral", "new", "--form", "csc", "--upn", ALEKSANDRA, "--siblings", "all")
    assert isinstance(made, dict)
    one = made["id"]
    shell.json(
        "referral", "set", one, "concern.immediate_danger", "false", "concern.where", '"Hall"'
    )
    added = shell.json("referral", "add", one, "statements", '{"text": "Comes hungry."}')
    assert isinstance(added, dict)
    shown = shell.json("referral", "show", one)
    jsonschema.Draft202012Validator(codec.json_schema()).validate(shown)
    assert isinstance(shown, dict)
    assert [child["upn"] for child in shown["children"]] == [ALEKSANDRA, PIOTR]
    assert shown["concern"] == {"immediate_danger": False, "where": "Hall"}
    assert shown["statements"] == [{"id": added["id"], "text": "Comes hungry."}]
    checked = shell.json("referral", "check", one)
    assert isinstance(checked, dict)
    assert not checked["ready"]
    assert checked["counts"]["must"] == sum(
        finding["grade"] == "must" for finding in checked["findings"]
    )
    for kind in ("pdf", "json", "text"):
        told = shell.json("referral", "export", one, f"--{kind}", tmp_path / f"paper.{kind}")
        assert isinstance(told, dict)
        assert told["bytes"] == (tmp_path / f"paper.{kind}").stat().st_size
    history = shell.json("referral", "history", one)
    assert isinstance(history, list)
    assert history[-1]["edit"]["path"] == f"statements[{added['id']}]"
    assert {row["by"]["actor"] for row in history} == {"Rhiannon Tanglewood"}


def test_words_for_people_say_the_same(with_roll: Shell) -> None:
    assert "Piotr O'Neïll-Żak" in with_roll.lines("roll", "find", "zak piotr")
    shown = with_roll.lines("roll", "show", ALEKSANDRA)
    assert "mother (parental responsibility)" in shown
    assert "court order on record" in shown
    assert f"likely sibling {PIOTR}" in shown
    reference, one = with_roll.lines("referral", "new", "--form", "worcestershire/csc").split()
    assert one in with_roll.lines("referral", "list")
    assert reference in with_roll.lines("referral", "show", one)
    assert "Ready to send: not yet" in with_roll.lines("referral", "check", one)
    assert "The vault is sound." in with_roll.lines("vault", "verify")
    again = with_roll.lines("roll", "import", "--preview", FULL)
    assert "new 0, changed 0, unchanged 3; gone 0." in again
    assert "Nothing was stored." in again


@pytest.mark.parametrize("file", sorted(CTF.glob("8850000_*.xml")), ids=lambda path: path.stem)
def test_every_sample_of_the_roll_is_taken(shell: Shell, file: Path) -> None:
    shell.lines("roll", "import", file)
    found = shell.json("roll", "find", "zak")
    assert isinstance(found, list)
    assert {ALEKSANDRA, PIOTR} <= {one["upn"] for one in found}


def test_a_preview_stores_nothing(shell: Shell) -> None:
    shell.lines("roll", "import", "--preview", FULL)
    assert shell.json("roll", "find", "piotr") == []


def test_a_date_of_birth_that_is_none_is_told_with_its_row(shell: Shell, tmp_path: Path) -> None:
    odd = tmp_path / "odd.xml"
    text, changed = re.subn(
        r"<DOB>[^<]*</DOB>", "<DOB>2015-02-31</DOB>", Path(FULL).read_text("utf-8"), count=1
    )
    assert changed == 1
    odd.write_text(text, "utf-8")
    said = shell.lines("roll", "import", "--preview", odd)
    assert "Row 1: The date of birth, “2015-02-31”, is no calendar date; kept as it is." in said


def test_nobody_found_is_said_and_a_slip_gets_a_suggestion(with_roll: Shell) -> None:
    assert with_roll.lines("roll", "find", "T885000024002") == ""
    assert "Nobody on the roll" in with_roll.err
    assert f"Was {ALEKSANDRA} meant?" in with_roll.err


def test_a_number_of_nobody_here_is_suggested_only_where_there_is_no_roll(shell: Shell) -> None:
    shell.lines("roll", "find", "H801200010001")
    assert "Was H801200001001 meant?" in shell.err
    shell.lines("roll", "import", FULL)
    shell.lines("roll", "find", "H801200010001")
    assert "meant?" not in shell.err


PROBLEMS: dict[str, tuple[str, ...]] = {
    "ctf_attainment_only": ("roll", "import", str(CTF / "CTF_giap_shape_attainment_only.xml")),
    "file_unread": ("roll", "import", "nowhere.xml"),
    "pupil_unknown": ("roll", "show", "' OR 1=1 --"),
    "form_unknown": ("referral", "new", "--form", "nope"),
    "council_unknown": ("referral", "new", "--form", "nowhere/csc"),
    "referral_missing": ("referral", "show", "../../secret"),
}


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_has_a_name_a_reason_and_a_next_step(shell: Shell, code: str) -> None:
    assert shell.problem(*PROBLEMS[code]) == code


BAD_EDITS: dict[str, tuple[str, ...]] = {
    "not json": ("set", "concern.where", "maybe", "value_not_json"),
    "too deep": ("set", "concern.where", "[" * 9000 + "]" * 9000, "value_not_json"),
    "half a letter": ("set", "concern.where", '"\\ud800"', "value_not_json"),
    "another kind": ("set", "concern.immediate_danger", '"maybe"', "value_does_not_fit"),
    "no such place": ("set", "concern.nothing", "true", "unknown_path"),
    "an id": ("set", "id", '"x"', "unknown_path"),
    "no path at all": ("set", "\udcff", "true", "unknown_path"),
    "no item": ("add", "statements", "null", "value_does_not_fit"),
    "a wrong item": ("add", "statements", '{"text": 5}', "value_does_not_fit"),
    "no list": ("add", "concern", "{}", "unknown_path"),
}


def test_a_bad_edit_changes_nothing(shell: Shell) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    before = shell.json("referral", "show", made["id"])
    for verb, where, value, code in BAD_EDITS.values():
        assert shell.problem("referral", verb, made["id"], where, value) == code
    assert shell.problem("referral", "set", made["id"], "concern.where") == "value_missing"
    good_then_bad = ("concern.where", '"Hall"', "concern.nothing", "1")
    assert shell.problem("referral", "set", made["id"], *good_then_bad) == "unknown_path"
    assert shell.json("referral", "show", made["id"]) == before


def test_a_byte_that_is_no_letter_is_kept_as_a_mark(shell: Shell) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    shell.json("referral", "set", made["id"], "concern.where", '"Hall \udcff"')
    shown = shell.json("referral", "show", made["id"])
    assert isinstance(shown, dict)
    assert shown["concern"]["where"] == "Hall \N{REPLACEMENT CHARACTER}"
    assert shell.problem("referral", "show", "\udcff") == "referral_missing"
    assert shell.problem("roll", "show", "\udcff") == "pupil_unknown"


def test_what_a_terminal_would_obey_is_not_printed(shell: Shell) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    child = '{"first_names": "\\u001b[2JEve\\u009b31m", "family_name": "Rush\\rX"}'
    shell.json("referral", "add", made["id"], "children", child)
    shown = shell.lines("referral", "list")
    assert "Eve" in shown
    assert not set(shown) & {"\x1b", "\x9b", "\r"}


def test_an_export_overwrites_only_when_told(shell: Shell, tmp_path: Path) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    target = tmp_path / "mine.txt"
    target.write_text("mine", encoding="utf-8")
    assert shell.problem("referral", "export", made["id"], "--text", target) == "file_exists"
    _, told = shell.run("referral", "export", made["id"], "--text", target)
    assert "--replace" in told + shell.err
    assert target.read_text(encoding="utf-8") == "mine"
    shell.lines("referral", "export", made["id"], "--text", target, "--replace")
    assert made["reference"] in target.read_text(encoding="utf-8")


def test_a_copy_for_the_family_leaves_the_hidden_address_out(shell: Shell, tmp_path: Path) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one, copy, whole = str(made["id"]), tmp_path / "copy.txt", tmp_path / "whole.txt"
    where = '{"lines": "4 Zebra Street", "confidential_from": "the father"}'
    shell.json("referral", "add", one, "addresses", where)
    shell.json("referral", "set", one, "concern.where", '"At 4 Zebra Street"')
    shell.lines("referral", "export", one, "--text", copy, "--for", "family")
    shell.lines("referral", "export", one, "--text", whole, "--for", "council")
    asked = ("--json", tmp_path / "copy.json", "--for", "family")
    assert shell.problem("referral", "export", one, *asked) == "family_copy_json"
    assert "Zebra" not in copy.read_text(encoding="utf-8")
    assert "Zebra" in whole.read_text(encoding="utf-8")


def test_a_copy_for_the_family_that_may_be_unsafe_has_to_be_agreed_to(
    shell: Shell, tmp_path: Path
) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one, copy = str(made["id"]), tmp_path / "copy.pdf"
    shell.json("referral", "set", one, "consent.safe_to_discuss", "false")
    asked = ("referral", "export", one, "--pdf", copy, "--for", "family")
    assert shell.problem(*asked) == "family_copy_unsafe"
    assert not copy.exists()
    shell.lines(*asked, "--agreed")
    assert copy.read_bytes().startswith(b"%PDF")
    whole = tmp_path / "whole.pdf"
    shell.lines("referral", "export", one, "--pdf", whole)


def test_only_the_picture_of_the_family_is_written_out(shell: Shell, tmp_path: Path) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one, picture, words = str(made["id"]), tmp_path / "p.pdf", tmp_path / "p.txt"
    child = shell.json("referral", "add", one, "children", '{"first_names": "Zebedee"}')
    adult = shell.json("referral", "add", one, "people", '{"first_names": "Zillah"}')
    assert isinstance(child, dict)
    assert isinstance(adult, dict)
    tie = {"child": child["id"], "person": adult["id"], "kind": "PAM"}
    shell.json("referral", "add", one, "relationships", json.dumps(tie))
    shell.lines("referral", "export", one, "--pdf", picture, "--only", "genogram")
    shell.lines("referral", "export", one, "--text", words, "--only", "genogram")
    assert picture.read_bytes().startswith(b"%PDF")
    said = words.read_text(encoding="utf-8")
    assert "Children of Zillah (father not recorded): Zebedee." in said
    assert "Worries" not in said
    with pytest.raises(SystemExit) as usage:
        shell.run("referral", "export", one, "--json", words, "--only", "genogram")
    assert usage.value.code == 2


def test_json_before_the_verb_and_a_json_file_go_together(shell: Shell, tmp_path: Path) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    target = tmp_path / "one.json"
    code, out = shell.run("--json", "referral", "export", made["id"], "--json", target)
    assert code == 0
    assert json.loads(out)["file"] == str(target)
    assert codec.decode(target.read_bytes()).id == made["id"]


def test_without_json_nothing_of_it_is_printed(shell: Shell) -> None:
    assert not shell.lines("council", "list").startswith(("[", "{"))


def test_the_three_words_may_stand_before_or_after_the_verb(shell: Shell) -> None:
    after = ("--vault", shell.folder, "--passphrase-file", shell.secret, "--json")
    before = ("--json", "--vault", shell.folder, "--passphrase-file", shell.secret)
    assert shell.bare("referral", "list", *after) == (0, "[]\n")
    assert shell.bare(*before, "referral", "list") == (0, "[]\n")


def test_the_passphrase_may_come_from_standard_input(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\nnot this\n"))
    words = ("--vault", shell.folder, "--passphrase-file", "-", "--json", "referral", "list")
    assert shell.bare(*words) == (0, "[]\n")


def test_a_passphrase_is_never_taken_from_the_arguments(shell: Shell) -> None:
    with pytest.raises(SystemExit) as stopped:
        shell.bare("vault", "verify", "--passphrase", PASSPHRASE)
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"wrong words entirely\n", "wrong_passphrase"),
        (b"", "wrong_passphrase"),
        (b"\xff\xfe\x00", "passphrase_unread"),
        (None, "passphrase_unread"),
    ],
)
def test_a_wrong_or_unreadable_passphrase_opens_nothing(
    shell: Shell, content: bytes | None, code: str
) -> None:
    shell.secret.unlink()
    if content is not None:
        shell.secret.write_bytes(content)
    assert shell.problem("referral", "list") == code


def test_without_a_vault_nobody_is_asked_for_a_passphrase(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    code, out = shell.bare("--vault", shell.folder / "none", "--json", "referral", "list")
    assert (code, json.loads(out)["code"]) == (1, "vault_missing")
    code, out = shell.bare("--vault", shell.folder, "--json", "referral", "list")
    assert (code, json.loads(out)["code"]) == (1, "passphrase_unread")


@pytest.mark.parametrize(
    "words",
    [(), ("nonsense",), ("vault",), ("vault", "create"), ("referral", "export", "x"),
     ("referral", "export", "x", "--pdf", "a", "--text", "b"),
     ("referral", "export", "x", "--json")],
)  # fmt: skip
def test_wrong_use_exits_with_2_and_prints_nothing_on_stdout(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert "usage: ffd-desktop" in err


CREATE = ("vault", "create", "--council", "worcestershire", "--school-name", "Larkrise",
          "--staff-name", "Lowri Kaya", "--recovery-file")  # fmt: skip


def test_a_vault_is_made_and_its_recovery_code_opens_it(shell: Shell, tmp_path: Path) -> None:
    folder, sheet = tmp_path / "new", tmp_path / "recovery.txt"
    words = ("--vault", folder, "--passphrase-file", shell.secret, "--json")
    code, out = shell.bare(*words, *CREATE, sheet)
    assert (code, json.loads(out)) == (0, {"vault": str(folder), "recovery_file": str(sheet)})
    assert "delete the file" in shell.err
    desk = Program(folder=folder).unlock_with_code(sheet.read_text(encoding="utf-8"))
    assert desk.profile().school_name == "Larkrise"
    desk.close()
    sheet.unlink()
    code, out = shell.bare(*words, *CREATE, sheet)
    assert (code, json.loads(out)["code"]) == (1, "vault_exists")
    assert not sheet.exists()


@pytest.mark.parametrize("spoil", ["no folder", "there already"])
def test_without_a_place_for_the_recovery_code_no_vault_is_made(
    shell: Shell, tmp_path: Path, spoil: str
) -> None:
    sheet = tmp_path / "missing" / "r.txt" if spoil == "no folder" else tmp_path / "r.txt"
    if spoil == "there already":
        sheet.write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    folder = tmp_path / "new"
    code, out = shell.bare(
        "--vault", folder, "--passphrase-file", shell.secret, "--json", *CREATE, sheet
    )
    assert code == 1
    assert json.loads(out)["code"] in ("folder_missing", "file_exists")
    assert sorted(tmp_path.iterdir()) == before


def test_a_weak_passphrase_makes_no_vault_and_leaves_no_file(shell: Shell, tmp_path: Path) -> None:
    shell.secret.write_text("password1234\n", encoding="utf-8")
    folder, sheet = tmp_path / "new", tmp_path / "recovery.txt"
    words = ("--vault", folder, "--passphrase-file", shell.secret, "--json")
    code, out = shell.bare(*words, *CREATE, sheet)
    assert (code, json.loads(out)["code"]) == (1, "passphrase_weak")
    assert not folder.exists()
    assert not sheet.exists()


def test_councils_are_listed_shown_and_checked_without_a_vault(
    shell: Shell, tmp_path: Path
) -> None:
    code, out = shell.bare("council", "list", "--json")
    assert code == 0
    assert "worcestershire" in [one["key"] for one in json.loads(out)]
    code, out = shell.bare("council", "show", "worcestershire")
    assert code == 0
    assert "concern.immediate_danger  [yes_no]" in out
    code, out = shell.bare("council", "check", ROOT / "resources/councils/worcestershire")
    assert code == 0
    assert "sound. 2 forms," in out
    (tmp_path / "pack.toml").write_text('key = "x"\nnonsense = 1\n', encoding="utf-8")
    code, out = shell.bare("council", "check", tmp_path, "--json")
    assert code == 1
    assert "pack.toml" in json.loads(out)["what"]


def test_the_schema_is_printed_whole(shell: Shell) -> None:
    code, out = shell.bare("schema")
    assert code == 0
    assert json.loads(out) == json.loads(json.dumps(codec.json_schema()))


def test_a_vault_open_elsewhere_is_said_to_be(shell: Shell) -> None:
    desk = Program(folder=shell.folder).unlock(PASSPHRASE)
    try:
        assert shell.problem("referral", "list") == "vault_in_use"
    finally:
        desk.close()
