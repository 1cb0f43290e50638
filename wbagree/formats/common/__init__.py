"""What several formats need: columns, citations, short titles, colours, safe text."""
