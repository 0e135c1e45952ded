"""The council's indicators of need: factors down, levels across, and what was marked of them."""
