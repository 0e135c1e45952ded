"""A draft and a record go from one school's vault to another's in a package, and a receipt back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from ffd_desktop.app import nags
from ffd_desktop.app.following import Following
from ffd_desktop.app.post import Post
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.comments import Comment
from tests.builders.files import SECRETS, photo
from tests.builders.vaults import CHEAP, PASSPHRASE
from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]
CANARY = "zzcanaryzz came in late"
THERE = SchoolProfile(
    school_name="Oakfield Fictional Academy",
    council="walsall",
    staff_name="Ann Teasdale-Fictional",
    staff_role="dsl",
)


@pytest.fixture
def there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The vault of another school, with a referral under the same reference already."""
    folder = tmp_path / "there" / "vault"
    folder.parent.mkdir()
    desk, _ = Program(folder=folder).create(SetUp(PASSPHRASE, THERE, params=CHEAP))
    desk.close()
    made = Shell(folder, capsys)
    made.json("referral", "new", "--form", "marf")
    return made


@pytest.fixture
def draft(shell: Shell, tmp_path: Path) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one = str(made["id"])
    shell.json("referral", "set", one, "concern.what_happened", f'"{CANARY}."')
    (tmp_path / "bruise.jpg").write_bytes(photo())
    shell.json("referral", "attach", one, tmp_path / "bruise.jpg", "--title", "A photograph")
    shell.json("referral", "comment", one, "", "zzcommentzz")
    shell.json("referral", "set", one, "after.rationale", '"zzrationalezz"')
    return one


class Sent:
    """A package on its way, and its passphrase."""

    def __init__(self, shell: Shell, referral: str, folder: Path, name: str = "p.ffd") -> None:
        self.file = folder / name
        told = shell.json("referral", "pack", referral, "--out", self.file, "--to", "Oakfield")
        assert isinstance(told, dict)
        self.told = told
        self.secret = folder / f"{name}.txt"
        self.secret.write_text(f"{told['passphrase']}\n", "utf-8")

    def words(self) -> tuple[str | Path, ...]:
        return "referral", "unpack", self.file, "--package-passphrase-file", self.secret


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def ids(shell: Shell) -> list[str]:
    listed = shell.json("referral", "list")
    assert isinstance(listed, list)
    return [one["id"] for one in listed]


def test_a_sealed_record_stays_what_was_sealed(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "seal", draft)
    (tmp_path / "words.txt").write_text("It was at the other gate.", "utf-8")
    shell.json("referral", "addendum", draft, "--text-file", tmp_path / "words.txt")
    sent = Sent(shell, draft, tmp_path)
    before = there.json("referral", "list")
    told = there.json(*sent.words())
    assert told["school"] == "Saltmarsh Green Primary (fictional)"
    assert told["id"] == draft
    assert told["taken_in_as"] == told["reference"]
    kept, ours = there.json("referral", "sealed", draft), shell.json("referral", "sealed", draft)
    assert [{**one, "findings": []} for one in kept] == [
        {**{k: v for k, v in one.items() if k != "findings"}, "findings": []} for one in ours
    ]
    for number in (0, 1):
        for shell_, name in ((shell, "a"), (there, "b")):
            for kind in ("pdf", "json"):
                target = tmp_path / f"{name}{number}.{kind}"
                more = ("--addendum", str(number)) if number else ()
                shell_.lines("referral", "export", draft, *more, f"--{kind}", target)
        assert digest(tmp_path / f"a{number}.pdf") == digest(tmp_path / f"b{number}.pdf")
        assert digest(tmp_path / f"a{number}.json") == digest(tmp_path / f"b{number}.json")
    assert there.problem("referral", "set", draft, "concern.where", '"Hall"') == "referral_sealed"
    assert [one for one in before if one["id"] not in ids(there)] == []
    (row,) = [one for one in there.json("referral", "list") if one["id"] == draft]
    assert row["state"] == "closed"
    more = ("--text-file", tmp_path / "words.txt")
    assert there.problem("referral", "addendum", draft, *more) == "received_not_ours"
    assert "The vault is sound." in there.lines("vault", "verify")


