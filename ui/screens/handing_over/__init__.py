"""Handing a referral over to another FFD Desktop."""
