"""What is due after sending."""
