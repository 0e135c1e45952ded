"""Bringing in the school's roll, looked at before anything is stored."""
