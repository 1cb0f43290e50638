"""Answers and changes, made from the store and the formats.

Nothing here knows a terminal or Typer; messages go to callables that are handed in.
"""
