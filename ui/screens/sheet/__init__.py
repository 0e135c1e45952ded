"""The transfer sheet: a council's web form, answer by answer, ready to copy."""
