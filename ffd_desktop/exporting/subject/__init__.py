"""The copy for a subject access request: one person’s data, without what is about others."""
