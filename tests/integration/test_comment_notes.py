"""Two staff and a draft: what the one says is news to the other until they open it; no words."""

from __future__ import annotations

import pytest

from ffd_desktop.app import colleagues, comment_notes
from ffd_desktop.app.commenting import author, open_to_read
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.commenting import commenting, replying, resolving
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from tests.builders.vaults import PASSPHRASE
from tests.integration.test_colleagues import AIM, HIS, IDRIS, PROFILE, idris_in, program, sheet

__all__ = ["program", "sheet"]
WORDS = "Quillwort: who saw it?"


@pytest.fixture
def draft(program: Program, sheet: str) -> str:
    with_her = program.unlock(PASSPHRASE)
    made = with_her.start(AIM, screen="draft")
    with_her.close()
    return made.id


def save(desk: Desk, referral: Referral, *edits: Edit) -> Referral:
    session = DraftSession(referral, monotonic=lambda: 0.0)
    session.apply(*edits)
    batch = session.take_unsaved()
    assert batch is not None
    desk.save(referral.id, batch, screen="draft")
    return session.referral


def he_says(program: Program, draft: str) -> Referral:
    """He comments, and his own words are no news to him."""
    desk = program.unlock(HIS)
    referral = open_to_read(desk, draft).referral
    after = save(desk, referral, commenting(referral, "", WORDS, author(desk, "draft")))
    assert comment_notes.news(desk.settings, desk.person) == {}
    desk.close()
    return after


def test_what_he_said_is_news_to_her_until_she_opens_it(program: Program, draft: str) -> None:
    made = he_says(program, draft).comments[0]
    assert (made.by, made.text) == (IDRIS.name, WORDS)
    desk = program.unlock(PASSPHRASE)
    told = comment_notes.news(desk.settings, desk.person)
    assert told == {draft: f"1 new comment by {IDRIS.name}"}
    opened = open_to_read(desk, draft)
    assert opened.new_comments == (made.id,)
    assert opened.me.name == PROFILE.staff_name
    assert comment_notes.news(desk.settings, desk.person) == {}
    assert open_to_read(desk, draft).new_comments == ()
    desk.close()


def test_her_reply_is_news_to_him_and_a_resolved_comment_is_news_to_nobody(
    program: Program, draft: str
) -> None:
    he_says(program, draft)
    desk = program.unlock(PASSPHRASE)
    referral = open_to_read(desk, draft).referral
    her = author(desk, "draft")
    referral = save(desk, referral, replying(referral.comments[0], "Miss Tarn.", her))
    desk.close()
    his = program.unlock(HIS)
    told = comment_notes.news(his.settings, his.person)
    assert told == {draft: f"1 new comment by {PROFILE.staff_name}"}
    save(his, referral, *resolving(referral.comments[0], author(his, "draft")))
    assert comment_notes.news(his.settings, his.person) == {}
    his.close()


def test_the_notes_hold_no_word_and_go_with_the_referral_and_the_person(
    program: Program, draft: str
) -> None:
    he_says(program, draft)
    desk = program.unlock(PASSPHRASE)
    him = idris_in(desk)
    kept = (desk.settings.get("comment_notes"), desk.settings.get(f"comments_seen/{him}"))
    assert draft in str(kept)
    assert "Quillwort" not in str(kept)
    desk.destroy(draft, reason="written about the wrong child", screen="shelf")
    assert desk.settings.get("comment_notes") == {}
    colleagues.remove(program, desk, him, secret=PASSPHRASE)
    assert not desk.settings.get(f"comments_seen/{him}")
    desk.close()


def test_notes_that_the_disk_does_not_take_stop_no_saving(
    program: Program, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = program.unlock(PASSPHRASE)

    def full(*_: object) -> None:
        raise ProblemForPerson("The disk is full.", "Make room on the disk.", "disk_full")

    monkeypatch.setattr(desk.settings, "put", full)
    referral = open_to_read(desk, draft).referral
    after = save(desk, referral, commenting(referral, "", WORDS, author(desk, "draft")))
    assert desk.open(draft).referral == after
    desk.close()


def test_who_came_by_a_sheet_has_no_news(program: Program, draft: str, sheet: str) -> None:
    he_says(program, draft)
    desk = program.unlock_with_code(sheet)
    assert comment_notes.news(desk.settings, desk.person) == {}
    assert open_to_read(desk, draft).new_comments == ()
    desk.close()


def test_several_new_comments_are_counted_with_each_name_once() -> None:
    names = ["Ben Quarrystone", "Anna Birchwood", "Ben Quarrystone"]
    told = comment_notes.news_words(names)
    assert told == "3 new comments by Ben Quarrystone and Anna Birchwood"
