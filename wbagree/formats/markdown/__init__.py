"""Markdown: the document of a pair, contact points, and the writer of all Markdown."""
