"""Parties: codes, names through time, succession."""
