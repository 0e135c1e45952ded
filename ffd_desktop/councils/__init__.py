"""What a council asks: packs of forms, levels, contacts and clocks, read strictly from TOML."""
