"""Spelling: which words are in no dictionary, and what may have been meant. Changes no text."""
