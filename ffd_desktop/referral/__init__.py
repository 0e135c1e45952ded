"""What a referral is: frozen, typed values and the edits that change them. The ground floor."""
