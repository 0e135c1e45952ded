"""Handing a draft or a record to another FFD Desktop: the file's format, and the notes of it."""
