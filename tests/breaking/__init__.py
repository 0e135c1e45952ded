"""Guards taken out on purpose, one at a time, to see the test of each promise fail."""
