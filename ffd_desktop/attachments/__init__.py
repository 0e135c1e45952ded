"""Files that go with a referral: what may come in, what is known of one, and what leaves."""
