"""An office’s own figures, as a table, over a time that somebody chooses."""
