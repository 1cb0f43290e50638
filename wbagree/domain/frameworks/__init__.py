"""Frameworks and their members."""
