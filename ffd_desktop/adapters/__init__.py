"""The only code that touches disk, keyring, network, PDF library and clock."""
