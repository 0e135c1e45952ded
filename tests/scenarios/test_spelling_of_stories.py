"""Stories as a safeguarding lead writes them hold no misspelled word: a mark is an alarm."""

from __future__ import annotations

import pytest

from ffd_desktop.adapters.dictionaries import british
from ffd_desktop.spelling.looking import misspelt
from ffd_desktop.spelling.names import names_in
from tests.scenarios.telling import names, tell
from ui.screens.draft.spelling.answers import spelled_answers


@pytest.mark.parametrize("name", names())
def test_of_a_well_written_story_only_the_name_of_a_stranger_is_marked(name: str) -> None:
    told = tell(name)
    passing = names_in(told.referral)
    marked = {
        word.text
        for _, text in spelled_answers(told.referral, told.form)
        for word in misspelt(text, british(), passing=passing)
    }
    assert not {one for one in marked if one.islower()}
    assert not {one for one in marked if one.casefold() in passing}
