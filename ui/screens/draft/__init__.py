"""The draft screen: one referral being written, section by section, in any order."""
