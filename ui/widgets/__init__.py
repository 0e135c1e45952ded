"""Small widgets that screens and editors share. None of them knows a referral."""
