"""The report: one page of HTML with everything in it, for a reader who never opens a terminal."""
