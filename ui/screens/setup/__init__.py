"""Setting up this computer, one step at a time."""
