"""Putting a backup back, or taking out what a damaged vault still holds."""
