"""The use cases of writing a referral."""
