"""The published schema and what is read back."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral

BLANK = Referral("r1", "FFD-2026-0001", "worcestershire", "csc")


def test_the_schema_is_a_sound_2020_12_schema_and_accepts_a_referral() -> None:
    schema = codec.json_schema()
    Draft202012Validator.check_schema(schema)
    filled = replay(BLANK, [Edit("children[c1]", {"first_names": "Ada", "disabled": True})])
    import json

    validator = Draft202012Validator(schema)
    validator.validate(json.loads(codec.encode(filled)))
    assert not validator.is_valid({**json.loads(codec.encode(filled)), "children": [{"id": 3}]})


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff\xfe", b'{"id": "CANARY"}', b"[" * 9000])
def test_what_is_no_referral_is_a_plain_problem_that_quotes_nothing(data: bytes) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        codec.decode(data)
    assert caught.value.code == "referral_unreadable"
    assert "CANARY" not in f"{caught.value} {caught.value.__cause__!r}"


def test_a_newer_format_is_left_alone() -> None:
    with pytest.raises(ProblemForPerson) as caught:
        codec.decode(codec.encode(BLANK).replace(b'"id"', b'"format":2,"id"'))
    assert caught.value.code == "referral_too_new"
