"""Renderers: they take values and return or write text."""
