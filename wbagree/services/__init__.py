"""Answers and changes, put together from the store and the formats; no terminal, no Typer."""
