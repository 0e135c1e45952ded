"""Which records somebody should look at: keep longer, hold, or destroy."""
