"""Sealed, sent, receipted: the whole way by the command line, to the reference portal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.portal.reference import VARIABLE
from ffd_desktop.app.following import Following
from ffd_desktop.app.post import Post
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.sending.outcomes import Answer, Receipted
from tests.builders.files import photo
from tests.builders.vaults import CHEAP, PASSPHRASE, reopened
from tests.integration.pdf.reading import by_page
from tests.integration.portal.at_the_portal import ACCOUNT
from tests.integration.test_cli import PROFILE, Shell
from tests.reference_portal.misbehaving import Fault
from tests.reference_portal.server import Portal


@pytest.fixture
def portal(tmp_path: Path, loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """A portal that the fictional school finds, with somebody signed in."""
    folder = tmp_path / "portal"
    folder.mkdir()
    with Portal(folder) as running:
        told = {
            "portal": running.table(),
            "authority": running.authority.file.read_text(),
            "renewal": running.sign_ins.tokens(ACCOUNT)["refresh_token"],
        }
        (folder / "portal.json").write_text(json.dumps(told))
        monkeypatch.setenv(VARIABLE, str(folder / "portal.json"))
        yield running


def a_shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, fictional: bool) -> Shell:
    profile = msgspec.structs.replace(PROFILE, fictional=fictional)
    folder = tmp_path / f"vault-{fictional}"
    desk, _ = Program(folder=folder).create(SetUp(PASSPHRASE, profile, params=CHEAP))
    desk.close()
    return Shell(folder, capsys)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return a_shell(tmp_path, capsys, fictional=True)


def a_draft(shell: Shell, tmp_path: Path) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one = str(made["id"])
    shell.json("referral", "set", one, "concern.what_happened", '"Dragonfly marmalade."')
    (tmp_path / "bruise.jpg").write_bytes(photo())
    shell.json("referral", "attach", one, tmp_path / "bruise.jpg", "--title", "A photograph")
    return one


def sealed(shell: Shell, tmp_path: Path) -> str:
    one = a_draft(shell, tmp_path)
    shell.json("referral", "seal", one)
    return one


def state(shell: Shell) -> object:
    (row,) = shell.json("referral", "list")  # type: ignore[misc]
    return row["state"]


def test_it_is_sent_once_with_a_receipt_that_can_be_printed(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    (sent,) = shell.json("referral", "send", one)  # type: ignore[misc]
    assert sent["state"] == "delivered"
    assert shell.json("referral", "send", one) == [sent]
    (entry,) = portal.ledger.all()
    assert sent["receipt"]["reference"] == entry.reference
    names = [document["name"] for document in entry.package["documents"]]
    assert names[0].endswith(".pdf")
    assert names[1].endswith(".jpg")
    assert state(shell) == "sent"
    given = shell.json("referral", "receipt", one, "--pdf", tmp_path / "receipt.pdf")
    assert given == [sent]
    words = " ".join(by_page((tmp_path / "receipt.pdf").read_bytes()))
    assert entry.reference in words
    assert "marmalade" not in words


def test_an_upload_is_noted_after_sending_and_what_is_due_is_counted_from_it(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    (waiting,) = shell.json("following", "board")  # type: ignore[misc]
    assert waiting["event"] == "sending"
    (sent,) = shell.json("referral", "send", one)  # type: ignore[misc]
    after = shell.json("referral", "show", one)["after"]  # type: ignore[call-overload,index]
    assert (after["sent_how"], after["council_reference"]) == (
        "upload",
        sent["receipt"]["reference"],
    )
    (waiting,) = shell.json("following", "board")  # type: ignore[misc]
    assert waiting["event"] == "decision"
    assert waiting["by"]


def test_one_that_went_by_hand_is_sent_closed_and_taken_up_again(
    shell: Shell, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    today = '{"type": "date", "kind": "day", "year": 2026, "month": 11, "day": 20}'
    shell.json("referral", "set", one, "after.sent_on", today)
    assert state(shell) == "sent"
    shell.json("referral", "set", one, "after.closed_on", today)
    assert state(shell) == "closed"
    shell.json("referral", "set", one, "after.closed_on", "null")
    assert state(shell) == "sent"
    shell.json("referral", "set", one, "after.sent_on", "null")
    assert state(shell) == "sealed"


def test_a_draft_stays_a_draft_whatever_is_written_after_sending(
    shell: Shell, tmp_path: Path
) -> None:
    one = a_draft(shell, tmp_path)
    today = '{"type": "date", "kind": "day", "year": 2026, "month": 11, "day": 20}'
    shell.json("referral", "set", one, "after.sent_on", today)
    assert state(shell) == "draft"


def test_an_addendum_follows_its_referral(shell: Shell, portal: Portal, tmp_path: Path) -> None:
    one = sealed(shell, tmp_path)
    (tmp_path / "more.txt").write_text("It was at the other gate.")
    shell.json("referral", "addendum", one, "--text-file", tmp_path / "more.txt")
    sent = shell.json("referral", "send", one)
    assert [each["number"] for each in sent] == [1, 2]  # type: ignore[index,union-attr]
    assert [entry.package["number"] for entry in portal.ledger.all()] == [1, 2]


def test_what_is_not_known_is_said_with_the_number_to_phone_and_asked_for_next(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    portal.switches.next_times.append(Fault.CUT_AFTER_STORING)
    code, out = shell.run("referral", "send", one, "--json")
    told = json.loads(out)
    assert (code, told["code"]) == (1, "sending_unknown")
    assert "01905 822666" in told["next_step"] or "01905 768020" in told["next_step"]
    assert state(shell) == "sealed"
    assert shell.problem("referral", "receipt", one) == "no_receipt"
    (sent,) = shell.json("referral", "send", one)  # type: ignore[misc]
    assert sent["state"] == "delivered"
    assert len(portal.ledger.all()) == 1


def test_a_draft_is_not_sent(shell: Shell, portal: Portal, tmp_path: Path) -> None:
    one = a_draft(shell, tmp_path)
    assert shell.problem("referral", "send", one) == "not_sealed_yet"
    assert shell.problem("referral", "receipt", one) == "not_sealed_yet"


def test_a_school_of_real_people_is_never_sent_to_the_reference_portal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], portal: Portal
) -> None:
    """Whoever can set a variable could otherwise name a portal of their own."""
    real = a_shell(tmp_path, capsys, fictional=False)
    one = sealed(real, tmp_path)
    assert real.problem("referral", "send", one) == "no_portal"
    assert not portal.access_log


def test_the_fictional_school_without_a_reference_portal_has_none(
    shell: Shell, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    assert shell.problem("referral", "send", one) == "no_portal"


def test_no_word_of_it_is_in_the_portals_access_log(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    shell.json("referral", "send", one)
    log = "\n".join(portal.access_log)
    assert "/v1/submissions" in log
    assert "marmalade" not in log
    assert "FFD-20" not in log


def test_what_the_council_says_is_asked_for_and_kept(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    assert shell.problem("referral", "answers", one) == "no_receipt"
    (sent,) = shell.json("referral", "send", one)  # type: ignore[misc]
    assert "not said anything" in shell.lines("referral", "answers", one)
    portal.ledger.answer(sent["key"], kind="outcome", outcome="Early help", reason="Not met.")
    assert "Early help. Why: Not met." in shell.lines("referral", "answers", one)
    portal.switches.next_times.append(Fault.CAPTIVE)
    assert shell.problem("referral", "answers", one) == "portal_unreachable"


def test_what_cannot_be_read_any_more_is_not_sent_and_says_so(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    vault = reopened(shell.folder)
    for (name,) in vault._database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        vault._database.run(f"DROP TRIGGER {name!s}")
    vault._database.run(
        "UPDATE file_pieces SET body = zeroblob(9) WHERE file IN (SELECT pdf FROM sealed)"
    )
    vault.lock()
    code, out = shell.run("referral", "send", one, "--json")
    told = json.loads(out)
    assert (code, told["code"]) == (1, "sending_queued")
    assert "could not be read from the vault" in told["what"]
    assert not portal.ledger.all()


def test_an_answer_that_comes_while_a_board_is_kept_changes_what_is_due(
    shell: Shell, portal: Portal, tmp_path: Path
) -> None:
    one = sealed(shell, tmp_path)
    shell.json("referral", "send", one)
    program = Program(folder=shell.folder)
    desk = program.unlock(PASSPHRASE)
    (facts,), post = desk.sealed.of(one), Post(program, desk)
    (sent,) = desk.outbox.of_referral(one)
    assert sent.receipt is not None
    following = Following(desk, program.packs)
    assert events(following) == ["decision"]
    errand = post.question(facts.id)
    assert errand is not None
    decided = Answer("decided", "2026-11-20T12:00:00+00:00")
    post.note(errand, Receipted(sent.receipt, (decided,)), way=None)
    assert events(following) == ["outcome"]
    desk.close()


def events(following: Following) -> list[str]:
    return [line.waiting.event for lines in following.look().values() for line in lines]
