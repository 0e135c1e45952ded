"""Pictures of a referral as geometry: shapes and words, no Qt, no measuring library."""
