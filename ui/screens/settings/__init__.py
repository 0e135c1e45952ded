"""The office's own details, and how the window looks."""
