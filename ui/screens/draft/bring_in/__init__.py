"""Bringing rows into a draft: pasted, or from a file; looked at before anything is changed."""
