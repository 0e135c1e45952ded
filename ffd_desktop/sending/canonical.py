"""The one form in which content is sealed: JSON Canonicalization Scheme (RFC 8785), in UTF-8.

Anybody can make the same bytes of the same values with a library of their own, so a council's
supplier can check a digest years later without this program.
"""

from __future__ import annotations

import hashlib

import msgspec
import rfc8785

from ffd_desktop.problems import ProblemForPerson


def canonical(value: object) -> bytes:
    """Write a value, typed or JSON-like, as canonical JSON.

    Raises:
        ProblemForPerson: ``not_sealable``: it holds a number that not every program can read.
    """
    try:
        return rfc8785.dumps(msgspec.to_builtins(value))
    except rfc8785.CanonicalizationError:
        raise ProblemForPerson(
            "It was not sealed: one of its answers is a number that is too long to be passed on "
            "exactly. Everything is saved.",
            "Look for a very long number, shorten it or write it as words, and seal again.",
            "not_sealable",
        ) from None


def digest_of(content: bytes) -> str:
    """Give the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
