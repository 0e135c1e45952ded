"""The first screen of a computer that has no vault yet."""
