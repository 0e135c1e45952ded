"""Pages of pasted text: looking through them takes longer by as much as they are longer."""

from __future__ import annotations

import time

import pytest

from ffd_desktop.checking.marking import mark
from ffd_desktop.checking.quoting import sentence_around

STORY = (
    "On 12/03/2026 Mrs Quillfeather said that Leo told her partner Kevin had shouted at him. "
    "Leo Fernley said “I want to go home”, and she came on 14 March 2026. "
)
PASTED = {
    "a story of many days": STORY,
    "a story without a full stop": STORY.replace(". ", " and "),
    "capitals without a gap": "QXZ" * 50,
    "names without a gap": "QxZw" * 40,
    "names in one sentence": "Leo Fernley said that her partner Kevin came, " * 3,
}
LONGER = 8


@pytest.mark.parametrize("once", PASTED.values(), ids=PASTED)
def test_a_text_eight_times_as_long_does_not_take_sixty_times_as_long(once: str) -> None:
    short = once * (4_000 // len(once))
    assert spent_on(short * LONGER) < 3 * LONGER * spent_on(short)


def test_a_sentence_that_never_ends_is_looked_at_near_the_word_alone() -> None:
    text = "Then he came and " * 200 + "HERE" + " and went again" * 200
    at = text.index("HERE")
    before, after = sentence_around(text, at, at + 4)
    assert text[:at].endswith(before)
    assert text[at + 4 :].startswith(after)
    assert 300 < len(before) < 500
    assert 300 < len(after) < 500


def spent_on(text: str) -> float:
    """Give the processor's seconds for one text, the least of three."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    began = time.process_time()
    mark(text, "statements[].text")
    return time.process_time() - began
