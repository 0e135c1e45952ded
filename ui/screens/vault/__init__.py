"""Whether the vault is whole, and what to do when it is not."""
