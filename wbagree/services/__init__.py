"""Answers and changes, made from the store and the formats.

Nothing here knows a terminal or Typer. Messages go to functions that the caller passes.
"""
