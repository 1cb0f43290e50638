"""Lists of other people: their columns, rows and cells."""
