"""Keys and states of the vault; imports nothing from the other rooms."""
