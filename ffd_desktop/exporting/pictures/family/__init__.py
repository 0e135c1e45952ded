"""The family drawn: a genogram, and who lives where."""
