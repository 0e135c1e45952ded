"""The papers of one record: which, for whom, and what was printed before."""
