"""The one place that joins adapters to the core; the window and the command line stand on it."""
