"""From "is a child in danger now?" to a filled draft."""
