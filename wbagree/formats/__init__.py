"""How it looks outside: tables, CSV, JSON, Markdown. Renderers take values and return or write text."""
