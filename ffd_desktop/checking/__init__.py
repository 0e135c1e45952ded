"""What the guidance says of a referral: findings, never a gate on writing."""
