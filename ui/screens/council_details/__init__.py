"""The council’s numbers, hours and addresses, to confirm or correct."""
