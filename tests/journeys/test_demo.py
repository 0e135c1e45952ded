"""The demonstration: the whole job on the fictional school, and what the window opens of it."""

from __future__ import annotations

import json
import re
import stat
from contextlib import redirect_stdout
from datetime import datetime
from fnmatch import fnmatch
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.app import fictional, papers
from ffd_desktop.app.program import Program
from ffd_desktop.app.story import the_story
from ffd_desktop.cli import main
from ffd_desktop.referral import codec
from ffd_desktop.referral.answers import NotKnown, is_answered
from ffd_desktop.referral.statements import StatementKind
from tests.builders.vaults import SteppingClock

NUMBERS = ("pages", "pupils", "children", "referred", "edits")
DEMO = Path("resources/demo")


class At(SteppingClock):
    """A clock that stands at one moment."""

    def __init__(self, when: str) -> None:
        super().__init__()
        self.time = datetime.fromisoformat(when).replace(tzinfo=SCHOOL_ZONE)

    def now(self) -> datetime:
        return self.time


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What one run of the verb answers."""
    out = tmp_path_factory.mktemp("demo")
    with redirect_stdout(StringIO()) as said:
        assert main(["demo", "--out", str(out), "--json"]) == 0
    told: dict[str, object] = json.loads(said.getvalue())
    return told


def test_the_whole_job_is_done_and_told(run: dict[str, object]) -> None:
    pages, pupils, children, referred, edits = (run[one] for one in NUMBERS)
    assert (pupils, children, referred) == (41, 5, 4)
    assert isinstance(pages, int)
    assert pages >= 5
    assert isinstance(edits, int)
    assert edits > 200
    assert run["counts"] == {"must": 0, "should": 0, "could": 0}
    assert run["characters_without_a_font"] == []


def test_the_papers_are_named_by_the_reference_and_never_by_a_child(run: dict[str, object]) -> None:
    names = [Path(str(run[kind])).name for kind in papers.KINDS]
    assert names == [f"{run['reference']}{ending}" for ending in (".pdf", ".json", ".txt")]
    assert Path(str(run["pdf"])).read_bytes().startswith(b"%PDF-1.")
    text = Path(str(run["text"])).read_text(encoding="utf-8")
    assert "Maja Reedmace-Żak" in text
    assert "“The knife was the big one." in text


def test_the_exported_json_is_valid_by_an_independent_validator(run: dict[str, object]) -> None:
    body = Path(str(run["json"])).read_bytes()
    jsonschema.Draft202012Validator(codec.json_schema()).validate(json.loads(body))
    assert codec.decode(body).id == run["id"]


def test_only_the_owner_can_look_into_the_folder(run: dict[str, object]) -> None:
    assert stat.S_IMODE(Path(str(run["folder"])).stat().st_mode) == 0o700


def test_the_vault_opens_with_the_passphrase_that_was_told(run: dict[str, object]) -> None:
    program = Program(folder=Path(str(run["vault"])))
    report = program.verify(fictional.PASSPHRASE)
    assert report.is_sound
    assert report.referrals == 1


def test_a_second_run_takes_the_next_free_name_and_touches_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ffd-demo").write_text("mine", encoding="utf-8")
    assert main(["demo"]) == 0
    told = capsys.readouterr().out
    assert (tmp_path / "ffd-demo").read_text(encoding="utf-8") == "mine"
    (pdf,) = (tmp_path / "ffd-demo-2").glob("*.pdf")
    assert str(pdf) in told


def test_what_it_leaves_in_this_folder_is_never_committed_by_mistake() -> None:
    ignored = Path(".gitignore").read_text(encoding="utf-8").split()
    for name in ("ffd-demo/", "ffd-demo-2/"):
        assert any(fnmatch(name, pattern) for pattern in ignored)


def test_looking_round_finds_one_draft_begun_and_one_finished(tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "vault")
    desk = fictional.look_round(program)
    finished, begun = (papers.check(program, desk.open(row.id).referral) for row in desk.shelf())
    profile = desk.profile()
    desk.close()
    assert profile.fictional
    assert finished.ready
    assert not begun.ready
    assert not program.folder.exists()


def test_looking_round_again_finds_what_was_written(tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "vault")
    desk = fictional.look_round(program)
    last = desk.shelf()[-1]
    desk.archive(last.id, screen="test")
    desk.close()
    again = fictional.look_round(program)
    assert {row.id: row.state.value for row in again.shelf()}[last.id] == "archived"
    again.close()


def test_a_fictional_vault_that_was_made_half_is_set_aside_and_made_anew(tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "vault")
    half = Program(folder=tmp_path / fictional.FOLDER)
    fictional.make_vault(half).close()
    desk = fictional.look_round(program)
    assert len(desk.shelf()) == 2
    desk.close()
    assert len(list(tmp_path.glob("fictional-set-aside-*"))) == 1


@pytest.mark.parametrize(
    "when",
    ["2026-11-23T08:30:00", "2027-01-02T23:50:00", "2028-02-29T12:00:00", "2031-04-20T00:05:00"],
)
def test_the_story_leaves_nothing_to_put_right_on_any_day(tmp_path: Path, when: str) -> None:
    program = Program(folder=tmp_path / "vault", clock=At(when))
    desk = fictional.make_vault(program)
    fictional.import_roll(desk)
    written = fictional.write_story(program, desk)
    desk.close()
    found = papers.check(program, written).findings
    assert [one.rule for one in found if one.grade.value != "could"] == []


def test_the_story_shows_each_part_of_a_referral(run: dict[str, object]) -> None:
    told = codec.decode(Path(str(run["json"])).read_bytes())
    assert {one.kind for one in told.statements} == set(StatementKind)
    assert told.events
    assert told.injuries
    assert told.professionals
    assert told.help_tried
    assert told.dangers
    assert told.attachments
    assert {one.result for one in told.consent.conversations} >= {"not_told", "told_agrees"}
    assert told.first_call.phoned is True
    assert all(is_answered(one.views) for one in told.referred_children())
    assert any(isinstance(one.views_of_referral, NotKnown) for one in told.people)
    careful = [mark for mark in told.origins.values() if mark.care]
    assert careful
    assert len(careful) == len(told.origins)


def test_nobody_in_the_demonstration_can_be_real() -> None:
    for path in DEMO.iterdir():
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"\b[A-Z]\d{3}(\d{4})\d{4}\w\b", text)) <= {"0000"}
        assert all(re.match(r"07700 900|01632 960", one) for one in phones(text)), path.name
        assert set(re.findall(r"\b([A-Z]{2}\d{2}) \d[A-Z]{2}\b", text)) <= {"WR99", "ZZ99"}


def phones(text: str) -> list[str]:
    return re.findall(r"\b0\d{4} \d{6}\b", text)


def test_the_story_names_pupils_of_the_fictional_roll() -> None:
    roll = next(DEMO.glob("*.xml")).read_text(encoding="utf-8")
    assert all(f"<UPN>{upn}</UPN>" in roll for upn in the_story().pupils.values())
