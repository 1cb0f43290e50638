"""Agreements: their fields, vocabularies, validation, renewal and checks."""
