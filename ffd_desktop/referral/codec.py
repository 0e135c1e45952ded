"""Referral to JSON and back, exactly; and the JSON Schema (2020-12) of what is written.

Canonical: the same referral always makes the same bytes. Touches no disk.
"""

from __future__ import annotations

from typing import Any

import msgspec

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import FORMAT, Referral

_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODER = msgspec.json.Decoder(Referral)
SCHEMA_ID = "urn:ffd-desktop:referral:1"


def encode(referral: Referral) -> bytes:
    """Write a referral as canonical UTF-8 JSON."""
    return _ENCODER.encode(referral)


def decode(data: bytes) -> Referral:
    """Read a referral from JSON.

    Raises:
        ProblemForPerson: ``referral_unreadable`` when it is not a referral of a format this
            program knows. Says where, never what.
    """
    try:
        referral = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProblemForPerson(
            "This is not a referral that this program can read. Nothing was changed.",
            "Check that it is a JSON file exported by FFD Desktop.",
            "referral_unreadable",
        ) from _without_values(error)
    if referral.format > FORMAT:
        raise ProblemForPerson(
            "This referral was written by a newer version of the program. Nothing was changed.",
            "Update FFD Desktop on this computer, then open it again.",
            "referral_too_new",
        )
    return referral


def _without_values(error: Exception) -> Exception:
    """Keep the kind of an error and drop its words, which may quote a child's data."""
    return type(error).__call__() if not isinstance(error, UnicodeDecodeError) else ValueError()


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema, draft 2020-12, that every exported referral satisfies."""
    schema = msgspec.json.schema(Referral)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "FFD Desktop referral",
        **schema,
    }
