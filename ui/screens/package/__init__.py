"""Opening a package from another FFD Desktop."""
