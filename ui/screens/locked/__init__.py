"""The locked screen: a passphrase, and whom to phone meanwhile."""
