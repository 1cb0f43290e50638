"""Markdown documents and their writer."""
