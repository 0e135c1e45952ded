"""`referral export --encrypted`: only ciphertext reaches the disk, and the passphrase is told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.integration.pdf.reading import by_page
from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]
WORDS = "zzcanaryzz came in late"


@pytest.fixture
def draft(shell: Shell) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    shell.json("referral", "set", made["id"], "concern.what_happened", f'"{WORDS}."')
    return str(made["id"])


def opened(path: Path, passphrase: str) -> str:
    plain = BytesIO()
    with pikepdf.open(path, password=passphrase) as pdf:
        pdf.save(plain, encryption=False)
    return " ".join(by_page(plain.getvalue()))


def exported(shell: Shell, draft: str, target: Path, *more: object) -> str:
    told = shell.json("referral", "export", draft, "--pdf", target, "--encrypted", *more)
    assert isinstance(told, dict)
    return str(told["passphrase"])


def test_a_draft_opens_with_the_passphrase_that_was_made(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    target = tmp_path / "a.pdf"
    passphrase = exported(shell, draft, target)
    assert len(passphrase) == 24
    assert b"zzcanaryzz" not in target.read_bytes()
    assert WORDS in opened(target, passphrase).replace("\r\n", " ")
    with pytest.raises(pikepdf.PasswordError):
        opened(target, "")


def test_the_passphrase_is_said_on_stderr_and_never_twice_the_same(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    told = []
    for name in ("a.pdf", "b.pdf"):
        shell.lines("referral", "export", draft, "--pdf", tmp_path / name, "--encrypted")
        _, said = shell.run(
            "referral", "export", draft, "--pdf", tmp_path / name, "--encrypted", "--replace"
        )
        told.append(said)
    assert told[0] != told[1]


def test_a_sealed_referral_is_encrypted_as_it_was_sealed(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    made = shell.json("referral", "seal", draft)
    assert isinstance(made, dict)
    passphrase = exported(shell, draft, tmp_path / "a.pdf")
    digest = str(made["digest"])
    assert digest[:8] in opened(tmp_path / "a.pdf", passphrase).replace(" ", "")
    shell.lines("referral", "export", draft, "--pdf", tmp_path / "plain.pdf")
    with (
        pikepdf.open(tmp_path / "plain.pdf") as plain,
        pikepdf.open(tmp_path / "a.pdf", password=passphrase) as locked,
    ):
        assert [page.Contents.read_bytes() for page in plain.pages] == [
            page.Contents.read_bytes() for page in locked.pages
        ]


def test_the_familys_copy_can_be_encrypted_too(shell: Shell, draft: str, tmp_path: Path) -> None:
    passphrase = exported(shell, draft, tmp_path / "a.pdf", "--for", "family", "--agreed")
    assert "copy for the family" in opened(tmp_path / "a.pdf", passphrase).replace("\r\n", " ")


def test_a_passphrase_of_ones_own_is_read_from_a_file_and_not_told(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    (tmp_path / "own.txt").write_text("marmot gravel teapot seven\n", "utf-8")
    asked = ("--pdf", tmp_path / "a.pdf", "--password-file", tmp_path / "own.txt")
    told = shell.json("referral", "export", draft, *asked)
    assert isinstance(told, dict)
    assert "passphrase" not in told
    assert WORDS in opened(tmp_path / "a.pdf", "marmot gravel teapot seven").replace("\r\n", " ")


@pytest.mark.parametrize(
    ("own", "code"),
    [("password1234", "password_weak"), ("marmot gravel téa €" * 9, "password_long")],
)
def test_a_weak_or_unheeded_passphrase_is_not_taken(
    shell: Shell, draft: str, tmp_path: Path, own: str, code: str
) -> None:
    (tmp_path / "own.txt").write_text(own, "utf-8")
    target = tmp_path / "a.pdf"
    asked = ("--pdf", target, "--password-file", tmp_path / "own.txt")
    assert shell.problem("referral", "export", draft, *asked) == code
    assert not target.exists()
