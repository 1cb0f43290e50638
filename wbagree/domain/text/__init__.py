"""Texts: folding, search queries, suggestions."""