def test_a_record_of_another_school_is_not_sent_to_the_council_again(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "seal", draft)
    there.json(*Sent(shell, draft, tmp_path).words())
    program = Program(folder=there.folder)
    desk = program.unlock(PASSPHRASE)
    post = Post(program, desk)
    (facts,) = desk.sealed.of(draft)
    with pytest.raises(ProblemForPerson) as raised:
        post.queue(facts)
    assert raised.value.code == "received_not_ours"
    assert desk.outbox.of(facts.id) is None
    assert nags.of_referral(desk, draft) == ()
    due = Following(desk, program.packs).look().values()
    assert draft not in {line.of.id for lines in due for line in lines}
    desk.close()


def test_a_photograph_of_a_record_comes_out_as_the_copy_that_left(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    made = shell.json("referral", "seal", draft)
    assert isinstance(made, dict)
    there.json(*Sent(shell, draft, tmp_path).words())
    (copy,) = made["attachments"]
    there.lines(
        "referral",
        "attachment",
        draft,
        copy["attachment"],
        "--original",
        "--out",
        tmp_path / "out.jpg",
    )
    assert digest(tmp_path / "out.jpg") == copy["digest"]


def test_a_draft_becomes_a_draft_with_its_own_reference_and_its_files(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    told = there.json(*Sent(shell, draft, tmp_path).words())
    assert told["what"] == "draft"
    assert told["id"] != draft
    assert told["taken_in_as"] == "FFD-2026-0002"
    there.json("referral", "set", told["id"], "concern.where", '"At the gate"')
    there.lines("referral", "export", told["id"], "--json", tmp_path / "out.json")
    found = codec.decode((tmp_path / "out.json").read_bytes())
    assert found.concern.what_happened == f"{CANARY}."
    (attached,) = found.attachments
    there.lines("referral", "attachment", told["id"], attached.id, "--out", tmp_path / "out.jpg")
    data = (tmp_path / "out.jpg").read_bytes()
    assert data.startswith(b"\xff\xd8")
    assert not [secret for secret in SECRETS if secret in data]
    assert "The vault is sound." in there.lines("vault", "verify")


@pytest.mark.parametrize("is_sealed", [False, True])
def test_what_stays_at_the_school_does_not_travel(
    shell: Shell, there: Shell, draft: str, tmp_path: Path, *, is_sealed: bool
) -> None:
    if is_sealed:
        shell.json("referral", "seal", draft)
    told = there.json(*Sent(shell, draft, tmp_path).words())
    shown = json.dumps(there.json("referral", "show", told["id"]))
    assert CANARY in shown
    assert "zzcommentzz" not in shown
    assert "zzrationalezz" not in shown
    assert Comment.__name__ not in shown


def test_no_plain_word_is_in_the_package(shell: Shell, draft: str, tmp_path: Path) -> None:
    sent = Sent(shell, draft, tmp_path)
    data = sent.file.read_bytes()
    assert data.startswith(b"FFD-PACK")
    for word in (b"zzcanaryzz", b"FFD-2026", b"Saltmarsh", b"Oakfield", b"%PDF", b"children"):
        assert word not in data


def test_a_preview_takes_nothing_in(shell: Shell, there: Shell, draft: str, tmp_path: Path) -> None:
    before = ids(there)
    told = there.json(*Sent(shell, draft, tmp_path).words(), "--preview")
    assert (told["files"], told["sent_by"]) == (1, "Rhiannon Tanglewood")
    assert "id" not in told
    assert ids(there) == before


def test_the_same_package_twice_is_told(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    sent = Sent(shell, draft, tmp_path)
    there.json(*sent.words())
    before = ids(there)
    assert there.problem(*sent.words()) == "package_here"
    assert ids(there) == before


def test_a_record_is_not_taken_in_over_itself_or_after_it_was_destroyed(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "seal", draft)
    sent = Sent(shell, draft, tmp_path)
    assert shell.problem(*sent.words()) == "package_here"
    there.json(*sent.words())
    again = Sent(shell, draft, tmp_path, "again.ffd")
    assert there.problem(*again.words()) == "package_here"


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    sent = Sent(shell, draft, tmp_path)
    right = sent.secret.read_text("utf-8")
    sent.secret.write_text("1" * 24, "utf-8")
    assert there.problem(*sent.words()) == "package_passphrase"
    sent.secret.write_text(" ".join(right[at : at + 4] for at in range(0, 24, 4)), "utf-8")
    data = sent.file.read_bytes()
    sent.file.write_bytes(data[:-1])
    assert there.problem(*sent.words()) == "package_damaged"
    sent.file.write_bytes(data[:200] + bytes([data[200] ^ 1]) + data[201:])
    assert there.problem(*sent.words()) == "package_damaged"
    sent.file.write_bytes(b"%PDF-1.7 something else")
    assert there.problem(*sent.words()) == "package_unknown"
    sent.file.write_bytes(data)
    there.json(*sent.words())


def test_the_receipt_comes_back_and_is_noted_with_the_record(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "seal", draft)
    sent = Sent(shell, draft, tmp_path)
    there.json(*sent.words())
    receipt = tmp_path / "receipt.json"
    there.lines("referral", "receipt-for", draft, "--out", receipt)
    assert CANARY not in receipt.read_text("utf-8")
    told = shell.json("referral", "take-receipt", receipt)
    assert told["school"] == "Oakfield Fictional Academy"
    shell.json("referral", "take-receipt", receipt)
    notes = shell.json("referral", "handovers", draft)
    assert [one["kind"] for one in notes] == ["handed over", "confirmed"]
    assert notes[0]["digest"] == digest(sent.file)
    assert [one["kind"] for one in there.json("referral", "handovers", draft)] == ["taken in"]
    assert "The vault is sound." in shell.lines("vault", "verify")


def test_a_receipt_that_somebody_made_up_is_not_noted(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "seal", draft)
    there.json(*Sent(shell, draft, tmp_path).words())
    receipt = tmp_path / "receipt.json"
    there.lines("referral", "receipt-for", draft, "--out", receipt)
    told = json.loads(receipt.read_text("utf-8"))
    for changed in (
        {"school": "Another school"},
        {"proof": "0" * 64},
        {"package": "f" * 32},
        {"digest": "0" * 64},
    ):
        receipt.write_text(json.dumps({**told, **changed}), "utf-8")
        assert shell.problem("referral", "take-receipt", receipt) == "receipt_not_ours"
    for no_receipt in ("{}", "[" * 5000, "\ud800".encode("utf-8", "surrogatepass")):
        data = no_receipt if isinstance(no_receipt, bytes) else no_receipt.encode()
        receipt.write_bytes(data)
        assert shell.problem("referral", "take-receipt", receipt) == "receipt_unknown"
    assert shell.problem("referral", "receipt-for", draft, "--out", receipt) == "not_received"


def test_the_passphrase_goes_into_a_file_when_that_is_asked(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "p.ffd", "--passphrase-out", tmp_path / "told.txt")
    told = shell.json("referral", "pack", draft, *out)
    assert "passphrase" not in told
    assert len((tmp_path / "told.txt").read_text("utf-8").strip()) == 24
    again = ("--out", tmp_path / "p.ffd", "--passphrase-out", tmp_path / "other.txt")
    assert shell.problem("referral", "pack", draft, *again) == "file_exists"
    assert not (tmp_path / "other.txt").exists()


def test_what_was_for_some_is_for_whoever_takes_it_in(
    shell: Shell, there: Shell, draft: str, tmp_path: Path
) -> None:
    desk = Program(folder=shell.folder).unlock(PASSPHRASE)
    desk.restrict(draft, [desk.person], screen="test")
    desk.close()
    told = there.json(*Sent(shell, draft, tmp_path).words())
    (row,) = [one for one in there.json("referral", "list") if one["id"] == told["id"]]
    assert len(row["readers"]) == 1
