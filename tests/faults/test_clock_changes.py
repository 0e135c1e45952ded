"""The computer's clock changed in mid-draft: order kept, the change noted and said in words."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ffd_desktop.adapters.clock import SystemClock
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.cli import main
from ffd_desktop.drafting.ports import StoredEdit
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put
from tests.builders.vaults import PASSPHRASE, new_vault
from tests.fakes.clock_notes import FakeClockNotes

YEARS = timedelta(days=5 * 365)
AIM = Aim("worcestershire", "csc", "1")


class SetClock(SystemClock):
    """The real clock, which anybody may set."""

    def __init__(self) -> None:
        self.off = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.off


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def program(tmp_path: Path, clock: SetClock) -> Program:
    new_vault(tmp_path / "v")[0].lock()
    return Program(folder=tmp_path / "v", clock=clock)


@pytest.fixture
def desk(program: Program) -> Iterator[Desk]:
    desk = program.unlock(PASSPHRASE)
    yield desk
    desk.close()


class Writer:
    """Somebody who writes one draft."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.referral = desk.start(AIM, screen="test")
        self._session = DraftSession(self.referral, monotonic=desk.clock.monotonic)

    def write(self, words: str) -> None:
        self._session.apply(put("concern.what_happened", words))
        batch = self._session.take_unsaved()
        assert batch is not None
        self.desk.save(self.referral.id, batch, screen="draft")
        self._session.stored()

    def order(self) -> list[object]:
        return [row.edit.value for row in self.written()]

    def written(self) -> list[StoredEdit]:
        rows = self.desk.history(self.referral.id)
        return [row for row in rows if row.edit.path == "concern.what_happened"]

    def notes(self) -> list[str]:
        return [note.jump.words for note in self.desk.clock_notes(self.referral.id)]


@pytest.mark.parametrize(("off", "way"), [(-YEARS, "back"), (YEARS, "forward")])
def test_a_clock_set_five_years_off_in_mid_draft_keeps_the_order_and_is_noted(
    program: Program, desk: Desk, clock: SetClock, off: timedelta, way: str
) -> None:
    writer = Writer(desk)
    writer.write("one")
    assert desk.take_clock_jump() is None
    clock.off = off
    writer.write("two")
    jump = desk.take_clock_jump()
    assert jump is not None
    assert desk.take_clock_jump() is None
    writer.write("three")
    clock.off = timedelta(0)
    writer.write("four")
    assert writer.order() == ["one", "two", "three", "four"]
    first, second = writer.notes()
    assert f"put {way} by about 5 years" in first
    assert f"put {'forward' if way == 'back' else 'back'} by about 5 years" in second
    seqs = [row.seq for row in writer.written()]
    noted = [note.seq for note in desk.clock_notes(writer.referral.id)]
    assert seqs[0] < noted[0] < seqs[1] < seqs[2] < noted[1] < seqs[3]
    desk.close()
    assert program.verify(PASSPHRASE).faults == ()
    again = program.unlock(PASSPHRASE)
    assert again.open(writer.referral.id).referral.concern.what_happened == "four"
    again.close()


def test_a_clock_put_back_while_the_program_was_closed_is_noted_at_the_first_save(
    program: Program, desk: Desk, clock: SetClock
) -> None:
    Writer(desk).write("before")
    desk.close()
    clock.off = -YEARS
    again = program.unlock(PASSPHRASE)
    writer = Writer(again)
    writer.write("one")
    writer.write("two")
    (note,) = writer.notes()
    assert "put back by about 5 years" in note
    again.close()


def test_the_change_stands_between_the_edits_when_the_history_is_exported(
    desk: Desk, clock: SetClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writer = Writer(desk)
    writer.write("one")
    clock.off = -YEARS
    writer.write("two")
    desk.close()
    (tmp_path / "pass").write_text(PASSPHRASE)
    common = ["--vault", str(tmp_path / "v"), "--passphrase-file", str(tmp_path / "pass")]
    assert main(["referral", "history", writer.referral.id, *common]) == 0
    lines = capsys.readouterr().out.splitlines()[-3:]
    assert [("clock was put back" in line) for line in lines] == [False, True, False]
    assert main(["referral", "history", writer.referral.id, *common, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)[-3:]
    assert "clock was put back by about 5 years" in rows[1]["words"]
    assert rows[0]["seq"] < rows[1]["seq"] < rows[2]["seq"]


def test_a_note_that_the_disk_did_not_take_is_made_with_the_next_save(
    desk: Desk, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(desk)
    writer.write("one")
    clock.off = YEARS
    full = ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    def refuse(*_: object, **__: object) -> None:
        raise full

    with monkeypatch.context() as patch:
        patch.setattr(desk.vault.clock_notes, "add", refuse)
        with pytest.raises(ProblemForPerson):
            writer.write("two")
    assert desk.take_clock_jump() is None
    writer._session.not_stored()
    writer.write("three")
    assert len(writer.notes()) == 1


def test_the_fake_notes_keep_what_the_vaults_notes_keep(desk: Desk, clock: SetClock) -> None:
    writer = Writer(desk)
    writer.write("one")
    clock.off = YEARS
    writer.write("two")
    (note,) = desk.clock_notes(writer.referral.id)
    fake = FakeClockNotes()
    fake.add("r", note.jump, by=note.by)
    assert [(one.by, one.jump) for one in fake.of("r")] == [(note.by, note.jump)]
    assert fake.of("other") == desk.clock_notes("other") == ()
