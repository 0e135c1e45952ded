"""Who can open the vault: letting a colleague in, another name, taking a way in away."""
