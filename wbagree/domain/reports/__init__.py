"""Values of reports: summary, matrix, timeline, coverage, what is due."""
