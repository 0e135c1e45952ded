"""Rolls that come as tables: which column is what, and rows to pupils."""
