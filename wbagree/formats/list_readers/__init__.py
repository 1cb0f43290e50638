"""Readers of foreign lists: delimited text, workbooks and JSON become rows.

Each reader is a module of its own. This one imports nothing: each workbook starts a process that reads it.
"""
