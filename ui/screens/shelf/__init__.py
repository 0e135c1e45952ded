"""The shelf: every referral, found by name, reference and words."""
