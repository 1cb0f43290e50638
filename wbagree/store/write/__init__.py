"""Changing the register, with the history of every change."""
