"""Papers about a record: their order, their titles, and no receipt is denied that was given."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.app import records
from ffd_desktop.app.program import Program
from ffd_desktop.app.records import Record, RecordKind
from ffd_desktop.drafting.paper_notes import How, Left, PaperNote
from ffd_desktop.drafting.ports import By, DraftState, StoredEdit
from ffd_desktop.exporting.records.history_paper import Happening
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.edits import put, replay
from tests.builders.comments import CANARY, commented
from tests.builders.referrals import typical
from tests.builders.sealed import sealed
from tests.builders.submissions import delivered

BEGUN = "2026-11-20T08:00:00.000+00:00"


def by(minute: int) -> By:
    return By("Rhiannon Tanglewood", "draft", f"2026-11-20T08:{minute:02}:00.000+00:00")


@pytest.fixture
def record() -> Record:
    edit = StoredEdit(7, by(5), put("concern.where", "Hall"))
    referral = replay(commented(typical()), [edit.edit])
    note = PaperNote(9, by(30), Left("Chronology", How.PRINTED, "the head"))
    one = sealed(referral)
    return Record(referral, typical(), BEGUN, DraftState.SENT, (edit,), (), (note,), (one,))


def words(program: Program, record: Record, which: RecordKind) -> str:
    return write_text(records.outline(program, record, which))


def test_a_receipt_that_was_given_is_never_denied(record: Record, tmp_path: Path) -> None:
    program = Program(folder=tmp_path)
    assert "has given no receipt" in words(program, record, RecordKind.SENT)
    with_one = msgspec.structs.replace(record, sent=(delivered(record.sealed[0]),))
    told = words(program, with_one, RecordKind.SENT)
    assert "has given no receipt" not in told
    assert "received as FFD/0001" in told


def test_what_happened_stands_among_the_changes_in_its_order(record: Record) -> None:
    found = list(records.happenings(record))
    assert [one.seq for one in found] == [9, 0]
    assert all(isinstance(one, Happening) for one in found)
    assert found[0].at.tzinfo is not None
    assert found[0].at.astimezone(UTC).minute == 30


@pytest.mark.parametrize("which", list(RecordKind))
def test_no_paper_about_a_record_holds_a_word_of_a_comment(
    record: Record, which: RecordKind, tmp_path: Path
) -> None:
    program = Program(folder=tmp_path)
    shaped = records.outline(program, record, which)
    assert CANARY not in msgspec.json.encode(shaped).decode()
    assert CANARY not in shaped.title


@pytest.mark.parametrize("which", list(RecordKind))
def test_no_title_names_a_child(record: Record, which: RecordKind, tmp_path: Path) -> None:
    shaped = records.outline(Program(folder=tmp_path), record, which)
    for child in record.referral.children:
        assert str(child.first_names) not in f"{shaped.title} {shaped.footer} {shaped.made_at}"
    assert records.name_of(record.referral, which, "pdf").startswith(record.referral.reference)
