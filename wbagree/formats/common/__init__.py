"""Helpers of several formats: columns, citations, short titles, colours, safe text."""
