"""What is due after sending, over all referrals."""
