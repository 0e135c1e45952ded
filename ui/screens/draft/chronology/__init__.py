"""The chronology in the draft: its timeline, a line to write rows on, filters, and the rows."""
