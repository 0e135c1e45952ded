"""One editor for each kind of field. Holds no rule of safeguarding and knows no referral."""
