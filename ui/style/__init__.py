"""How the window looks: one table of tokens, a stylesheet made from it. Holds no widget."""
