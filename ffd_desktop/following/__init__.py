"""What is due after sending, and what is done until there is an answer."""
