"""Partial dates, how people write them, and the clock."""
