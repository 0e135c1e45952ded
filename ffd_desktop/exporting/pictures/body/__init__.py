"""The body map: our own outlines of a child and an infant, and the marks that stand on them."""
