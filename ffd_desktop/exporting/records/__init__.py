"""Papers that tell of a record: its chronology, its changes, what came after sending."""
