"""The report: one HTML page with style, script and data inside."""
