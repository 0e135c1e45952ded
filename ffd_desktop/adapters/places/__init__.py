"""What the operating system says of a folder: which disk, which service, which profile."""
