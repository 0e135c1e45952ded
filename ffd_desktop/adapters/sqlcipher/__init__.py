"""The vault's database: the only code that speaks SQL."""
