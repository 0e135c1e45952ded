"""Check digits of numbers other than the UPN. Says only whether a number can be one."""

from __future__ import annotations

_LENGTH = 10


def is_nhs_number(text: str) -> bool:
    """Tell whether a text is a well-formed NHS number: ten digits, the last by modulus 11."""
    digits = [int(mark) for mark in text if mark in "0123456789"]
    if len(digits) != _LENGTH or any(mark.isalpha() for mark in text):
        return False
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[-1]
