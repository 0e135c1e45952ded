"""Sealed referrals on their way to the council."""
