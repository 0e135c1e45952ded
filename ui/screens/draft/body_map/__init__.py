"""The body map: marks set on outlines by pointer or by keys, and told in words beside them."""
