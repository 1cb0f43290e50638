"""Texts for other programs: CSV, JSON, TOML."""
