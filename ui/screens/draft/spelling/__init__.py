"""Spelling in a draft: marks in the boxes of words, suggestions, and the next misspelled word."""
