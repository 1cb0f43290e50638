"""Word documents, made from Markdown."""
