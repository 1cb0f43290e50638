"""Values of reports: summary, matrix, timeline, coverage, due dates."""
