"""Destroying a referral: what a person must say before it can be done. Destroys nothing itself."""

from __future__ import annotations

from ffd_desktop.referral.private import Private


class Destroying(Private, frozen=True):
    """A referral that a person is about to destroy.

    Attributes:
        typed: The reference as typed back, so that no wrong record goes by a slip.
    """

    referral_id: str
    reference: str
    reason: str = ""
    typed: str = ""

    def missing(self) -> tuple[str, ...]:
        """Say what is still to do before it can go, in words; empty when nothing is."""
        left = []
        if not self.reason.strip():
            left.append("Write the reason.")
        if self.typed.strip().casefold() != self.reference.casefold():
            left.append(f"Type the reference {self.reference}.")
        return tuple(left)
