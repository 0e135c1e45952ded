"""Ids of referrals and of the items in their lists: random, short, saying nothing."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """Make an id of 12 hexadecimal digits; 48 random bits, plenty within one referral."""
    return secrets.token_hex(6)


def new_referral_id() -> str:
    """Make a referral's id of 32 hexadecimal digits."""
    return secrets.token_hex(16)
